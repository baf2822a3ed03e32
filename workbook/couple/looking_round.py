"""The notebook of the invented couple, for somebody who would like to look round first; written through the ports alone."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from workbook.content.exercise import Apart, Exercise, Together
from workbook.couple import beside
from workbook.couple.invented import Couple, Evening
from workbook.couple.people import BOTH, Person, PersonId
from workbook.couple.ports import Notebook
from workbook.couple.sealing import Half, listed
from workbook.couple.sitting import Place, Sitting

Ids = Mapping[str, PersonId]
"""Everyone's id by what they are called in what is said; `both` is one of them."""


def people_of(couple: Couple) -> tuple[Person, ...]:
    """The two, as a new notebook takes them."""
    return tuple(Person(secrets.token_hex(8), one.name, one.picture, one.colour) for one in couple.people)


def fill(notebook: Notebook, couple: Couple, exercise: Callable[[str], Exercise], today: date) -> None:
    """Everything they said, as their evenings left it, the oldest first; both are unlocked."""
    ids = {person.name: person.id for person in notebook.shared().people()} | {BOTH: BOTH}
    known = {name: exercise(name) for name in {one.exercise for one in (*couple.evenings, *couple.between)}}
    for evening in sorted((*couple.between, *couple.evenings), key=lambda one: -one.days_ago):
        spend = _alone if evening.mode == "alone" else _for_two
        spend(notebook, known[evening.exercise], evening, ids)
        for person in couple.people:
            notebook.space(ids[person.name]).note(today - timedelta(days=evening.days_ago))


def _alone(notebook: Notebook, exercise: Exercise, evening: Evening, ids: Ids) -> None:
    me = ids[evening.first]
    space, sitting = notebook.space(me), Sitting(id=secrets.token_hex(8), exercise=exercise, mode="alone", people=(me,))
    space.start(sitting)
    for step, answer in evening.said[evening.first].items():
        space.save(sitting.id, step, answer)
    _later(notebook, sitting, evening, ids)
    space.go(sitting.id, Place(len(sitting.parts()) - 1, 0), "finished")


def _for_two(notebook: Notebook, exercise: Exercise, evening: Evening, ids: Ids) -> None:
    names = [name for name in ids if name != BOTH]
    sitting = Sitting(id=secrets.token_hex(8), exercise=exercise, mode="each", people=tuple(ids[name] for name in names))
    shared = notebook.shared()
    shared.invite(sitting)
    for at, part in enumerate(sitting.parts()):
        if isinstance(part, Apart):
            for name in names:
                _half(notebook, sitting, at, ids[name], evening, name)
        elif isinstance(part, Together):
            for step in part.steps:
                said = {who: evening.said.get(name, {}).get(step.id) for name, who in ids.items()}
                for who, answer in said.items():
                    if answer is not None:
                        shared.save(sitting.id, step.id, who, answer)
        else:
            for name in sitting.opens(at):
                notebook.open_step(sitting.id, name)
    for name, marks in evening.marks.items():
        for marked, mark in marks.items():
            shared.save(sitting.id, beside.mark_id(marked), ids[name], beside.marked(mark))
    _later(notebook, sitting, evening, ids)
    shared.go(sitting.id, Place(len(sitting.parts()) - 1, 0), "finished")


def _half(notebook: Notebook, sitting: Sitting, part: int, me: PersonId, evening: Evening, name: str) -> None:
    space, opens = notebook.space(me), sitting.opens_after(part)
    space.start(sitting)
    said = {step.id: evening.said[name].get(step.id) for step in sitting.steps(part)}
    for step, answer in said.items():
        if answer is not None:
            space.save(sitting.id, step, answer)
    held = frozenset(evening.holds.get(name, ())) & set(opens)
    space.hold(sitting.id, held)
    notebook.seal(Half(sitting=sitting.id, author=me, openings=listed(said, opens, held)))
    space.go(sitting.id, Place(part, len(sitting.steps(part))))


def _later(notebook: Notebook, sitting: Sitting, evening: Evening, ids: Ids) -> None:
    for name, thoughts in evening.later.items():
        for step, words in thoughts.items():
            notebook.space(ids[name]).save(sitting.id, beside.later_id(step, 1), {"words": words})
