"""What runs through many sittings: the loop then and now, what set somebody off, the weekly lines, what was set out.

Nothing here is counted, ranked or weighed; what the other said is there only as far as it opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from gettext import gettext as _
from typing import Final

from msgspec import Struct

from workbook.content.blocks import Block, Course, Event, Heading, Line, Listing, Loop, Said, Side, Sides, Table
from workbook.content.fields import Pairs, Reviewed
from workbook.content.step import Answer, Step
from workbook.content.steps.follow import Follow
from workbook.content.steps.scales import Scales
from workbook.couple import sharing
from workbook.couple.commitments import went
from workbook.couple.people import BOTH, Person, PersonId
from workbook.couple.sitting import Response, Sitting

PULSE: Final = "weekly-pulse"
LOOPS: Final = ("draw-our-loop", "ways-out", "my-half-of-it", "keep-it-alive")
TRIGGERS: Final[Mapping[str, tuple[str, str, str]]] = {
    "quick-capture": ("happened", "feeling", "did"),
    "one-moment-slowly": ("cue", "showed", "did"),
}
"""Of each exercise the steps that say what set it off, what was felt, and what one did."""

CLOSED: Final = ("kept", "not-ours")
WEEKS: Final = 26
"""How many weeks are drawn, the newest."""

DayWords = Callable[[date | None, int], str]
"""A day in words; where it is not known, which one in the row it is."""


class Then(Struct, frozen=True, kw_only=True):
    """A sitting as one person may look back at it; `day` is when they first saw it, where that is known."""

    sitting: Sitting
    responses: tuple[Response, ...]
    day: date | None = None

    def by(self, *authors: PersonId) -> dict[str, Answer]:
        """What these said, by step."""
        return {one.step: one.answer for one in self.responses if one.author in authors and one.answer is not None}


class Drawing(Struct, frozen=True, kw_only=True):
    """One drawing of a loop: where it comes from, and when."""

    title: str
    day: date | None
    loop: Loop


class Happening(Struct, frozen=True):
    """Something in a life that is drawn into the lines: a day, and a few words somebody typed."""

    day: date
    words: str


def loops(past: Iterable[Then], people: tuple[Person, ...]) -> tuple[Drawing, ...]:
    """The loops that were drawn, in the order of `past`: of each sitting the fullest drawing."""
    found: list[Drawing] = []
    for then in past:
        keys = frozenset((one.step, one.author) for one in then.responses)
        drawn = [one for one in sharing.document(then.sitting, people, then.responses, keys) if isinstance(one, Loop)]
        found.extend(Drawing(title=then.sitting.exercise.title, day=then.day, loop=one) for one in drawn[-1:])
    return tuple(found)


def beside_each_other(then: Drawing, now: Drawing, names: tuple[str, str]) -> tuple[Block, ...]:
    """Two drawings side by side."""
    return (Sides((Side(names[0], (then.loop,)), Side(names[1], (now.loop,)))),)


def triggers(past: Iterable[Then], me: PersonId) -> tuple[Block, ...]:
    """What set this person off: each with what was felt, the newest first; then by feeling and by move, from A to Z."""
    cues: dict[str, dict[str, None]] = {}
    felt: dict[str, dict[str, None]] = {}
    done: dict[str, dict[str, None]] = {}
    for then in past:
        exercise = then.sitting.exercise
        if exercise.id not in TRIGGERS:
            continue
        said, (cue, feeling, move) = then.by(me), TRIGGERS[exercise.id]
        words = exercise.step(cue).words(said.get(cue))
        if words is None:
            continue
        for groups, at in ((felt, feeling), (done, move)):
            for name in _names(exercise.step(at), said.get(at)) or (_("Without a word for it"),):
                groups.setdefault(name, {})[words] = None
        cues.setdefault(words, {}).update(dict.fromkeys(_names(exercise.step(feeling), said.get(feeling))))
    rows = tuple((words, ", ".join(names) or "–") for words, names in cues.items())
    by_cue = (Heading(_("By what set it off"), 2), Table((_("What set it off"), _("What you felt")), rows)) if rows else ()
    return (*by_cue, *_grouped(_("By what you felt"), felt), *_grouped(_("By what you did"), done))


def _names(step: Step, answer: Answer | None) -> tuple[str, ...]:
    """What an answer names: each thing that was picked or added, what was underneath, or a line of one's own."""
    if answer is None:
        return ()
    if any(isinstance(field, Pairs) for field in step.fields()):
        (pairs,) = answer.values()
        return tuple(row["underneath"].strip() for row in pairs or () if row["underneath"].strip())
    shown = step.show(answer)
    picked = [name for block in shown if isinstance(block, Listing) for name in (*block.picked, *block.own)]
    said = ((block.text or "").strip() for block in shown if isinstance(block, Said))
    return tuple(picked) or tuple(words for words in said if words)


