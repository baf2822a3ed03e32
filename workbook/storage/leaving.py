"""Deleting: what is gone is gone from its vault (`secure_delete` overwrites it), and where it was open, both see "taken back".

Order of writes: one's own vault first, where the words are gone at once and a note says what is to follow; then the shared one,
then the note goes. A kill in between leaves the note, and what it says is done when its author comes in the next time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, exists, select, update
from sqlalchemy.dialects.sqlite import insert

from workbook.couple.beside import step_of
from workbook.couple.people import PersonId
from workbook.storage import rows, seal, searching
from workbook.storage.seal import TAKEN_BACK, Seat
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

_NOTE: Final = "deleting"


def delete_answer(connection: Connection, sitting: str, step: str) -> None:
    """Delete one answer from its author's vault, with what was sealed of it."""
    for table in (rows.answer, rows.held, rows.payload):
        connection.execute(delete(table).where(table.c.sitting == sitting, table.c.step == step))
    searching.gone(connection, sitting, step)


def delete_sitting(connection: Connection, sitting: str) -> None:
    """Delete one sitting from its owner's vault with all that hangs on it, and its exercise where nothing else needs that."""
    searching.gone(connection, sitting)
    connection.execute(delete(rows.noted).where(rows.noted.c.sitting == sitting))
    connection.execute(delete(rows.sitting).where(rows.sitting.c.id == sitting))
    drop_exercises(connection)


def drop_exercises(connection: Connection) -> None:
    """Delete the exercises that no sitting needs."""
    connection.execute(delete(rows.exercise).where(rows.exercise.c.digest.not_in(select(rows.sitting.c.exercise))))


def take_back(person: PersonId, sitting: str, step: str, seat: Seat, shared: Vault) -> None:
    """Delete one answer wherever it lies; one that is sealed and not open yet becomes a skipped one, which looks no different."""
    finish(person, seat, shared)
    sealed, silent = _sealed(person, sitting, shared), _silent(person, sitting, shared)
    openings = seal.openings(seat.vault, sitting)
    if step in sealed and not sealed <= openings.keys():
        raise Trouble("seal-broken")
    with seat.vault.writing() as connection:
        for table in (rows.answer, rows.held) if step in silent else (rows.answer, rows.held, rows.payload):
            connection.execute(delete(table).where(table.c.sitting == sitting, table.c.step == step))
        searching.gone(connection, sitting, step)
        if step in sealed:
            seal.keep(connection, sitting, {other: None if other == step else openings[other] for other in sealed})
        _note(connection, sitting, step)
    finish(person, seat, shared)


def leave(person: PersonId, sitting: str, seat: Seat, shared: Vault) -> None:
    """Delete all that a person said in a sitting for two, sealed or open; for them it is then set aside."""
    finish(person, seat, shared)
    silent = _silent(person, sitting, shared)
    with seat.vault.writing() as connection:
        for table in (rows.answer, rows.held):
            connection.execute(delete(table).where(table.c.sitting == sitting))
        searching.gone(connection, sitting)
        left = rows.payload.c
        connection.execute(delete(rows.payload).where(left.sitting == sitting, left.step.not_in(silent)))
        place = {"part": 0, "step": 0, "state": "set-aside"}
        connection.execute(update(rows.sitting).where(rows.sitting.c.id == sitting).values(place))
        _note(connection, sitting, None)
    finish(person, seat, shared)


