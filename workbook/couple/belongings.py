"""Everything of one's own in one file, that this program or another can read again: JSON in ASCII, one object, version 3.

- `format` is `couples-workbook/everything-of-mine`; `version` is 3, and counts up when older programs could not read the file.
  Files of version 1 and 2 are read too: the first have neither `later` nor `marks`, none of them `brought`.
- `exercises`: each exercise as it was read when it was answered, under a name that is used only in this file.
- `sittings`, newest first: `id`; `exercise`, one of those names; `mode`, `alone`, `each` (apart, then both) or `together`;
  `short`; where it stands (`part`, `step`, and `state`: `open`, `finished` or `set-aside`); `answers`, step id to answer, as
  `content/fields/` describes each field; `together`, what both said; `later`, step id to what was thought about it later, the
  first thought first; `marks`, step id to how one's own mark on the other's words stands (`same`, `different`,
  `surprised`); and the step ids that are `brought` to a session, `held` back, `sealed` and not open yet, `opened` to both.
- `exports`, newest first: `what` went on paper, `to` whom, the file's SHA-256 as `digest`, `when` (UTC, ISO 8601).
- `settings`, name to value.

What a partner said alone is theirs, and never in it; nor are names. Read back, all of it is one's own: nothing sealed or opened.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from workbook.content.compose import compose
from workbook.content.exercise import Exercise, Mode, Together
from workbook.content.fault import Faulty
from workbook.content.step import Answer
from workbook.couple.beside import (
    BROUGHT,
    Mark,
    bring_id,
    fits,
    is_brought,
    later_id,
    later_of,
    mark_id,
    mark_in,
    marked,
    number_of,
    step_of,
)
from workbook.couple.letters import letters_in
from workbook.couple.people import PersonId
from workbook.couple.sitting import Place, Sitting, State
from workbook.trouble import Trouble

FORMAT: Final = "couples-workbook/everything-of-mine"
VERSION: Final = 3
MOST_BYTES: Final = 64 * 1024 * 1024
"""No file of this kind is larger: 100,000 long answers take about half of it."""
_MOST_PIECES: Final = 2_000_000
_DEEPEST: Final = 20


class Kept(Struct, frozen=True, kw_only=True):
    """One sitting with what its owner said in it; `together` is what both said, `beside` their later thoughts and marks, by id."""

    sitting: Sitting
    place: Place
    state: State
    answers: Mapping[str, Answer]
    together: Mapping[str, Answer] = {}
    beside: Mapping[str, Answer] = {}
    held: frozenset[str] = frozenset()
    sealed: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()

    def said(self) -> str:
        """What was said to which questions: the same text for the same words, whatever the sitting is called."""
        here, letters = self.sitting, letters_in(self.sitting.exercise)
        answers = {step: answer for step, answer in self.answers.items() if step not in letters}  # a burned one stays burned
        said = [answers, dict(self.together), self.later(), self.marks()]
        return json.dumps([here.exercise.source, here.mode, *said], sort_keys=True)

    def later(self) -> dict[str, list[Answer]]:
        """By step, what was thought about it later, in order."""
        steps = sorted({step for name in self.beside if (step := step_of(name)) and number_of(name)})
        return {step: [self.beside[name] for name in later_of(step, self.beside)] for step in steps}

    def brought(self) -> list[str]:
        """The steps whose answers are worth session time."""
        return sorted(step for name in self.beside if is_brought(name) and (step := step_of(name)))

    def marks(self) -> dict[str, Mark]:
        """By step, one's own mark on what the other said."""
        found = {step_of(name): mark_in(answer) for name, answer in sorted(self.beside.items())}
        return {step: mark for step, mark in found.items() if step and mark}


