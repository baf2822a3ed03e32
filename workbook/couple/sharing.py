"""Sharing: what goes on paper is what each author ticked for this one export; redaction is absence (G20, G21)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import gettext as _

from msgspec import Struct

from workbook.content.blocks import Block, Heading, Loop, Prose, Side, Sides
from workbook.content.exercise import Reveal
from workbook.content.step import Answer, Step, Voice
from workbook.couple.people import BOTH, Person, PersonId
from workbook.couple.sitting import Response, Sitting, personal

Key = tuple[str, PersonId]
"""A step and its author."""


class Item(Struct, frozen=True, kw_only=True):
    """One answer that could leave; `tender` is its author's mark that it touches something to be careful with."""

    step: str
    author: PersonId
    title: str
    blocks: tuple[Block, ...]
    tender: bool


def items(sitting: Sitting, responses: tuple[Response, ...]) -> tuple[Item, ...]:
    """Every answer there is in a sitting, in the order it was walked; what was left open is not an item."""
    said = {(response.step, response.author): response.answer for response in responses if response.answer is not None}
    return tuple(
        Item(step=step.id, author=author, title=step.title, blocks=step.show(answer), tender=bool(step.sensitive))
        for step in (personal(step, _("you"), None) for step in _walked(sitting))
        for (at, author), answer in said.items()
        if at == step.id
    )


def without_words(responses: tuple[Response, ...]) -> frozenset[Key]:
    """What was open once and has no words to show now: both see that on the screen, and it is never on paper."""
    return frozenset(_said_instead(responses))


def asked(item: Item, person: PersonId) -> bool:
    """Whether this person's tick is needed for an item: their own words, and everything both said."""
    return item.author in (person, BOTH)


def granted(all_items: tuple[Item, ...], people: tuple[PersonId, ...], ticks: Mapping[PersonId, frozenset[Key]]) -> frozenset[Key]:
    """What may leave: an answer by one that its author ticked, a joint answer that everyone ticked."""
    return frozenset(
        (item.step, item.author)
        for item in all_items
        if all((item.step, item.author) in ticks.get(who, frozenset()) for who in people if asked(item, who))
        and any(asked(item, who) for who in people)
    )


def document(
    sitting: Sitting, people: tuple[Person, ...], responses: tuple[Response, ...], keys: frozenset[Key]
) -> tuple[Block, ...]:
    """The pages below a title: each step with the words it asked and what was said, side by side where both are there."""
    said = {
        (response.step, response.author): response.answer
        for response in responses
        if response.answer is not None and (response.step, response.author) in keys
    }
    gone = {key: blocks for key, blocks in _said_instead(responses).items() if key in keys}
    here = tuple(person for person in people if person.id in sitting.people)
    blocks: list[Block] = [Prose(_preface(here))]
    for step in _walked(sitting):
        blocks.extend(_answered(step, here, said, gone))
        if not step.fields() or any(at == step.id for at, _author in said):
            drawn = _picture(sitting, step, here, said)
            if any(isinstance(block, Loop) for block in drawn):
                blocks = [block for block in blocks if not isinstance(block, Loop)]  # only the fullest drawing is worth a page
            blocks.extend(drawn)
    return tuple(blocks)


def shown_taken_back() -> tuple[Block, ...]:
    """What stands in the place of words that their author has deleted."""
    return (Prose(_("*Taken back.*")),)


def shown_broken() -> tuple[Block, ...]:
    """What stands in the place of words that are no longer those their author sealed."""
    return (Prose(_("*What lies here is not what was opened: the file was damaged or changed. It is not shown.*")),)


def _said_instead(responses: tuple[Response, ...]) -> dict[Key, tuple[Block, ...]]:
    return {
        (response.step, response.author): shown_broken() if response.broken else shown_taken_back()
        for response in responses
        if response.broken or response.taken_back
    }


def first_name(name: str) -> str:
    """What stands on paper of a name: its first word, so that a surname never does."""
    return next(iter(name.split()), name)


def _preface(people: tuple[Person, ...]) -> str:
    names = _(" and ").join(first_name(person.name) for person in people)
    if len(people) > 1:
        return _("{names}, in their own words. It is what they chose to show, and it may not be everything.").replace(
            "{names}", names
        )
    return _("{names}, in their own words. This is one person's view.").replace("{names}", names)


def _walked(sitting: Sitting) -> Iterator[Step]:
    for part, this in enumerate(sitting.parts()):
        if not isinstance(this, Reveal):
            yield from sitting.steps(part)


def _answered(
    step: Step, people: tuple[Person, ...], said: Mapping[Key, Answer | None], gone: Mapping[Key, tuple[Block, ...]]
) -> Iterator[Block]:
    authors = [person for person in people if (step.id, person.id) in said or (step.id, person.id) in gone]
    both = said.get((step.id, BOTH))
    if not authors and both is None:
        return
    one = first_name(people[0].name) if len(people) == 1 else _("you")
    step = personal(step, one, None)

    def words(person: Person) -> tuple[Block, ...]:
        if (step.id, person.id) in gone:
            return gone[step.id, person.id]
        other = next((said.get((step.id, who.id)) for who in people if who.id != person.id), None)
        return step.show_beside(said[step.id, person.id], other)

    yield Heading(step.title, 2)
    yield Prose(step.ask)
    if both is not None:
        yield from step.show(both)
    elif len(authors) > 1:
        yield Sides(tuple(Side(first_name(person.name), words(person)) for person in authors))
    else:
        if len(people) > 1:
            yield Heading(first_name(authors[0].name), 3)
        yield from words(authors[0])


def _picture(sitting: Sitting, step: Step, people: tuple[Person, ...], said: Mapping[Key, Answer | None]) -> tuple[Block, ...]:
    known = {each.id: each for each in sitting.exercise.steps()}
    voices = tuple(
        Voice(
            first_name(person.name),
            {at: known[at].words(answer) for (at, author), answer in said.items() if author == person.id},
        )
        for person in people
    )
    joint = {at: known[at].words(answer) for (at, author), answer in said.items() if author == BOTH}
    drawn = step.picture(voices, joint)
    empty = all(isinstance(block, Loop) and not (_filled(block)) for block in drawn)
    return () if empty else drawn


def _filled(loop: Loop) -> bool:
    return any(half.cue or half.move or half.showed for half in (loop.first, loop.second))
