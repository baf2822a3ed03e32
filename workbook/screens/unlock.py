"""Coming in: the passphrase, and before it the one time that each person sets their own, alone."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from msgspec import Struct

from workbook.couple.people import Door
from workbook.couple.ports import Jobs, Notebook
from workbook.screens import words
from workbook.screens.screen import Screen
from workbook.screens.weighing import Weighing


class UnlockState(Struct, frozen=True, kw_only=True):
    """Whose space, whether a PIN stands in, whether a code is asked for (of all, G13), how it goes."""

    door: Door
    pin: bool = False
    code: bool = False
    busy: bool = False
    fault: str = ""


class UnlockScreen(Screen[UnlockState]):
    """Opens one person's space with their passphrase."""

    quiet = "nothing"

    def __init__(
        self,
        door: Door,
        notebook: Notebook,
        jobs: Jobs,
        *,
        done: Callable[[], None],
        back: Callable[[], None],
        with_code: Callable[[], None] = lambda: None,
    ) -> None:
        self._notebook, self._jobs, self._done, self.back, self.with_code = notebook, jobs, done, back, with_code
        super().__init__(UnlockState(door=door, pin=notebook.has_pin(door.id), code=door.protected))

    def enter(self, passphrase: str) -> None:
        """Try this passphrase; it takes a moment on purpose."""
        if self.state.busy:
            return
        self.change(busy=True, fault="")
        secret, person = passphrase if self.state.door.protected else None, self.state.door.id
        self._jobs.run(
            (lambda: self._notebook.unlock_with_pin(person, passphrase))
            if self.state.pin
            else (lambda: self._notebook.unlock(person, secret)),
            lambda _none: self._done(),
            self._failed,
        )

    def by_passphrase(self) -> None:
        """Type the passphrase after all."""
        self.change(pin=False, fault="")

    def _failed(self, error: Exception) -> None:
        pin = self.state.pin and self._notebook.has_pin(self.state.door.id)
        self.change(busy=False, pin=pin, fault=words.trouble(error))


class FirstTurnState(Struct, frozen=True, kw_only=True):
    """Somebody's own first turn."""

    door: Door
    busy: bool = False
    fault: str = ""
    advice: str = ""


class FirstTurnScreen(Screen[FirstTurnState]):
    """Lets one person, alone, set a passphrase or go without."""

    quiet = "nothing"

    def __init__(self, door: Door, notebook: Notebook, jobs: Jobs, *, done: Callable[[], None], back: Callable[[], None]) -> None:
        self._notebook, self._jobs, self._done, self.back = notebook, jobs, done, back
        known = tuple(other.name for other in notebook.doors() if other.name)
        self._weighing = Weighing(jobs, lambda: known, lambda advice: self.change(advice=advice))
        super().__init__(FirstTurnState(door=door))

    def weigh(self, typed: str) -> None:
        """A word on what is being typed."""
        self._weighing.weigh(typed)

    def begin(self, passphrase: str, again: str, name_on_door: bool) -> None:
        """Set this passphrase and come in."""
        if not passphrase:
            self.change(fault=_("Type a passphrase, or choose to go without one."))
        elif passphrase != again:
            self.change(fault=_("The two are not the same. Type them once more."))
        else:
            self._begin(passphrase, name_on_door)

    def without(self, name_on_door: bool) -> None:
        """Go without a passphrase: then answers are put aside, not sealed."""
        self._begin(None, name_on_door)

    def _begin(self, passphrase: str | None, name_on_door: bool) -> None:
        if self.state.busy:
            return
        self.change(busy=True, fault="")
        person = self.state.door.id
        self._jobs.run(lambda: self._notebook.begin(person, passphrase, name_on_door), lambda _none: self._done(), self._failed)

    def _failed(self, error: Exception) -> None:
        self.change(busy=False, fault=words.trouble(error))
