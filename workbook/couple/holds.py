"""Holds: for some hours after the last word was written nothing of a sitting can be shared; then its author is asked again (G31).

When that was lies in its author's own vault beside their answers, and goes with them. It is told in quarters of an hour, so that
not every key brings something to the disk; a clock that was set back never makes a hold shorter.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from msgspec import Struct

from workbook.couple.ports import Space
from workbook.couple.sitting import Sitting

HELD: Final = "when-written~"
"""What it is kept under: beside the answers, under an id that no step can have."""

LONGEST: Final = 72
_ROUND: Final = timedelta(minutes=15)


class Hold(Struct, frozen=True):
    """When the last word was written, rounded up, and for how many hours from then on nothing is shared."""

    since: datetime
    hours: int

    def until(self) -> datetime:
        """From when on its author can choose again."""
        return self.since + timedelta(hours=self.hours)

    def longer(self) -> tuple[int, ...]:
        """The hours its author can make it last instead."""
        return tuple(hours for hours in (24, 48, LONGEST) if hours > self.hours)


def hold_of(space: Space, sitting: Sitting) -> Hold | None:
    """The hold on a sitting of somebody's own, running or over."""
    kept = space.beside(sitting.id).get(HELD) if sitting.exercise.hold_hours else None
    return None if kept is None else Hold(datetime.fromisoformat(kept["since"]), kept["hours"])


def running(space: Space, sitting: Sitting, now: datetime) -> Hold | None:
    """The hold on a sitting, where it has not ended yet."""
    hold = hold_of(space, sitting)
    return hold if hold is not None and now < hold.until() else None


def written(space: Space, sitting: Sitting, now: datetime) -> None:
    """Somebody writes: the hold begins anew. It is on the disk before the words are."""
    if not sitting.exercise.hold_hours:
        return
    before, since = hold_of(space, sitting), _rounded(now)
    hours = max(sitting.exercise.hold_hours, before.hours if before else 0)
    hold = Hold(max(since, before.since) if before else since, hours)
    if hold != before:
        _put(space, sitting, hold)


def lengthen(space: Space, sitting: Sitting, hours: int) -> None:
    """Let a hold last longer; it never gets shorter."""
    hold = hold_of(space, sitting)
    if hold is not None and hold.hours < hours <= LONGEST:
        _put(space, sitting, Hold(hold.since, hours))


def _put(space: Space, sitting: Sitting, hold: Hold) -> None:
    space.save(sitting.id, HELD, {"since": hold.since.isoformat(), "hours": hold.hours})


def _rounded(now: datetime) -> datetime:
    now = now.astimezone(UTC)
    over = timedelta(minutes=now.minute, seconds=now.second, microseconds=now.microsecond) % _ROUND
    return now + (_ROUND - over) if over else now
