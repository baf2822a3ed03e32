"""The door: who is here? Pictures and colours, no names unless their owner wished; nothing of what lies behind."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.couple.people import Door, PersonId
from workbook.couple.ports import Notebook
from workbook.screens.screen import Screen


class DoorState(Struct, frozen=True, kw_only=True):
    """The doors, and whether there is one for both."""

    doors: tuple[Door, ...]
    for_two: bool


class DoorScreen(Screen[DoorState]):
    """Lets somebody come in; *Too much right now* and *Steady ground* open for anyone."""

    quiet = "nothing"

    def __init__(
        self,
        doors: tuple[Door, ...],
        *,
        enter: Callable[[PersonId], None],
        together: Callable[[], None],
        too_much: Callable[[], None],
        steady: Callable[[], None],
    ) -> None:
        self.enter, self.together, self.too_much, self.steady = enter, together, too_much, steady
        super().__init__(DoorState(doors=doors, for_two=len(doors) > 1))


def locked(notebook: Notebook) -> tuple[Door, ...]:
    """Lock everyone; the doors there are then."""
    notebook.lock_all()
    return notebook.doors()
