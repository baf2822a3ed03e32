"""The table: both are here and both have unlocked; what they started together lies on it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.content.pack import Summary
from workbook.couple.ports import Jobs, Notebook
from workbook.screens import words
from workbook.screens.home import Card
from workbook.screens.screen import Screen


class TableState(Struct, frozen=True, kw_only=True):
    """Who sits here and what is open between them; the same whatever either holds privately (G13)."""

    names: tuple[str, ...] = ()
    open: tuple[Card, ...] = ()
    finished: tuple[Card, ...] = ()
    exercises: tuple[Summary, ...] = ()
    trouble: str = ""


class TableScreen(Screen[TableState]):
    """Lets two people choose what to do together."""

    quiet = "talking"

    def __init__(
        self,
        notebook: Notebook,
        jobs: Jobs,
        *,
        exercises: Callable[[], tuple[Summary, ...]],
        sit_down: Callable[[str], None],
        begin: Callable[[str], None],
        look: Callable[[str], None],
        leave_table: Callable[[], None],
    ) -> None:
        self._notebook, self._exercises = notebook, exercises
        self.sit_down, self.begin, self.look, self.leave_table = sit_down, begin, look, leave_table
        super().__init__(TableState())
        jobs.run(self._read, self._show, lambda error: self.change(trouble=words.trouble(error)))

    def _show(self, state: TableState) -> None:
        self.state = state
        self.change()

    def _read(self) -> TableState:
        shared = self._notebook.shared()
        cards = {
            done: tuple(
                Card(entry.sitting.id, entry.sitting.exercise.title, entry.sitting.exercise.purpose)
                for entry in shared.sittings()
                if (entry.state == "finished") == done
            )
            for done in (False, True)
        }
        names = tuple(person.name for person in shared.people())
        together = tuple(summary for summary in self._exercises() if "together" in summary.who)
        return TableState(names=names, open=cards[False], finished=cards[True], exercises=together)
