"""A sitting: one run through an exercise, and where in it somebody is."""

from __future__ import annotations

from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

from workbook.content.exercise import Alone, Apart, Exercise, Mode, Part, Reveal, Together, walked
from workbook.content.step import Answer, Step
from workbook.couple.people import PersonId, named

S = TypeVar("S", bound=Step)
State = Literal["open", "finished", "set-aside"]
"""Finished: walked to its end. Set aside: its owner said "not now"; to the other it looks like any other state."""


class Sitting(Struct, frozen=True, kw_only=True):
    """One run through an exercise, which it keeps as it was read: an old answer is shown with the words it answered."""

    id: str
    exercise: Exercise
    mode: Mode
    short: bool = False
    people: tuple[PersonId, ...]

    def parts(self) -> tuple[Part, ...]:
        """The parts of this run, in order."""
        return self.exercise.path(self.mode)

    def steps(self, part: int) -> tuple[Step, ...]:
        """The steps to walk in one part; a reveal has none of its own."""
        this = self.parts()[part]
        return () if isinstance(this, Reveal) else walked(this, self.exercise.short if self.short else ())

    def opens(self, part: int) -> tuple[str, ...]:
        """The step ids that may open in a reveal, in order; on the short path only what was asked."""
        this = self.parts()[part]
        if not isinstance(this, Reveal):
            return ()
        asked = {step.id for at, other in enumerate(self.parts()) if isinstance(other, Apart) for step in self.steps(at)}
        return tuple(step for step in this.steps if step in asked)

    def opens_after(self, part: int) -> tuple[str, ...]:
        """What of an apart half may open later: its own steps that any reveal of this run lists, in the half's order."""
        listed = {step for at in range(len(self.parts())) for step in self.opens(at)}
        return tuple(step.id for step in self.steps(part) if step.id in listed)

    def joint_from(self, part: int) -> range:
        """The stretch of joint parts that begins here, until the next apart part or the end."""
        parts = self.parts()
        end = part
        while end < len(parts) and isinstance(parts[end], (Reveal, Together)):
            end += 1
        return range(part, end)

    def is_apart(self, part: int) -> bool:
        """Whether a part is walked by one person alone."""
        return isinstance(self.parts()[part], (Apart, Alone))


class Place(Struct, frozen=True):
    """Where somebody is in a sitting: the part, and the step within it."""

    part: int = 0
    step: int = 0


class Entry(Struct, frozen=True, kw_only=True):
    """A sitting in a list: what it is, where its reader is in it, and how it stands for that reader alone."""

    sitting: Sitting
    place: Place
    state: State
    revision: int


class Headline(Struct, frozen=True):
    """A sitting as a list names it, by its exercise; nothing of what was said in it."""

    id: str
    title: str
    purpose: str


class Response(Struct, frozen=True, kw_only=True):
    """An answer to one step, with its author: one person, or `both` for a joint step.

    `taken_back` says that it had been open to both, and that its author has deleted it since; `broken`, that what lies open in its
    place is not what its author sealed, so that nobody is shown it.
    """

    step: str
    author: PersonId
    answer: Answer | None
    taken_back: bool = False
    broken: bool = False


def personal(step: S, me: str, partner: str | None) -> S:
    """A step with its people's names in all its texts."""

    def fill(thing: Any) -> Any:
        if isinstance(thing, str):
            return named(thing, me, partner)
        if isinstance(thing, dict):
            return {key: fill(value) for key, value in thing.items()}
        return [fill(value) for value in thing] if isinstance(thing, (list, tuple)) else thing

    return msgspec.convert(fill(msgspec.to_builtins(step)), type(step))
