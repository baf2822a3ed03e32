"""A sitting that is held: for a while nothing of it goes on paper, and one calm page says from when it can be chosen (G20, G31)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from workbook.content import days
from workbook.couple import holds
from workbook.couple.holds import Hold
from workbook.couple.ports import Clock, Jobs, Space
from workbook.couple.sitting import Sitting
from workbook.screens import words
from workbook.screens.screen import Screen


class HoldState(Struct, frozen=True, kw_only=True):
    """From which day and time its author can choose, how long that is in hours, and the hours it could last instead.

    `early` names the one page that may go to a therapist sooner, where that was agreed beforehand.
    """

    title: str
    day: str
    time: str
    hours: int
    longer: tuple[int, ...]
    early: str = ""
    trouble: str = ""


class HoldScreen(Screen[HoldState]):
    """Says so, lets its author make it longer, and leaves the rest for later."""

    def __init__(
        self,
        sitting: Sitting,
        hold: Hold,
        space: Space,
        jobs: Jobs,
        clock: Clock,
        *,
        back: Callable[[], None],
        early: Callable[[], None] | None = None,
    ) -> None:
        self._sitting, self._hold, self._space, self._jobs, self._clock = sitting, hold, space, jobs, clock
        self.back, self._early = back, early
        title = sitting.exercise.title
        line = sitting.exercise.step(sitting.exercise.early.step).title if early and sitting.exercise.early else ""
        super().__init__(_told(HoldState(title=title, day="", time="", hours=0, longer=(), early=line), hold, clock.now()))

    def early(self) -> None:
        """Choose the one line that may go sooner."""
        if self._early is not None:
            self._early()

    def lengthen(self, hours: int) -> None:
        """Let it be held for longer."""

        def work() -> Hold:
            holds.lengthen(self._space, self._sitting, hours)
            return holds.hold_of(self._space, self._sitting) or self._hold

        self._jobs.run(work, self._longer, lambda error: self.change(trouble=words.trouble(error)))

    def _longer(self, hold: Hold) -> None:
        self.state = replace(_told(self.state, hold, self._clock.now()), trouble="")
        self.change()


def _told(state: HoldState, hold: Hold, now: datetime) -> HoldState:
    until = hold.until().astimezone(now.tzinfo)
    return replace(state, day=days.in_full(until.date()), time=f"{until:%H:%M}", hours=hold.hours, longer=hold.longer())
