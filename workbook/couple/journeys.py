"""Where somebody is on a journey: it lies in their own vault, and going on, back or out of it is always theirs."""

from __future__ import annotations

import json
from datetime import date, timedelta

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from workbook.content.journey import Journey, Stop, stops

SETTING = "journey"
"""The private setting that holds a Trail."""


class Trail(Struct, frozen=True, kw_only=True):
    """The journey somebody is on: the stop, the ways they chose at forks, and since which day they have been at this stop.

    Whoever went back to a stop stays there until they go on.
    """

    journey: str
    at: int = 0
    chosen: dict[str, str] = {}
    since: date | None = None
    stay: bool = False


def to_setting(trail: Trail | None) -> str:
    """A trail as it is kept; nothing where somebody is on none."""
    return "" if trail is None else msgspec.json.encode(trail).decode("utf-8")


def from_setting(kept: str | None) -> Trail | None:
    """The trail in a setting; nothing where there is none, or one that cannot be read."""
    try:
        return msgspec.convert(json.loads(kept or "null"), Trail | None)
    except (ValueError, msgspec.ValidationError):
        return None


def here(journey: Journey, trail: Trail) -> Stop | None:
    """The stop somebody is at; nothing behind the last one."""
    ahead = stops(journey, trail.chosen)
    return ahead[trail.at] if 0 <= trail.at < len(ahead) else None


def on(trail: Trail, today: date) -> Trail:
    """On to the next stop, whether this one was done or not."""
    return replace(trail, at=trail.at + 1, since=today, stay=False)


def back(trail: Trail, today: date) -> Trail:
    """One stop back."""
    return replace(trail, at=max(0, trail.at - 1), since=today, stay=True)


def choose(trail: Trail, fork: str, way: str, today: date) -> Trail:
    """Take a way at a fork, and on."""
    return on(replace(trail, chosen={**trail.chosen, fork: way}), today)


def rested(stop: Stop, trail: Trail, today: date) -> date | None:
    """The day on which a rest ends; nothing where none is on. A clock that was set back makes it no longer than it is."""
    if stop.rest is None:
        return None
    since = min(trail.since or today, today)
    ends = since + timedelta(days=stop.rest.days)
    return ends if ends > today else None
