"""The table: both are here and both have unlocked; what they started together lies on it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.content.pack import Summary
from workbook.couple.agreements import holding
from workbook.couple.ports import Clock, Jobs, Notebook
from workbook.couple.sitting import Headline
from workbook.screens import words
from workbook.screens.home import OLDER, SHOWN
from workbook.screens.screen import Screen


class TableState(Struct, frozen=True, kw_only=True):
    """Who sits here and what is open between them; the same whatever either holds privately (G13).

    `agreed` says that there is something they agreed to for a day.
    """

    names: tuple[str, ...] = ()
    open: tuple[Headline, ...] = ()
    finished: tuple[Headline, ...] = ()
    older: bool = False
    exercises: tuple[Summary, ...] = ()
    agreed: bool = False
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
        brief: Callable[[], None],
        leave_table: Callable[[], None],
        agreeing: Callable[[], frozenset[str]],
        agreed: Callable[[], None],
        clock: Clock,
    ) -> None:
        self.agreed, self._agreeing, self._clock = agreed, agreeing, clock
        self._notebook, self._exercises, self._jobs, self._most = notebook, exercises, jobs, SHOWN
        self.sit_down, self.begin, self.look, self.brief, self.leave_table = sit_down, begin, look, brief, leave_table
        super().__init__(TableState())
        self._refresh()

    def show_older(self) -> None:
        """Show more of what lies further back."""
        self._most += OLDER
        self._refresh()

    def _refresh(self) -> None:
        self._jobs.run(self._read, self._show, lambda error: self.change(trouble=words.trouble(error)))

    def _show(self, state: TableState) -> None:
        self.state = state
        self.change()

    def _read(self) -> TableState:
        shared = self._notebook.shared()
        going_on, finished = (newest(self._most + 1) for newest in (shared.going_on, shared.finished))
        names = tuple(person.name for person in shared.people())
        together = tuple(summary for summary in self._exercises() if "together" in summary.who)
        return TableState(
            names=names,
            open=going_on[: self._most],
            finished=finished[: self._most],
            older=max(len(going_on), len(finished)) > self._most,
            exercises=together,
            agreed=bool(holding(shared, self._agreeing(), self._clock.now())),
        )
