"""A brief for a session: one page that a therapist reads in a minute, in the couple's own words, and the details behind it.

Nothing is interpreted, added up or missing on it. What was not granted is taken away first, and all else is made of what is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import gettext as _
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from workbook.content.blocks import Block, Break, Course, Front, Heading, Line, Loop, LoopHalf, Prose, Said, Side, Sides, Table
from workbook.content.step import Answer, Step
from workbook.content.steps.scales import Scales
from workbook.couple import sharing
from workbook.couple.commitments import went
from workbook.couple.people import BOTH, Person, PersonId
from workbook.couple.redaction import Gap, shortened
from workbook.couple.sharing import Item, first_name
from workbook.couple.sitting import Response, Sitting, personal

At = tuple[str, str, PersonId]
"""A sitting, a step in it, and its author."""

TITLE: Final = ""
"""Stands for the name of a sitting's exercise, where a step would stand."""

MOMENTS, DONE, WEEKS = 3, 10, 8
"""How much of a kind the first page holds; what is beyond stands in the details."""


class Amount(NamedTuple):
    """What the first page holds at the most: letters of a moment, practices, and kinds of scales; `beside` as two columns."""

    letters: int
    practices: int
    scales: int
    beside: bool


AMOUNTS: Final = (Amount(220, 4, 3, False), Amount(220, 3, 1, True), Amount(140, 2, 1, True), Amount(80, 2, 1, True))
"""What the first page holds, and less and less of it where that would be more than a page."""

_TELLING: Final = frozenset({"substance", "suicidality", "medication", "sexual"})
"""What an exercise tells of somebody by its name alone."""


class Source(Struct, frozen=True, kw_only=True):
    """One sitting and what may be asked for of it; `revision` says which came later, and never when."""

    sitting: Sitting
    responses: tuple[Response, ...]
    revision: int


class Brief(Struct, frozen=True, kw_only=True):
    """A brief while it is made, the newest sitting first; it lives in memory, and so does everyone's consent.

    `people` are those it is by: both, or one. `brought` is what is marked as worth session time, `wants` what each would like
    from the session, `without` the words that each leaves out, `tickets` those for its lines in their export logs.
    """

    people: tuple[Person, ...]
    sources: tuple[Source, ...]
    brought: frozenset[At] = frozenset()
    ticks: Mapping[PersonId, frozenset[At]] = {}
    wants: Mapping[PersonId, str] = {}
    without: Mapping[PersonId, tuple[Gap, ...]] = {}
    tickets: Mapping[PersonId, str] = {}

    @property
    def joint(self) -> bool:
        """Whether it is by both; one's own is another document, never a layer of this one (G22)."""
        return len(self.people) > 1


def offered(brief: Brief, source: Source) -> tuple[Item, ...]:
    """What of a sitting could stand on the paper: that it was done, then each answer."""
    exercise = source.sitting.exercise
    author = BOTH if brief.joint else brief.people[0].id
    asked = [step for step in exercise.steps() if step.fields()]
    tender = any(_TELLING & set(step.sensitive) for step in asked) or sum(bool(step.sensitive) for step in asked) * 2 >= len(asked)
    named = Item(step=TITLE, author=author, title=exercise.title, blocks=(), tender=tender)
    return (named, *sharing.items(source.sitting, source.responses))


def chosen(brief: Brief) -> tuple[Source, ...]:
    """The sittings with what everybody whose words these are has granted, without the words they left out."""
    return tuple(
        replace(source, responses=shortened(source.sitting, _granted(brief, source), brief.without)) for source in brief.sources
    )


def _granted(brief: Brief, source: Source) -> tuple[Response, ...]:
    sitting = source.sitting
    ticks = {who: frozenset((step, author) for at, step, author in found if at == sitting.id) for who, found in brief.ticks.items()}
    asked = sitting.people if brief.joint else tuple(person.id for person in brief.people)
    keys = sharing.granted(sharing.items(sitting, source.responses), asked, ticks)
    return tuple(one for one in source.responses if (one.step, one.author) in keys and one.answer is not None)


