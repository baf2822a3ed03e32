"""What somebody said before that may be used again: offered on the page that asks for it, and never filled in by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from msgspec import Struct

from workbook.content.fields import Choices, Field, Line, Pairs
from workbook.content.step import Answer, Carry, Step, earlier
from workbook.content.steps.commit import Commit
from workbook.content.steps.follow import Follow
from workbook.content.steps.instrument import Instrument
from workbook.content.steps.loop import Loop
from workbook.couple.commitments import promised
from workbook.couple.sitting import Sitting

OFFERED = 5
"""How many earlier answers a page offers, the newest first."""

LOOKED_AT = 30
"""How many sittings back commitments are looked for."""


class Told(Struct, frozen=True):
    """A sitting and what one person, or both, said in it."""

    sitting: Sitting
    answers: Mapping[str, Answer | None]


class Carried(Struct, frozen=True):
    """One earlier answer: where it stood, its words, and itself."""

    title: str
    words: str
    answer: Answer


def wanted(steps: Iterable[Step]) -> frozenset[str]:
    """The exercises that these steps would look back into."""
    found: set[str] = set()
    for step in steps:
        found.update(carry.exercise for carry in step.carries)
        if isinstance(step, Follow):
            found.update(carry.exercise for carry in step.of)
        if isinstance(step, Loop):
            found.update(name for name in (step.of, step.then) if name)
    return frozenset(found)


def wants_all(steps: Iterable[Step]) -> bool:
    """Whether one of these steps looks back at the commitments of every exercise."""
    return any(isinstance(step, Follow) and not step.of for step in steps)


def offers(steps: Iterable[Step], told: tuple[Told, ...]) -> dict[str, tuple[Carried, ...]]:
    """For each step what it can take from earlier sittings, the newest first."""
    found = {step.id: tuple(islice(_offered(step, told), OFFERED)) for step in steps}
    return {step: carried for step, carried in found.items() if carried}


def _offered(step: Step, told: tuple[Told, ...]) -> Iterator[Carried]:
    if isinstance(step, Follow):
        yield from _commitments(step, told)
        return
    if isinstance(step, Instrument):
        return
    for carry in step.carries:
        for one in told:
            carried = _one(one, carry, step)
            if carried is not None and taken(step, None, carried) is not None:
                yield carried


def _one(told: Told, carry: Carry, into: Step) -> Carried | None:
    answer = told.answers.get(carry.step)
    if told.sitting.exercise.id != carry.exercise or answer is None:
        return None
    step = told.sitting.exercise.step(carry.step)
    words = step.words(answer) if into.stays or not step.stays else None
    return Carried(f"{told.sitting.exercise.title} · {step.title}", words, answer) if words else None


def _commitments(follow: Follow, told: tuple[Told, ...]) -> Iterator[Carried]:
    """Commitments that were not yet kept, nor given up, since they were made."""
    done: set[str] = set()
    for one in told:
        for step in one.sitting.exercise.steps():
            answer = one.answers.get(step.id)
            if answer is None:
                continue
            if isinstance(step, Follow):
                done |= {row["what"] for row in answer.get("went") or () if row["how"] in ("kept", "not-ours")}
            elif isinstance(step, Commit) and (not follow.of or Carry(exercise=one.sitting.exercise.id, step=step.id) in follow.of):
                words = promised(answer)
                if words and words not in done:
                    done.add(words)
                    yield Carried(one.sitting.exercise.title, words, answer)


def taken(step: Step, answer: Answer | None, carried: Carried) -> Answer | None:
    """The answer to a step once earlier words were taken into it, or nothing where they do not fit there.

    A whole answer of the same shape is taken as it is where there was none; else its words are added to what stands there.
    """
    fields = {field.id: field for field in step.fields()}
    if answer is None and set(carried.answer) == set(fields) and not step.check(carried.answer):
        return carried.answer
    for field in fields.values():
        added = _added(field, (answer or {}).get(field.id), carried.words)
        if added is not None:
            return {**(answer or {}), field.id: added}
    return None


def _added(field: Field, value: object, words: str) -> object | None:
    if isinstance(field, Line):
        return f"{value}\n{words}" if value else words
    if isinstance(field, Choices):
        now = value if isinstance(value, dict) else {"picked": [], "own": []}
        return {**now, "own": [*now["own"], words]}
    if isinstance(field, Pairs):
        return [*(value if isinstance(value, list) else ()), {"surface": words, "underneath": ""}]
    return None


def spoken_before(told: tuple[Told, ...]) -> dict[str, str | None]:
    """What was said in the latest sitting of each exercise, under the keys that drawings look for it."""
    found: dict[str, str | None] = {}
    seen: set[str] = set()
    for one in told:
        exercise = one.sitting.exercise
        if exercise.id not in seen:
            seen.add(exercise.id)
            found |= {earlier(exercise.id, step): exercise.step(step).words(answer) for step, answer in one.answers.items()}
    return found
