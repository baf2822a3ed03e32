"""What a walk is made of, read from a notebook: one's own half, a solo run, or what both do at the table."""

from __future__ import annotations

from collections.abc import Iterable
from gettext import gettext as _

from workbook.content.exercise import Exercise, Reveal
from workbook.content.step import Answer
from workbook.couple.people import BOTH, Person, PersonId, partner_of
from workbook.couple.ports import Notebook
from workbook.couple.sitting import Response, Sitting
from workbook.screens.steps import Key, Walk, Writer


def loose_walk(exercise: Exercise) -> Walk:
    """An exercise walked by whoever is there; nothing of it is kept."""
    steps = tuple(step for part in exercise.path("alone") if not isinstance(part, Reveal) for step in part.steps)
    return Walk(title=exercise.title, steps=steps, writers=(Writer("me", _("me")),), answers={}, kept=False)


def own_walk(notebook: Notebook, me: PersonId, sitting: Sitting, part: int, start: int) -> Walk:
    """One person's own way through a part: only they write, only they see."""
    people = notebook.shared().people()
    partner = partner_of(me, people)
    answers = notebook.space(me).answers(sitting.id)
    name = next(person.name for person in people if person.id == me)
    return Walk(
        title=sitting.exercise.title,
        steps=sitting.steps(part),
        writers=(Writer(me, name),),
        partner=partner.name if partner and sitting.mode == "each" else None,
        answers={(step, me): answer for step, answer in answers.items()},
        voices={me: _said(sitting, answers.items())},
        sees=_sees(sitting, part, partner),
        start=start,
    )


def table_walk(notebook: Notebook, sitting: Sitting, part: int, start: int) -> Walk:
    """What both do on one screen: drawn from what opened, written by both."""
    shared = notebook.shared()
    people = tuple(person for person in shared.people() if person.id in sitting.people)
    responses = (*shared.opened(sitting.id), *shared.joint(sitting.id))
    answers: dict[Key, Answer | None] = {(response.step, response.author): response.answer for response in shared.joint(sitting.id)}
    return Walk(
        title=sitting.exercise.title,
        steps=sitting.steps(part),
        writers=tuple(Writer(person.id, person.name) for person in people),
        answers=answers,
        voices={person.id: _by(sitting, responses, person.id) for person in people},
        joint=_by(sitting, responses, BOTH),
        start=start,
    )


def _by(sitting: Sitting, responses: Iterable[Response], author: PersonId) -> dict[str, str | None]:
    return _said(sitting, ((response.step, response.answer) for response in responses if response.author == author))


def _said(sitting: Sitting, answers: Iterable[tuple[str, Answer | None]]) -> dict[str, str | None]:
    return {step: sitting.exercise.step(step).words(answer) for step, answer in answers}


def _sees(sitting: Sitting, part: int, partner: Person | None) -> dict[str, str]:
    only = _("This one opens to nobody.")
    open_to = _("{name} sees this when you open it together, if you let it. You choose at the end.")
    open_to = open_to.replace("{name}", partner.name if partner else "")
    may = sitting.opens_after(part) if sitting.mode == "each" and partner else ()
    return {step.id: open_to if step.id in may else only for step in sitting.steps(part) if step.fields()}
