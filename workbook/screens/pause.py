"""Pause: a time to come back, the room first, no word of the argument. It opens for anyone, at any time.

It never shows who asked for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from gettext import gettext as _
from typing import Literal

from msgspec import Struct

from workbook.couple import pacing
from workbook.couple.pacing import Pause
from workbook.couple.ports import Clock, Shared
from workbook.screens import words
from workbook.screens.screen import Screen

Stage = Literal["choose", "running", "return", "holding"]


def outward() -> tuple[str, ...]:
    """Ways back to the room that need no calm to begin with."""
    return (
        _("Look round slowly. Find five things that are blue, or round, or old."),
        _("Press both feet into the floor. Feel it push back."),
        _("Cold water on your wrists or face."),
        _("Walk to another room, or once round the block, if you can do so safely."),
        _("Hold something with some weight: a cup, a book, a cushion."),
    )


def holding_times(now: datetime) -> tuple[datetime, ...]:
    """Times for a holding sentence, all within a day: in two hours, this evening or tomorrow morning, this time tomorrow."""
    tomorrow = (now + timedelta(days=1)).replace(hour=9, minute=0, second=0, microsecond=0)
    evening = now.replace(hour=20, minute=0, second=0, microsecond=0)
    times = [now + timedelta(hours=2), evening, tomorrow, now + pacing.LONGEST]
    return tuple(sorted(time for time in times if now < time <= now + pacing.LONGEST))


class PauseState(Struct, frozen=True, kw_only=True):
    """Where the pause stands; `lengths` in minutes, times of day in words, seconds left for the clock."""

    stage: Stage
    ways: tuple[str, ...]
    lengths: tuple[int, ...] = pacing.LENGTHS
    back_at: str = ""
    seconds_left: int = 0
    seconds_all: int = 1
    may_extend: bool = True
    times: tuple[str, ...] = ()
    sentence: str = ""
    reentry: str = ""
    word: str = ""
    agreed: int = 0


class PauseScreen(Screen[PauseState]):
    """Sets a pause, keeps its time, and helps to come back."""

    quiet = "talking"

    def __init__(
        self,
        clock: Clock,
        *,
        running: Pause | None,
        keep: Callable[[Pause | None], None],
        resume: Callable[[], None],
    ) -> None:
        self._clock, self._keep, self._resume = clock, keep, resume
        self._pause = running
        self._began = clock.now()
        self._cancel: Callable[[], None] | None = None
        super().__init__(PauseState(stage="choose", ways=outward()))
        if running is not None:
            self._run(running)

    def agreed(self, word: str, minutes: int) -> None:
        """What both agreed on in their pause plan: a word, and a length that then stands first."""
        self.change(word=word, agreed=minutes)

    def begin(self, minutes: int) -> None:
        """Pause for so long."""
        self._run(pacing.begin(self._clock.now(), minutes))

    def come_back(self) -> None:
        """The time is not up, or it is: either way, see whether coming back is right."""
        self._stop_clock()
        self.change(
            stage="return",
            may_extend=not (self._pause and self._pause.extended),
            reentry=_("“I am back. Can we go slowly? I would like to hear one thing that matters to you.”"),
        )

    def ready(self) -> None:
        """Back to where you were."""
        self._stop_clock()
        self._keep(None)
        self._resume()

    def longer(self, minutes: int) -> None:
        """The one extension."""
        if self._pause is not None:
            self._run(pacing.extend(self._pause, self._clock.now(), minutes))

    def not_yet(self) -> None:
        """Not today, or not soon: a sentence with a time instead."""
        now = self._clock.now()
        self.change(stage="holding", times=tuple(words.clock_time(time, now) for time in holding_times(now)))

    def hold(self, index: int) -> None:
        """Say when: the sentence to tell your partner, with its time."""
        now = self._clock.now()
        until = holding_times(now)[index]
        sentence = _("“I am coming back to this. {time}.”").replace("{time}", words.clock_time(until, now).capitalize())
        self._pause = pacing.hold(self._pause or Pause(now), now, until, sentence)
        self._keep(self._pause)
        self.change(sentence=sentence)

    def close(self) -> None:
        """Leave the page; a pause that runs goes on."""
        self._stop_clock()
        self._resume()

    def leave(self, then: Callable[[], None]) -> None:
        """Stop the clock, keep the pause."""
        self._stop_clock()
        then()

    def _run(self, pause: Pause) -> None:
        self._pause = pause
        self._began = self._clock.now()
        self._keep(pause)
        if pause.sentence:
            self.change(stage="holding", sentence=pause.sentence)
            return
        self._tick()

    def _tick(self) -> None:
        now = self._clock.now()
        pause = self._pause or Pause(now)
        left = max(0, round((pause.until - now).total_seconds()))
        if left == 0:
            self.come_back()
            return
        self.change(
            stage="running",
            back_at=words.clock_time(pause.until, now),
            seconds_left=left,
            seconds_all=max(1, round((pause.until - self._began).total_seconds())),
        )
        self._cancel = self._clock.after(1.0, self._tick)

    def _stop_clock(self) -> None:
        if self._cancel is not None:
            self._cancel()
            self._cancel = None


AGREED_IN = frozenset({"pause-plan", "how-we-work-here"})
"""The exercises in which two people agree on a pause."""

WORD, LENGTH = "pause-word", "pause-length"
PLANS = 12
"""How many of them back something agreed is looked for."""


def plan_in(shared: Shared) -> tuple[str, int]:
    """The newest word and the newest minutes that both agreed on; empty and 0 where nothing was agreed."""
    word, minutes = "", 0
    for entry in shared.latest(PLANS, AGREED_IN):
        said = {response.step: response.answer or {} for response in shared.joint(entry.sitting.id)}
        word = word or next((str(value) for value in said.get(WORD, {}).values() if value), "")
        length = next((str(value) for value in said.get(LENGTH, {}).values() if value), "").removeprefix("m")
        minutes = minutes or (int(length) if length.isdigit() else 0)
    return word, minutes


def to_record(pause: Pause | None) -> Mapping[str, str] | None:
    """A pause as the shared vault keeps it."""
    if pause is None:
        return None
    return {"until": pause.until.isoformat(), "sentence": pause.sentence, "extended": "yes" if pause.extended else ""}


def from_record(record: Mapping[str, str] | None) -> Pause | None:
    """A kept pause, read back."""
    if not record:
        return None
    return Pause(datetime.fromisoformat(record["until"]), bool(record.get("extended")), record.get("sentence", ""))
