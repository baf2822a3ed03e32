"""What one's own page may suggest: the next stop of one's own path, and a second look that is due. One of each, never more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _

from msgspec import Struct

from workbook.content.journey import Journey
from workbook.content.pack import Summary
from workbook.couple import followups, journeys
from workbook.couple.followups import FollowUp
from workbook.couple.journeys import Trail
from workbook.couple.ports import Shared, Space

LOOKED_AT = 5
"""How many of the newest sittings with a stop's exercise are looked at."""


class Suggestion(Struct, frozen=True, kw_only=True):
    """An exercise that lies near, and why; `sitting` is what a second look goes back to."""

    exercise: str
    title: str
    why: str
    sitting: str = ""


def suggestions(
    space: Space, shared: Shared, exercises: tuple[Summary, ...], paths: Callable[[], tuple[Journey, ...]], today: date
) -> tuple[Suggestion, ...]:
    """What lies near for one person today; it depends on what they finished and chose, never on what they wrote (G5)."""
    known = {summary.id: summary for summary in exercises}
    return (*_stop(space, shared, known, paths, today), *_second_look(space, shared, known, today))


def let_go(space: Space, sitting: str) -> None:
    """A second look was taken, or is not wanted this time."""
    found = followups.from_setting(space.setting(followups.SETTING))
    space.set(followups.SETTING, followups.to_setting(followups.looked(found, sitting)))


def _stop(
    space: Space, shared: Shared, known: dict[str, Summary], paths: Callable[[], tuple[Journey, ...]], today: date
) -> tuple[Suggestion, ...]:
    trail = journeys.from_setting(space.setting(journeys.SETTING))
    if trail is None:
        return ()
    journey = next((one for one in paths() if one.id == trail.journey), None)
    if journey is None:
        return ()
    if _done(space, shared, journey, trail, today):
        trail = journeys.on(trail, today)
        space.set(journeys.SETTING, journeys.to_setting(trail))
    stop = journeys.here(journey, trail)
    if stop is not None and stop.rest is not None and journeys.rested(stop, trail, today) is None:
        stop = journeys.here(journey, journeys.on(trail, today))
    if stop is None or stop.do is None or stop.do.exercise not in known:
        return ()
    why = _("From your path: {why}").replace("{why}", stop.do.why)
    return (Suggestion(exercise=stop.do.exercise, title=known[stop.do.exercise].title, why=why),)


def _done(space: Space, shared: Shared, journey: Journey, trail: Trail, today: date) -> bool:
    """Whether what this stop asks for was begun since somebody came to it, and is finished: then the path goes on."""
    stop = journeys.here(journey, trail)
    if stop is None or stop.do is None or trail.since is None or trail.stay:
        return False
    name, since = (stop.do.exercise,), min(trail.since, today)
    latest = (*space.latest(LOOKED_AT, name), *shared.latest(LOOKED_AT, name))
    days = space.days([entry.sitting.id for entry in latest if entry.state == "finished"])
    return any(day is not None and day >= since for day in days.values())


def _second_look(space: Space, shared: Shared, known: dict[str, Summary], today: date) -> tuple[Suggestion, ...]:
    wanted = {summary.id: summary.follow_up for summary in known.values() if summary.follow_up is not None}
    found = followups.from_setting(space.setting(followups.SETTING))
    if wanted:
        latest = (*space.latest(followups.KEPT, wanted), *shared.latest(followups.KEPT, wanted))
        ended = [entry.sitting for entry in latest if entry.state == "finished"]
        plans = ((sitting.id, wanted[sitting.exercise.id]) for sitting in ended)
        fresh = (FollowUp(sitting=name, exercise=plan.exercise, days=plan.days, since=today) for name, plan in plans)
        now = followups.noted(found, fresh)
        if now != found:
            space.set(followups.SETTING, followups.to_setting(now))
            found = now
    due = next((one for one in found if one.due(today) and one.exercise in known), None)
    if due is None:
        return ()
    why = _("A while ago you did something that wants a second look. If you like, now is a good time.")
    return (Suggestion(exercise=due.exercise, title=known[due.exercise].title, why=why, sitting=due.sitting),)
