"""What two people agreed to while clear-headed: for each thing the narrower of their answers holds.

Either can narrow it or call it off, alone and at once. It becomes wider only by agreeing anew at the table, and an earlier one goes
on narrowing a later one until a day after the session it was for (`LOCK`). One that was called off counts as a no to everything
until then. One without a day waits for the next one that has a day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from typing import Final

from msgspec import Struct

from workbook.content.blocks import Block
from workbook.content.exercise import Exercise
from workbook.content.fields import Consent as Levels
from workbook.content.fields import Option
from workbook.content.step import Answer
from workbook.content.steps.consent import Consent
from workbook.content.steps.date import Date
from workbook.couple.people import BOTH, PersonId
from workbook.couple.ports import Shared
from workbook.couple.sitting import Entry, Sitting

LOCK: Final = timedelta(hours=24)
"""How long after the day of a session nothing can become wider."""

LOOKED_AT: Final = 30
"""How many sittings back agreements are looked for."""


class Agreement(Struct, frozen=True, kw_only=True):
    """One sitting in which two agreed: what holds of it alone, by item; the day it is for; whether it was called off."""

    sitting: Sitting
    step: Consent
    levels: dict[str, str]
    day: date | None = None
    called_off: bool = False

    def ends(self) -> datetime | None:
        """From when on another one can be wider, by the clock on the wall; without a day there is no such time."""
        return None if self.day is None else datetime.combine(self.day + timedelta(days=1), time()) + LOCK


class Holding(Struct, frozen=True, kw_only=True):
    """What holds now for one exercise: by its newest agreement, and by those before it that still count."""

    newest: Agreement
    levels: dict[str, str]
    until: datetime | None
    standing: tuple[Sitting, ...]

    @property
    def called_off(self) -> bool:
        """Whether the newest one was called off."""
        return self.newest.called_off

    def blocks(self) -> tuple[Block, ...]:
        """What holds, as it is shown."""
        return self.newest.step.show({"consent": self.levels})

    def narrower(self, item: str) -> tuple[Option, ...]:
        """The levels an item could be narrowed to, the narrowest first."""
        order = self.newest.step.levels
        return order[: next(at for at, level in enumerate(order) if level.id == self.levels[item])]


def touches(exercise: Exercise) -> Consent | None:
    """The step in which two agree, where an exercise has one that opens to both."""
    may_open = exercise.may_open()
    return next((step for step in exercise.steps() if isinstance(step, Consent) and step.id in may_open), None)


def standing_of(shared: Shared, sitting: Sitting, step: str, person: PersonId) -> Answer | None:
    """What one of them said to the step, and narrowed since."""
    said = [
        one.answer for one in (*shared.opened(sitting.id), *shared.joint(sitting.id)) if (one.step, one.author) == (step, person)
    ]
    return said[-1] if said else None


def narrowed(shared: Shared, sitting: Sitting, step: str, person: PersonId, answer: Answer) -> Answer:
    """What somebody's consent is once it was made narrower; what would be wider stays as it was."""
    found = sitting.exercise.step(step)
    if not isinstance(found, Consent):
        raise ValueError("only consent can be made narrower")
    said = standing_of(shared, sitting, step, person) or {}
    return {"consent": _levels(found).narrower(said.get("consent"), answer.get("consent"))}


def holding(shared: Shared, exercises: Collection[str], now: datetime) -> tuple[Holding, ...]:
    """What holds now, for each of these exercises that two have agreed in."""
    found: dict[str, list[Agreement]] = {}
    for entry in shared.latest(LOOKED_AT, exercises):
        agreement = _agreement(shared, entry)
        if agreement is not None:
            found.setdefault(entry.sitting.exercise.id, []).append(agreement)
    return tuple(_holding(agreements, now.replace(tzinfo=None)) for agreements in found.values())


def allowed_early(shared: Shared, sitting: Sitting, person: PersonId, now: datetime) -> bool:
    """Whether somebody's own agreement, and every one that still counts, lets one step of a held sitting go early."""
    early = sitting.exercise.early
    if early is None:
        return False
    here = holding(shared, {early.allowed_by.exercise}, now)
    return bool(here) and all(
        not one.called_off
        and all(_said(shared, each, early.allowed_by.step, person) == early.allowed_by.equals for each in one.standing)
        for one in here
    )


def _said(shared: Shared, sitting: Sitting, step: str, person: PersonId) -> object:
    answer = standing_of(shared, sitting, step, person)
    return next(iter(answer.values()), None) if answer else None


def _agreement(shared: Shared, entry: Entry) -> Agreement | None:
    sitting, step = entry.sitting, touches(entry.sitting.exercise)
    if step is None or not any(one.step == step.id for one in shared.opened(sitting.id)):
        return None
    said = [(standing_of(shared, sitting, step.id, person) or {}).get("consent") for person in sitting.people]
    off = entry.state == "set-aside"
    levels = _levels(step).narrowest() if off else _levels(step).narrowest_of(said)
    return Agreement(sitting=sitting, step=step, levels=levels, day=_day(shared, sitting), called_off=off)


def _holding(agreements: list[Agreement], now: datetime) -> Holding:
    """`agreements` newest first."""
    newest, counting, day = agreements[0], [agreements[0]], agreements[0].day
    ends = [newest.ends()]
    for older in agreements[1:]:
        day = older.day or day
        end = None if day is None else datetime.combine(day + timedelta(days=1), time()) + LOCK
        if end is None or now < end:
            counting.append(older)
            ends.append(end)
    levels = _levels(newest.step).narrowest_of([one.levels for one in counting])
    known = [end for end in ends if end is not None]
    until = max(known) if len(known) == len(ends) else None
    return Holding(newest=newest, levels=levels, until=until, standing=tuple(one.sitting for one in counting))


def _levels(step: Consent) -> Levels:
    (field,) = step.fields()
    assert isinstance(field, Levels)
    return field


def _day(shared: Shared, sitting: Sitting) -> date | None:
    named = [step.id for step in sitting.exercise.steps() if isinstance(step, Date)]
    said: Iterable[Answer] = (
        one.answer for one in shared.joint(sitting.id) if one.author == BOTH and one.step in named and one.answer is not None
    )
    for answer in said:
        try:
            return date.fromisoformat(answer["day"])
        except (KeyError, TypeError, ValueError):
            continue
    return None