def _grouped(title: str, groups: Mapping[str, Iterable[str]]) -> Iterator[Block]:
    if groups:
        yield Heading(title, 2)
    for name in sorted(groups, key=str.casefold):
        yield Heading(name, 3)
        yield Listing((), tuple(groups[name]))


def lines(past: Iterable[Then], people: Iterable[Person], happenings: Iterable[Happening], days: DayWords) -> tuple[Block, ...]:
    """The scales of the weekly pulse, `past` the oldest first: a picture, what happened in between, and a table for each person."""
    scaled = [(then, step) for then in past for step in _marked(then)]
    if not scaled:
        return ()
    newest = scaled[-1][1]
    weeks = [then for then, step in scaled if step.id == newest.id][-WEEKS:]
    shown = [person for person in people if any(newest.id in then.by(person.id) for then in weeks)]
    said = {person.id: [then.by(person.id).get(newest.id) or {} for then in weeks] for person in shown}
    names = tuple(sharing.first_name(person.name) for person in shown)
    scales = tuple(
        Line(item.text, item.low_label, item.high_label, tuple(tuple(one.get(item.id) for one in said[who.id]) for who in shown))
        for item in newest.items
    )
    dates = [then.day for then in weeks]
    happened = sorted(happenings, key=lambda one: one.day)
    events = tuple(Event(_between(one.day, dates), f"{days(one.day, 0)}: {one.words}") for one in happened)
    when = [days(day, at) for at, day in enumerate(dates, start=1)]
    return (
        Course(names, scales, 0, 10, events),
        *(block for name, who in zip(names, shown, strict=True) for block in _table(name, when, newest, said[who.id])),
    )


def _marked(then: Then) -> Iterator[Scales]:
    """The scales on which somebody marked a place, of those that may open; what always stays with its author is not drawn."""
    said, may_open = {one.step for one in then.responses if one.answer is not None}, then.sitting.exercise.may_open()
    yield from (step for step in then.sitting.exercise.steps() if isinstance(step, Scales) and step.id in said & may_open)


def _table(name: str, when: list[str], step: Scales, said: list[Answer]) -> tuple[Block, ...]:
    header = (_("When"), *(item.text for item in step.items))
    rows = [(at, *(_number(one.get(item.id)) for item in step.items)) for at, one in zip(when, said, strict=True) if one]
    return (Heading(name, 3), Table(header, tuple(rows)))


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)


def _between(day: date, dates: list[date | None]) -> float:
    """Where a day lies among the weeks: 0 is the first of them, 0.5 half-way to the next."""
    known = [(at, one) for at, one in enumerate(dates) if one is not None]
    before = [at for at, one in known if one <= day]
    after = [at for at, one in known if one > day]
    if not before:
        return after[0] - 0.5 if after else 0.0
    same = any(one == day for _at, one in known)
    return float(before[-1]) if same else before[-1] + 0.5


def set_out(past: Iterable[Then], me: PersonId) -> tuple[Block, ...]:
    """What was set out, `past` the oldest first: what is still open stands first, each with how it went in their words."""
    said = [
        (step, answer)
        for then in past
        for answers in (then.by(me, BOTH),)
        for step in then.sitting.exercise.steps()
        if (answer := answers.get(step.id)) is not None
    ]
    found = went(said)
    over = set(_over(said))
    open_ = [(what, how) for what, how in found.items() if what not in over]
    closed = [(what, how) for what, how in found.items() if what in over]
    return (*_practices(_("Still open"), open_), *_practices(_("Looked at and done with"), closed))


def _over(said: Iterable[tuple[Step, Answer]]) -> Iterator[str]:
    hows: dict[str, str] = {}
    for step, answer in said:
        if isinstance(step, Follow) and any(isinstance(field, Reviewed) for field in step.fields()):
            hows |= {row["what"]: row["how"] for row in answer.get("went") or ()}
    yield from (what for what, how in hows.items() if how in CLOSED)


def _practices(title: str, found: list[tuple[str, str]]) -> Iterator[Block]:
    if found:
        yield Heading(title, 2)
        yield Table((_("What"), _("How it went")), tuple((what, how or _("Not said yet")) for what, how in reversed(found)))
