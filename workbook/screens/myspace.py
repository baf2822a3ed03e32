"""My space: what one person can see to, by themselves, about what is kept of theirs."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.screens.screen import Screen


class Errand(Struct, frozen=True):
    """One thing to see to: what it is called, one sentence about it, and the way there."""

    title: str
    line: str
    go: Callable[[], None]


class MySpaceState(Struct, frozen=True):
    """The errands, in the order they are shown; the same for everyone."""

    errands: tuple[Errand, ...]
    title: str = ""


class MySpaceScreen(Screen[MySpaceState]):
    """A quiet list of errands."""

    def __init__(self, errands: tuple[Errand, ...], *, back: Callable[[], None], title: str = "") -> None:
        self.back = back
        super().__init__(MySpaceState(errands, title))