def finish(person: PersonId, seat: Seat, shared: Vault) -> None:
    """Do in the shared vault what a deletion has left to do there, if any; as often as it takes."""
    noted = seat.vault.row(select(rows.meta.c.value).where(rows.meta.c.key == _NOTE))
    if noted is None:
        return
    sitting, step = rows.decoded(noted.value)
    sealed = _sealed(person, sitting, shared)
    anew = seal.commitments(person, sitting, sealed, seat) if step in sealed else []
    with shared.writing() as connection:
        if step is None or step in sealed:
            mine = rows.commitment.c
            connection.execute(delete(rows.commitment).where(mine.sitting == sitting, mine.author == person, mine.step.in_(sealed)))
        if anew:
            connection.execute(insert(rows.commitment), anew)
        tables = (rows.opened, rows.answer) if step is None else ()
        out = {one for table in tables for one in connection.scalars(_mine(table, person, sitting))}
        _mark(connection, person, sitting, sorted(out) if step is None else [step])
    with seat.vault.writing() as connection:
        connection.execute(delete(rows.meta).where(rows.meta.c.key == _NOTE))


def leave_everything(connection: Connection, person: PersonId) -> None:
    """Take back all that a person said in a shared vault, and what they had sealed; what both said stays."""
    said: dict[str, set[str]] = {}
    for table in (rows.opened, rows.answer):
        for row in connection.execute(select(table.c.sitting, table.c.step).where(table.c.author == person)):
            said.setdefault(row.sitting, set()).add(row.step)
    for sitting, steps in said.items():
        _mark(connection, person, sitting, sorted(steps))
    unseal(connection, rows.commitment.c.author == person)


def unseal(connection: Connection, which: ColumnElement[bool]) -> None:
    """Take commitments out of a shared vault that nothing was opened of; their words stay in their author's vault."""
    mine, seen = rows.commitment.c, rows.opened.c
    opened = exists().where(seen.sitting == mine.sitting, seen.step == mine.step, seen.author == mine.author)
    connection.execute(delete(rows.commitment).where(which, ~opened))


def said_again(connection: Connection, sitting: str, step: str, author: PersonId) -> None:
    """At the table something is said anew where it had been taken back."""
    at = rows.opened.c
    here = (at.sitting == sitting, at.step == step, at.author == author, at.nonce == TAKEN_BACK)
    connection.execute(delete(rows.opened).where(*here))


def _mark(connection: Connection, person: PersonId, sitting: str, steps: Iterable[str]) -> None:
    """Put "taken back" where a person's words lie open; where they let nothing out, nothing changes. A mark only goes."""
    for step in steps:
        open_, joint = rows.opened.c, rows.answer.c
        at_table = (joint.sitting == sitting, joint.step == step, joint.author == person)
        here = (open_.sitting == sitting, open_.step == step, open_.author == person)
        said = connection.execute(select(open_.answer).where(*here)).first()
        gone = connection.execute(delete(rows.answer).where(*at_table)).rowcount
        searching.gone(connection, sitting, step, person)
        if (gone and step_of(step) is None) or (said is not None and said.answer is not None):
            connection.execute(delete(rows.opened).where(*here))
            nothing = {"sitting": sitting, "step": step, "author": person, "nonce": TAKEN_BACK, "answer": None}
            connection.execute(insert(rows.opened).values(nothing))


def _sealed(person: PersonId, sitting: str, shared: Vault) -> frozenset[str]:
    """The steps of a person's that lie sealed and have not been opened."""
    committed, out = (
        frozenset(row.step for row in shared.rows(_mine(table, person, sitting))) for table in (rows.commitment, rows.opened)
    )
    return committed - out


def _silent(person: PersonId, sitting: str, shared: Vault) -> frozenset[str]:
    """The opened steps of a person's where nothing was let out; that was committed to as well, and stays."""
    at = rows.opened.c
    found = shared.rows(select(at.step, at.nonce, at.answer).where(at.sitting == sitting, at.author == person))
    return frozenset(row.step for row in found if row.answer is None and row.nonce != TAKEN_BACK)


def _note(connection: Connection, sitting: str, step: str | None) -> None:
    connection.execute(insert(rows.meta).values(key=_NOTE, value=json.dumps([sitting, step])))


def _mine(table: Table, person: PersonId, sitting: str) -> Select[str]:
    return select(table.c.step).where(table.c.sitting == sitting, table.c.author == person)
