"""What every screen is: a frozen State, a passive view, and methods that change the one and tell the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Literal, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

S = TypeVar("S", bound=Struct)
S_contra = TypeVar("S_contra", contravariant=True)


Quiet = Literal["nothing", "private", "talking"]
"""While nobody touches anything: nothing is open; a private page locks soon; two people talk, so it dims, and locks later."""


class View(Protocol[S_contra]):
    """Shows a State and knows nothing else."""

    def present(self, state: S_contra) -> None:
        """Show this now."""


class Screen(Generic[S]):
    """A presenter: one screen's State and what a person can do there."""

    state: S
    quiet: Quiet = "private"

    def __init__(self, state: S) -> None:
        self.state = state
        self._view: View[S] | None = None

    def attach(self, view: View[S]) -> None:
        """Give the screen its view; it is shown at once."""
        self._view = view
        view.present(self.state)

    def detach(self) -> None:
        """The view is gone; nothing more is shown to it."""
        self._view = None

    def change(self, **changes: Any) -> None:
        """Change the State and show it."""
        self.state = replace(self.state, **changes)
        if self._view is not None:
            self._view.present(self.state)

    def leave(self, then: Callable[[], None]) -> None:
        """Somebody is going elsewhere: keep what must be kept, then let them go."""
        then()

    def cover(self, then: Callable[[], None]) -> None:
        """Everything is covered already: keep what can be kept, then go, whatever comes of it."""
        self.leave(then)


class Stage(Protocol):
    """The window, as the screens know it: one screen at a time."""

    def turn_to(self, screen: Screen[Any]) -> None:
        """Put this screen in front of everyone."""