def done(brief: Brief) -> tuple[str, ...]:
    """The exercises that may be named, the newest first."""
    return tuple(
        source.sitting.exercise.title
        for source in brief.sources
        if all(
            (source.sitting.id, TITLE, BOTH if brief.joint else person.id) in brief.ticks.get(person.id, frozenset())
            for person in brief.people
        )
    )


def blocks(brief: Brief) -> tuple[Block, ...]:
    """The document: the first page, then the details, the newest sitting first."""
    sources, titles = chosen(brief), done(brief)
    brief = replace(brief, people=tuple(person for person in brief.people if _speaks(person, brief, sources)) or brief.people)
    details = [(source, _document(brief, source)) for source in sources if source.responses]
    pages = tuple(block for source, body in details for block in (Heading(source.sitting.exercise.title, 1), *body))
    bodies = [block for _source, body in details for block in body]
    first, *shorter = dict.fromkeys(tuple(_first_page(brief, titles, sources, bodies, amount)) for amount in AMOUNTS)
    return (Front(first, tuple(shorter)), *((Break(), *pages) if pages else ()))


def empty(brief: Brief) -> bool:
    """Whether there would be nothing on the paper."""
    said = any(source.responses for source in chosen(brief))
    return not (said or done(brief) or any(words.strip() for words in brief.wants.values()))


def _speaks(person: Person, brief: Brief, sources: tuple[Source, ...]) -> bool:
    """Whether a person's words are on it; who is not is not named either, so that nothing shows that there could be more (G21)."""
    said = any(one.author in (person.id, BOTH) for source in sources for one in source.responses)
    return said or bool(brief.wants.get(person.id, "").strip())


def _document(brief: Brief, source: Source) -> tuple[Block, ...]:
    keys = frozenset((one.step, one.author) for one in source.responses)
    return sharing.document(source.sitting, brief.people, source.responses, keys)[1:]


def _first_page(
    brief: Brief, done: tuple[str, ...], sources: tuple[Source, ...], details: list[Block], amount: Amount
) -> Iterator[Block]:
    yield Heading(_("For a session"), 1)
    yield Prose(_preface(brief))
    titles = tuple(dict.fromkeys(done))[:DONE]
    if titles:
        yield Heading(_("Since last time"), 2)
        yield Prose(" · ".join(titles))
    moments = list(_moments(brief, sources, amount.letters))
    if moments:
        yield Heading(_("Worth session time"), 2)
        yield from moments
    wants = [(first_name(person.name), words) for person in brief.people if (words := brief.wants.get(person.id, "").strip())]
    if wants:
        yield Heading(_("What we each want from this session") if brief.joint else _("What I want from this session"), 2)
        sides = tuple(Side(name, (Said(words),)) for name, words in wants)
        yield from (Sides(sides),) if len(sides) > 1 else ((Said(wants[0][1], label=wants[0][0] if brief.joint else ""),))
    loop = next((block for block in details if isinstance(block, Loop)), None)
    if loop is not None:
        drawn = _("Our loop, as we drew it last") if brief.joint else _("My side of the loop, as I drew it last")
        yield Heading(f"{drawn}: “{loop.name}”" if loop.name else drawn, 2)
        yield replace(loop, name=None, first=_outside(loop.first), second=_outside(loop.second))
    practices, courses = list(_practices(brief, sources, amount)), list(_courses(brief, sources, amount))
    if amount.beside and practices and courses:
        yield Sides(tuple(Side(heading.text, (block,)) for heading, block in (*practices, *courses)))
    else:
        yield from (block for pair in (*practices, *courses) for block in pair)


def _outside(half: LoopHalf) -> LoopHalf:
    """What sets one off and what one does; what lies underneath stands in the details."""
    return LoopHalf(name=half.name, cue=half.cue, move=half.move)


