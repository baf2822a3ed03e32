"""Adding what a file held to one person's vault: all of it or none, and nothing that is there is touched."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from workbook.content.step import Answer
from workbook.couple.belongings import Belongings, Kept
from workbook.couple.letters import letters_in
from workbook.couple.people import BOTH, PersonId
from workbook.storage import rows
from workbook.storage.sittings import put_answer, put_sitting


def add(connection: Connection, person: PersonId, belongings: Belongings) -> None:
    """Add everything, the oldest first, so that the newest stays in front. Raises `ValueError` where an id is not new."""
    for one in reversed(belongings.kept):
        _add_sitting(connection, person, one)
    for line in reversed(belongings.exports):
        row = {"what": line.what, "recipient": line.to, "digest": line.digest, "at": line.when}
        connection.execute(insert(rows.export).values(row))
    if belongings.settings:
        connection.execute(insert(rows.setting), [{"key": key, "value": value} for key, value in belongings.settings.items()])


def letters(belongings: Belongings) -> dict[tuple[str, str], Answer]:
    """What of it belongs under keys of their own, by sitting and step."""
    return {
        (one.sitting.id, step): answer
        for one in belongings.kept
        for step, answer in one.answers.items()
        if step in letters_in(one.sitting.exercise)
    }


def _add_sitting(connection: Connection, person: PersonId, one: Kept) -> None:
    here = one.sitting.id
    if connection.execute(select(rows.sitting.c.id).where(rows.sitting.c.id == here)).first() is not None:
        raise ValueError("a sitting of that id is here already")
    put_sitting(connection, one.sitting, one.place, one.state, read_in=True)
    answers = {step: answer for step, answer in one.answers.items() if step not in letters_in(one.sitting.exercise)}
    for author, said in ((person, {**answers, **one.beside}), (BOTH, one.together)):
        for step, answer in said.items():
            put_answer(connection, here, step, author, answer)
    if one.held:
        connection.execute(insert(rows.held), [{"sitting": here, "step": step} for step in sorted(one.held)])