class Line(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the export log."""

    what: str
    to: str
    digest: str
    when: str


class Belongings(Struct, frozen=True, kw_only=True):
    """Everything of one person's: sittings and export log newest first, settings."""

    kept: tuple[Kept, ...] = ()
    exports: tuple[Line, ...] = ()
    settings: Mapping[str, str] = {}


def by_both(exercise: Exercise) -> frozenset[str]:
    """The steps whose answer is everybody's."""
    joint = (part for part in exercise.parts if isinstance(part, Together))
    return frozenset(step.id for part in joint for step in part.steps if not step.each)


def lacking(found: Belongings, here: Belongings, taken: frozenset[str], new_id: Callable[[], str]) -> Belongings:
    """What of a file is not here yet; a sitting whose id is taken gets a new one, so that nothing here is touched."""
    known = {one.said() for one in here.kept}
    new = (one for one in found.kept if one.said() not in known)
    used, kept = set(taken | {one.sitting.id for one in here.kept}), list[Kept]()
    for one in new:
        name = one.sitting.id
        while name in used:
            name = new_id()
        used.add(name)
        kept.append(replace(one, sitting=replace(one.sitting, id=name)))
    log = frozenset(here.exports)
    exports = tuple(line for line in found.exports if line not in log)
    settings = {key: value for key, value in found.settings.items() if key not in here.settings}
    return Belongings(kept=tuple(kept), exports=exports, settings=settings)


# the file

_Name = Annotated[str, Meta(min_length=1, max_length=200)]
_Answers = dict[str, dict[str, Any]]


class _Sitting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: _Name
    exercise: str
    mode: Mode
    short: bool
    part: Annotated[int, Meta(ge=0)]
    step: Annotated[int, Meta(ge=0)]
    state: State
    answers: _Answers
    together: _Answers
    later: dict[str, list[dict[str, Any]]]
    marks: dict[str, Mark]
    brought: list[str]
    held: list[str]
    sealed: list[str]
    opened: list[str]


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: str
    version: int
    exercises: dict[str, dict[str, Any]]
    sittings: list[_Sitting]
    exports: list[Line]
    settings: dict[_Name, str]


def as_json(mine: Belongings) -> bytes:
    """The file; the same belongings always give the same bytes."""
    names = {one.sitting.exercise.source: _name(one.sitting.exercise) for one in mine.kept}
    file = {
        "format": FORMAT,
        "version": VERSION,
        "exercises": {name: json.loads(source) for source, name in names.items()},
        "sittings": [_written(one) for one in mine.kept],
        "exports": [msgspec.structs.asdict(line) for line in mine.exports],
        "settings": dict(mine.settings),
    }
    return json.dumps(file, indent=1).encode("ascii")


def read(content: bytes, me: PersonId) -> Belongings:
    """What a file holds, as belongings of `me`; it is believed in nothing.

    Raises Trouble `belongings-large`, `belongings-other` (not such a file), `belongings-newer`, `belongings-damaged`,
    `belongings-unknown` (an exercise this program does not know).
    """
    plain = _parsed(content)
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise Trouble("belongings-other")
    version = plain.get("version")
    if type(version) is not int or not 1 <= version <= VERSION:
        raise Trouble("belongings-newer" if type(version) is int and version > VERSION else "belongings-damaged")
    try:
        if version == 1:
            plain["sittings"] = [{**one, "later": {}, "marks": {}} for one in plain["sittings"]]
        if version < 3:
            plain["sittings"] = [{**one, "brought": []} for one in plain["sittings"]]
        file = msgspec.convert(plain, _File)
        exercises = {name: compose(source) for name, source in file.exercises.items()}
        return Belongings(
            kept=tuple(_kept(one, exercises[one.exercise], me) for one in file.sittings),
            exports=tuple(file.exports),
            settings=file.settings,
        )
    except Faulty:
        raise Trouble("belongings-unknown") from None
    except (msgspec.ValidationError, UnicodeEncodeError, ValueError, TypeError, KeyError):
        raise Trouble("belongings-damaged") from None


def _name(exercise: Exercise) -> str:
    return f"{exercise.id}-{exercise.edition}-{blake2b(exercise.source.encode(), digest_size=6).hexdigest()}"


def _written(one: Kept) -> dict[str, Any]:
    sitting = one.sitting
    where = {"part": one.place.part, "step": one.place.step, "state": one.state}
    said = {"answers": dict(one.answers), "together": dict(one.together), "later": one.later(), "marks": one.marks()}
    stand = {"brought": one.brought(), "held": sorted(one.held), "sealed": sorted(one.sealed), "opened": sorted(one.opened)}
    about = {"id": sitting.id, "exercise": _name(sitting.exercise), "mode": sitting.mode, "short": sitting.short}
    return about | where | said | stand


def _parsed(content: bytes) -> Any:
    if len(content) > MOST_BYTES or sum(content.count(mark) for mark in (b",", b"[", b"{")) > _MOST_PIECES:
        raise Trouble("belongings-large")
    try:
        return json.loads(content, parse_constant=_no_number, parse_float=_finite, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Trouble("belongings-other") from None


def _kept(one: _Sitting, exercise: Exercise, me: PersonId) -> Kept:
    sitting = Sitting(id=one.id, exercise=exercise, mode=one.mode, short=one.short, people=(me,))
    if one.part >= len(sitting.parts()) or one.step > max(len(sitting.steps(one.part)), len(sitting.opens(one.part))):
        raise ValueError("no such place")
    if one.together.keys() - by_both(exercise) or one.answers.keys() & by_both(exercise):
        raise ValueError("not said by both")
    for step, answer in (*one.answers.items(), *one.together.items()):
        if exercise.step(step).check(answer) or not _plain(answer, 0):
            raise ValueError("not an answer to this")
    known = {step.id: step for step in exercise.steps()}
    if {*one.held, *one.sealed, *one.opened} - known.keys():
        raise ValueError("no such step")
    beside = {later_id(step, at): each for step, all_of_it in one.later.items() for at, each in enumerate(all_of_it, start=1)}
    beside |= {mark_id(step): marked(mark) for step, mark in one.marks.items()}
    beside |= {bring_id(step): BROUGHT for step in one.brought}
    if not all(fits(name, answer, known) for name, answer in beside.items()):
        raise ValueError("nothing that could stand there")
    return Kept(
        sitting=sitting,
        place=Place(one.part, one.step),
        state=one.state,
        answers=one.answers,
        together=one.together,
        beside=beside,
        held=frozenset(one.held),
    )


def _plain(value: object, depth: int) -> bool:
    if isinstance(value, (dict, list)):
        inner = value.values() if isinstance(value, dict) else value
        return depth < _DEEPEST and all(_plain(each, depth + 1) for each in inner)
    return True


def _no_number(word: str) -> Any:
    raise ValueError("not a number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError("not a number")
    return number


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found