def _preface(brief: Brief) -> str:
    names = _(" and ").join(first_name(person.name) for person in brief.people)
    if brief.joint:
        text = _("{names}, in their own words. It is what they chose to show, and it may not be everything. Nothing is scored.")
    else:
        text = _("{names}, in their own words. This is one person’s view. Nothing is scored.")
    return text.replace("{names}", names)


def _moments(brief: Brief, sources: tuple[Source, ...], letters: int) -> Iterator[Block]:
    names = {person.id: first_name(person.name) for person in brief.people}
    marked = (
        (source, one)
        for source in sources
        for one in source.responses
        if (source.sitting.id, one.step, one.author) in brief.brought and one.answer is not None
    )
    shown = 0
    for source, one in marked:
        step = personal(source.sitting.exercise.step(one.step), names.get(one.author, _("you")), None)
        words = step.words(one.answer)
        if words is None or shown == MOMENTS:
            continue
        shown += 1
        who = names.get(one.author, _("Both")) if brief.joint else ""
        label = " · ".join(part for part in (who, step.title, source.sitting.exercise.title) if part)
        yield Said(_short(words, letters, _("(all of it further on)")), label)


def _short(words: str, letters: int, note: str = "") -> str:
    """The beginning, up to the end of a word, and a note that there is more."""
    if len(words) <= letters:
        return words
    cut = words[:letters]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[letters // 2 :] else cut} … {note}".rstrip()


def _answers(sources: tuple[Source, ...]) -> Iterator[tuple[Step, Answer]]:
    """What was said, the oldest sitting first, each in the order it was walked."""
    for source in reversed(sources):
        said = [(one.step, one.answer) for one in source.responses if one.answer is not None]
        for step in source.sitting.exercise.steps():
            yield from ((step, answer) for at, answer in said if at == step.id)


def _practices(brief: Brief, sources: tuple[Source, ...], amount: Amount) -> Iterator[tuple[Heading, Table]]:
    newest = list(reversed(went(_answers(sources)).items()))[: amount.practices]
    if newest:
        heading = _("What we wanted to try, and how it went") if brief.joint else _("What I wanted to try, and how it went")
        rows = tuple((_short(what, amount.letters * 2 // 3), how or "–") for what, how in newest)
        yield Heading(heading, 2), Table((_("What"), _("How it went")), rows)


def _courses(brief: Brief, sources: tuple[Source, ...], amount: Amount) -> Iterator[tuple[Heading, Course]]:
    """Scales that somebody marked more than once."""
    found: dict[tuple[str, str], tuple[Scales, list[Mapping[PersonId, Answer]]]] = {}
    for source in reversed(sources):
        for step in source.sitting.exercise.steps():
            if isinstance(step, Scales):
                said = {one.author: one.answer for one in source.responses if one.step == step.id and one.answer is not None}
                if said:
                    found.setdefault((source.sitting.exercise.id, step.id), (step, []))[1].append(said)
    through = [(step, weeks, people) for step, weeks in found.values() if (people := _often(brief, weeks))]
    for step, weeks, people in through[: amount.scales]:
        yield Heading(step.title, 2), _course(step, weeks[-WEEKS:], people, bare=amount.beside)


def _often(brief: Brief, weeks: list[Mapping[PersonId, Answer]]) -> list[Person]:
    return [person for person in brief.people if sum(person.id in week for week in weeks) > 1]


def _course(step: Scales, weeks: list[Mapping[PersonId, Answer]], people: list[Person], *, bare: bool) -> Course:
    """A drawing of each scale; `bare` leaves out what its ends are called, as that stands in the details."""
    lines = tuple(
        Line(
            item.text,
            "" if bare else item.low_label,
            "" if bare else item.high_label,
            tuple(tuple((week.get(person.id) or {}).get(item.id) for week in weeks) for person in people),
        )
        for item in step.items
    )
    return Course(tuple(first_name(person.name) for person in people), lines, 0, 10)
