"""Coming back to something some weeks later: when a small second look is due. It is offered, and nobody is reminded (G28).

Dates lie in one's own vault: of what both finished, each counts from the day on which they first saw it finished.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

SETTING: Final = "follow-ups"
"""The private setting that holds them all, as a JSON list."""

KEPT: Final = 40
"""The newest that are kept; what is older than these was let go."""


class FollowUp(Struct, frozen=True, kw_only=True):
    """A sitting that wants a second look: with which exercise, from which day on, and how many looks were taken or let go."""

    sitting: str
    exercise: str
    days: tuple[int, ...]
    since: date
    done: int = 0

    def due(self, today: date) -> bool:
        """Whether a look may be offered today; a clock that was set back does not put it off for longer than it takes."""
        left = self.days[self.done :]
        return bool(left) and min(self.since, today) + timedelta(days=left[0]) <= today


def from_setting(kept: str | None) -> tuple[FollowUp, ...]:
    """What a setting holds; nothing where it cannot be read."""
    try:
        return msgspec.convert(json.loads(kept or "[]"), tuple[FollowUp, ...])
    except (ValueError, msgspec.ValidationError):
        return ()


def to_setting(found: tuple[FollowUp, ...]) -> str:
    """Them as they are kept."""
    return msgspec.json.encode(found[:KEPT]).decode("utf-8")


def noted(found: tuple[FollowUp, ...], finished: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """With those that were finished since, the newest first."""
    known = {one.sitting for one in found}
    return (*(one for one in finished if one.sitting not in known), *found)


def looked(found: tuple[FollowUp, ...], sitting: str) -> tuple[FollowUp, ...]:
    """One look was taken, or let go."""
    return tuple(replace(one, done=one.done + 1) if one.sitting == sitting else one for one in found)
