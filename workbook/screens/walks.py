"""What a walk is made of, read from a notebook: one's own half, a solo run, or what both do at the table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from gettext import gettext as _

from workbook.content.exercise import Exercise, Reveal
from workbook.content.step import Answer, Step
from workbook.content.steps.follow import Follow
from workbook.couple import caret, holds
from workbook.couple.people import BOTH, Person, PersonId, partner_of
from workbook.couple.ports import Notebook, Shared, Space
from workbook.couple.sitting import Entry, Place, Response, Sitting
from workbook.screens.carrying import LOOKED_AT, Carried, Told, offers, spoken_before, wanted, wants_all
from workbook.screens.steps import Key, Walk, Writer


def loose_walk(exercise: Exercise) -> Walk:
    """An exercise walked by whoever is there; nothing of it is kept."""
    steps = tuple(step for part in exercise.path("alone") if not isinstance(part, Reveal) for step in part.steps)
    return Walk(title=exercise.title, steps=steps, writers=(Writer("me", _("me")),), answers={}, kept=False)


def own_walk(notebook: Notebook, me: PersonId, sitting: Sitting, part: int, start: int, now: datetime) -> Walk:
    """One person's own way through a part: only they write, only they see."""
    people = notebook.shared().people()
    partner = partner_of(me, people)
    space = notebook.space(me)
    answers = space.answers(sitting.id) | space.letters(sitting.id)
    steps = sitting.steps(part)
    told = _own_past(notebook, me, sitting, steps)
    name = next(person.name for person in people if person.id == me)
    return Walk(
        title=sitting.exercise.title,
        steps=steps,
        writers=(Writer(me, name),),
        partner=partner.name if partner and sitting.mode != "alone" else None,
        answers={(step, me): answer for step, answer in answers.items()},
        voices={me: spoken_before(told) | _said(sitting, answers.items())},
        known=_known(sitting),
        carried=_carried(space, sitting, part, steps, told, now),
        sees=_sees(sitting, part, partner),
        start=start,
        caret=caret.from_setting(space.setting(caret.SETTING), sitting.id, Place(part, start)),
    )


def _carried(
    space: Space, sitting: Sitting, part: int, steps: tuple[Step, ...], told: tuple[Told, ...], now: datetime
) -> dict[str, tuple[Carried, ...]]:
    """What steps can take from before; into a step that may open nothing comes that is still held (G20)."""
    may_open = sitting.opens_after(part) if sitting.mode == "each" else ()
    free = tuple(one for one in told if holds.running(space, one.sitting, now) is None) if may_open else told
    private = offers((step for step in steps if step.id not in may_open), told)
    return private | offers((step for step in steps if step.id in may_open), free)


def table_walk(notebook: Notebook, sitting: Sitting, part: int, start: int) -> Walk:
    """What both do on one screen: drawn from what opened, written by both."""
    shared = notebook.shared()
    people = tuple(person for person in shared.people() if person.id in sitting.people)
    responses = (*shared.opened(sitting.id), *shared.joint(sitting.id))
    answers: dict[Key, Answer | None] = {(response.step, response.author): response.answer for response in shared.joint(sitting.id)}
    steps = sitting.steps(part)
    past = _joint_past(shared, sitting, steps)
    before = {author: spoken_before(_of(past, author)) for author in (*(person.id for person in people), BOTH)}
    return Walk(
        title=sitting.exercise.title,
        steps=steps,
        writers=tuple(Writer(person.id, person.name) for person in people),
        answers=answers,
        voices={person.id: before[person.id] | _by(sitting, responses, person.id) for person in people},
        joint=before[BOTH] | _by(sitting, responses, BOTH),
        known=_known(sitting),
        carried=offers(
            (step for step in steps if isinstance(step, Follow)),
            (*_of(past, BOTH), *(told for person in people for told in _of(past, person.id))),
        ),
        start=start,
    )


def _own_past(notebook: Notebook, me: PersonId, sitting: Sitting, steps: tuple[Step, ...]) -> tuple[Told, ...]:
    """One's own earlier sittings that these steps look back into, the newest first."""
    space, shared = notebook.space(me), notebook.shared()
    alone = [Told(entry.sitting, space.answers(entry.sitting.id)) for entry in _looked_into(space, sitting, steps)]
    joint = {told.sitting.id: told for told in _of(_joint_past(shared, sitting, steps), me, BOTH)}
    own = {told.sitting.id: told for told in alone}
    return tuple(
        Told(told.sitting, {**joint[name].answers, **told.answers} if name in joint else told.answers)
        for name, told in {**joint, **own}.items()
    )


def _joint_past(shared: Shared, sitting: Sitting, steps: tuple[Step, ...]) -> tuple[tuple[Sitting, tuple[Response, ...]], ...]:
    found = _looked_into(shared, sitting, steps)
    return tuple((one.sitting, (*shared.opened(one.sitting.id), *shared.joint(one.sitting.id))) for one in found)


def _looked_into(vault: Space | Shared, sitting: Sitting, steps: tuple[Step, ...]) -> tuple[Entry, ...]:
    names, everything = wanted(steps), wants_all(steps)
    if not (names or everything):
        return ()
    found = vault.latest(LOOKED_AT + 1, None if everything else names)
    return tuple(entry for entry in found if entry.sitting.id != sitting.id)[:LOOKED_AT]


def _of(past: tuple[tuple[Sitting, tuple[Response, ...]], ...], *authors: PersonId) -> tuple[Told, ...]:
    return tuple(
        Told(sitting, {response.step: response.answer for response in responses if response.author in authors})
        for sitting, responses in past
    )


def _known(sitting: Sitting) -> dict[str, Step]:
    return {step.id: step for step in sitting.exercise.steps()}


def _by(sitting: Sitting, responses: Iterable[Response], author: PersonId) -> dict[str, str | None]:
    return _said(sitting, ((response.step, response.answer) for response in responses if response.author == author))


def _said(sitting: Sitting, answers: Iterable[tuple[str, Answer | None]]) -> dict[str, str | None]:
    return {step: sitting.exercise.step(step).words(answer) for step, answer in answers}


def _sees(sitting: Sitting, part: int, partner: Person | None) -> dict[str, str]:
    only = _("This one opens to nobody.")
    stays = _("This one stays with you. It opens to nobody, and no paper for others can have it.")
    open_to = _("{name} sees this when you open it together, if you let it. You choose at the end.")
    open_to = open_to.replace("{name}", partner.name if partner else "")
    may = sitting.opens_after(part) if sitting.mode == "each" and partner else ()
    asking = (step for step in sitting.steps(part) if step.fields())
    return {step.id: open_to if step.id in may else stays if step.stays else only for step in asking}
