"""The curtain between two people: a name and a calm picture, no trace of what was answered or skipped."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.couple.people import Person
from workbook.screens.screen import Screen


class HandoverState(Struct, frozen=True):
    """To whom the computer goes."""

    to: Person


class HandoverScreen(Screen[HandoverState]):
    """Waits until the other one is there."""

    quiet = "nothing"

    def __init__(self, to: Person, *, here: Callable[[], None], door: Callable[[], None]) -> None:
        self.here, self.door = here, door
        super().__init__(HandoverState(to))
