"""Sharing: what goes on paper is what each author ticked for this one export; redaction is absence (G20, G21)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import gettext as _

from msgspec import Struct

from workbook.content.blocks import Block, Heading, Loop, Prose, Side, Sides
from workbook.content.exercise import Reveal
from workbook.content.step import Answer, Step, Voice
from workbook.content.steps.letter import Letter
from workbook.content.steps.reread import Reread
from workbook.couple import beside
from workbook.couple.people import BOTH, Person, PersonId
from workbook.couple.sitting import Response, Sitting, personal

Key = tuple[str, PersonId]
"""A step and its author."""


class Item(Struct, frozen=True, kw_only=True):
    """One answer that could leave, or what stands beside one; `tender` is its author's mark that it touches something to be
    careful with, `unseen` that nobody but the one who wrote it has read it.
    """

    step: str
    author: PersonId
    title: str
    blocks: tuple[Block, ...]
    tender: bool
    unseen: bool = False


def items(sitting: Sitting, responses: tuple[Response, ...]) -> tuple[Item, ...]:
    """Every answer there is in a sitting, in the order it was walked, each with what stands beside it; not what was left open.

    What stays with its author is not among them, so that nobody can let it go, and that it is missing says nothing.
    """
    said = [response for response in responses if response.answer is not None]
    found: list[Item] = []
    for step in (personal(step, _("you"), None) for step in _walked(sitting) if not step.stays):
        between = _between(step, sitting, responses)
        if between:
            found.append(Item(step=step.id, author=BOTH, title=step.title, blocks=between, tender=bool(step.sensitive)))
        else:
            found.extend(item(step, one) for one in said if one.step == step.id)
        stands = (one for one in said if beside.step_of(one.step) == step.id and not beside.is_brought(one.step))
        there = sorted(stands, key=lambda one: beside.number_of(one.step))
        found.extend(item(step, one) for one in there if len(sitting.people) > 1 or not beside.is_mark(one.step))
    return tuple(found)


def item(step: Step, response: Response) -> Item:
    """One answer to a step, or what stands beside one."""
    name, answer = response.step, response.answer
    later = beside.number_of(name) > 0
    if later:
        title, blocks = _("{step}: a later thought"), beside.thought(step, name).show(answer)
    elif beside.is_mark(name):
        title, blocks = _("{step}: your mark on the other’s words"), beside.shown_mark("", answer)
    else:
        title, blocks = "{step}", step.show(answer)
    title = title.replace("{step}", step.title)
    tender = bool(step.sensitive) or isinstance(step, (Letter, Reread))
    return Item(step=name, author=response.author, title=title, blocks=blocks, tender=tender, unseen=later)


def staying(sitting: Sitting, answers: Mapping[str, Answer | None], author: PersonId) -> tuple[Response, ...]:
    """What of one person's answers stays with them: for their own eyes, and for no paper."""
    steps = (step.id for step in _walked(sitting) if step.stays)
    return tuple(Response(step=step, author=author, answer=answers[step]) for step in steps if answers.get(step) is not None)


def without_words(responses: tuple[Response, ...]) -> frozenset[Key]:
    """What was open once and has no words to show now: both see that on the screen, and it is never on paper."""
    return frozenset(_said_instead(responses))


def asked(item: Item, person: PersonId) -> bool:
    """Whether this person's tick is needed for an item: their own words, and everything both said."""
    return item.author in (person, BOTH)


def granted(all_items: tuple[Item, ...], people: tuple[PersonId, ...], ticks: Mapping[PersonId, frozenset[Key]]) -> frozenset[Key]:
    """What may leave: an answer by one that its author ticked, a joint answer that everyone ticked.

    A mark tells of the words it was made on, so it leaves only with them.
    """
    ticked = frozenset(
        (item.step, item.author)
        for item in all_items
        if all((item.step, item.author) in ticks.get(who, frozenset()) for who in people if asked(item, who))
        and any(asked(item, who) for who in people)
    )
    return frozenset(key for key in ticked if not beside.is_mark(key[0]) or _marked_words(key, people) & ticked)


def _marked_words(mark: Key, people: tuple[PersonId, ...]) -> frozenset[Key]:
    return frozenset((str(beside.step_of(mark[0])), who) for who in people if who != mark[1])


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
        if between := _between(personal(step, _("you"), None), sitting, responses):
            blocks.extend((Heading(step.title, 2), Prose(step.ask), *between) if (step.id, BOTH) in keys else ())
            continue
        blocks.extend(_answered(step, here, said, gone))
        if not step.fields() or any(at == step.id for at, _author in said):
            drawn = _picture(sitting, step, here, said)
            if any(isinstance(block, Loop) for block in drawn):
                blocks = [block for block in blocks if not isinstance(block, Loop)]  # only the fullest drawing is worth a page
            blocks.extend(drawn)
    return tuple(blocks)


def _between(step: Step, sitting: Sitting, responses: tuple[Response, ...]) -> tuple[Block, ...]:
    """What holds for two in place of what each said, so that nobody sees whose answer was the narrower one (G5)."""
    said = {one.author: one.answer for one in responses if one.step == step.id}  # what was narrowed since comes later
    return step.agreed(tuple(said.get(who) for who in sitting.people)) if said and len(sitting.people) > 1 else ()


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
    """What stands on paper of a name: its first word, so that a surname never does; who left has taken theirs along."""
    return next(iter(name.split()), name or _("Someone who has left"))


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
    later = [(who, name) for who in people for name in beside.later_of(step.id, (at for at, author in said if author == who.id))]
    if not authors and both is None and not later:
        return
    one = first_name(people[0].name) if len(people) == 1 else _("you")
    step = personal(step, one, None)

    def words(person: Person) -> tuple[Block, ...]:
        if (step.id, person.id) in gone:
            return gone[step.id, person.id]
        other = next((said.get((step.id, who.id)) for who in people if who.id != person.id), None)
        shown = step.show_beside(said[step.id, person.id], other)
        others = (who for who in people if who.id != person.id)
        marks = (beside.shown_mark(first_name(who.name), said.get((beside.mark_id(step.id), who.id))) for who in others)
        return (*shown, *(block for mark in marks for block in mark))

    yield Heading(step.title, 2)
    yield Prose(step.ask)
    if both is not None:
        yield from step.show(both)
    elif len(authors) > 1:
        yield Sides(tuple(Side(first_name(person.name), words(person)) for person in authors))
    elif authors:
        if len(people) > 1:
            yield Heading(first_name(authors[0].name), 3)
        yield from words(authors[0])
    for who, name in later:
        thought = _("A later thought") if len(people) == 1 else _("{name}: a later thought").replace("{name}", first_name(who.name))
        yield Heading(thought, 3)
        yield from beside.thought(step, name).show(said[name, who.id])


def _picture(sitting: Sitting, step: Step, people: tuple[Person, ...], said: Mapping[Key, Answer | None]) -> tuple[Block, ...]:
    if isinstance(step, Reread):
        return ()  # the letter stands in its own place, where its author let it
    known = {each.id: each for each in sitting.exercise.steps()}
    said = {key: answer for key, answer in said.items() if key[0] in known}
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
