"""Pacing: a pause with a time to come back, so that stopping is not leaving.

Twenty minutes is a laboratory estimate of how long a flooded body needs, and it varies by person; nothing here is shorter.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

LENGTHS: Final = (20, 30, 60)
"""Minutes to choose from."""

LONGEST: Final = timedelta(hours=24)
"""A holding sentence names a time within a day."""


LATE: Final = (22, 5)
"""From which hour, and until which, nothing heavy is suggested (our own choice: tired people go over the edge sooner)."""


def late(now: datetime) -> bool:
    """Whether it is late at night."""
    begins, ends = LATE
    return now.hour >= begins or now.hour < ends


class Pause(Struct, frozen=True):
    """A pause that runs: when it ends, whether it was made longer once, and a sentence to hold on to. Never who asked."""

    until: datetime
    extended: bool = False
    sentence: str = ""


def begin(now: datetime, minutes: int) -> Pause:
    """A pause from now, at least the shortest length."""
    return Pause(now + timedelta(minutes=max(minutes, LENGTHS[0])))


def extend(pause: Pause, now: datetime, minutes: int) -> Pause:
    """The one extension; a pause that was extended stays as it is."""
    if pause.extended:
        return pause
    return Pause(now + timedelta(minutes=max(minutes, LENGTHS[0])), True)


def hold(pause: Pause, now: datetime, until: datetime, sentence: str) -> Pause:
    """Not ready yet: a sentence with a day and time, within twenty-four hours."""
    return Pause(min(max(until, now), now + LONGEST), True, sentence)
