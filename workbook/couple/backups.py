"""Backups, as both may know of them: when each was made and checked, which ones stay, and how far a long piece of work is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from workbook.trouble import Trouble

SESSIONS: Final = 5
"""The newest ones, whenever they were made."""

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Of how many days, weeks and months the newest one stays."""


class Backup(Struct, frozen=True, kw_only=True):
    """One backup in the list. It says a day and no hour, and nothing of who was there (G13); `number` only counts up.

    `checked` is the day it was last read through, `sound` what that found.
    """

    number: int
    made: date
    checked: date | None = None
    sound: bool = True


class Missed(Struct, frozen=True):
    """A backup that was tried and not made: the day, and the code of the Trouble that was in the way."""

    day: date
    code: str


def staying(kept: Iterable[Backup]) -> frozenset[int]:
    """The numbers of those that stay: 5 sessions, 7 days, 4 weeks and 12 months.

    It counts back from the newest one and never looks at the clock, so a clock that was set wrong cannot empty the shelf.
    One that is damaged takes nobody's place; it goes when it is older than the sessions.
    """
    newest = sorted(kept, key=lambda one: -one.number)
    sound = [one for one in newest if one.sound]
    sessions = sound[:SESSIONS]
    stay = {one.number for one in sessions}
    for most, bucket in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        stay |= _newest_of_each(sound, bucket, most)
    oldest_session = min((one.number for one in sessions), default=0)
    return frozenset(stay | {one.number for one in newest if not one.sound and one.number > oldest_session})


def due(kept: Iterable[Backup], today: date) -> bool:
    """Whether there is no sound backup of today yet."""
    return not any(one.made == today and one.sound for one in kept)


class Progress:
    """How far a long piece of work is: the thread that works tells, any other may look, and may stop it.

    `elsewhere` is asked too whether to stop; it must be quick.
    """

    def __init__(self, elsewhere: Callable[[], bool] = lambda: False) -> None:
        self.share = 0.0
        self._stopped = False
        self._elsewhere = elsewhere

    def stop(self) -> None:
        """Ask for an end, from any thread."""
        self._stopped = True

    @property
    def stopped(self) -> bool:
        """Whether somebody asked for an end."""
        return self._stopped or self._elsewhere()

    def go_on(self, share: float = 0.0) -> None:
        """Tell how much is done, from 0 to 1, if there is more to tell. Raises Trouble `stopped`."""
        self.share = max(self.share, min(1.0, share))
        if self.stopped:
            raise Trouble("stopped")


def _newest_of_each(newest_first: Iterable[Backup], bucket: Callable[[date], Hashable], most: int) -> set[int]:
    found: dict[Hashable, int] = {}
    for one in newest_first:
        if len(found) == most:
            break
        found.setdefault(bucket(one.made), one.number)
    return set(found.values())


def _day(made: date) -> Hashable:
    return made


def _week(made: date) -> Hashable:
    return made.isocalendar()[:2]


def _month(made: date) -> Hashable:
    return made.year, made.month
