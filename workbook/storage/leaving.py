"""Deleting: what is gone is gone from its vault (`secure_delete` overwrites it), and where it was open, both see "taken back".

Order of writes: the shared vault first, which is the truth, then one's own; what a kill left over is deleted by asking again.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Select, Table, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from workbook.couple.beside import step_of
from workbook.couple.people import PersonId
from workbook.couple.sealing import Half
from workbook.storage import rows, seal
from workbook.storage.seal import TAKEN_BACK, Seat
from workbook.storage.vault import Vault
from workbook.trouble import Trouble


def delete_answer(connection: Connection, sitting: str, step: str) -> None:
    """Delete one answer from its author's vault, with what was sealed of it."""
    for table in (rows.answer, rows.held, rows.payload):
        connection.execute(delete(table).where(table.c.sitting == sitting, table.c.step == step))


def delete_sitting(connection: Connection, sitting: str) -> None:
    """Delete one sitting from its owner's vault with all that hangs on it, and its exercise where nothing else needs that."""
    connection.execute(delete(rows.sitting).where(rows.sitting.c.id == sitting))
    connection.execute(delete(rows.exercise).where(rows.exercise.c.digest.not_in(select(rows.sitting.c.exercise))))


def take_back(person: PersonId, sitting: str, step: str, seat: Seat, shared: Vault) -> None:
    """Delete one answer wherever it lies; one that is sealed and not open yet becomes a skipped one, which looks no different."""
    sealed = _sealed(person, sitting, shared)
    if step in sealed:
        _seal_without(person, sitting, step, sealed, seat, shared)
        return
    with shared.writing() as connection:
        _mark(connection, person, sitting, [step])
    silent = _silent(person, sitting, shared)
    with seat.vault.writing() as connection:
        for table in (rows.answer, rows.held) if step in silent else (rows.answer, rows.held, rows.payload):
            connection.execute(delete(table).where(table.c.sitting == sitting, table.c.step == step))


def leave(person: PersonId, sitting: str, seat: Seat, shared: Vault) -> None:
    """Delete all that a person said in a sitting for two, sealed or open; for them it is then set aside."""
    sealed = _sealed(person, sitting, shared)
    with shared.writing() as connection:
        out = {step for table in (rows.opened, rows.answer) for step in connection.scalars(_mine(table, person, sitting))}
        _mark(connection, person, sitting, sorted(out))
        mine = rows.commitment.c
        connection.execute(delete(rows.commitment).where(mine.sitting == sitting, mine.author == person, mine.step.in_(sealed)))
    silent = _silent(person, sitting, shared)
    with seat.vault.writing() as connection:
        for table in (rows.answer, rows.held):
            connection.execute(delete(table).where(table.c.sitting == sitting))
        left = rows.payload.c
        connection.execute(delete(rows.payload).where(left.sitting == sitting, left.step.not_in(silent)))
        place = {"part": 0, "step": 0, "state": "set-aside"}
        connection.execute(update(rows.sitting).where(rows.sitting.c.id == sitting).values(place))


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


def _seal_without(person: PersonId, sitting: str, step: str, sealed: frozenset[str], seat: Seat, shared: Vault) -> None:
    """Take the half back, delete, seal it again: after a kill in between it lies there as a draft."""
    openings = seal.openings(seat.vault, sitting)
    if not sealed <= openings.keys():
        raise Trouble("seal-broken")
    seal.withdraw(sitting, person, tuple(sorted(sealed)), seat, shared)
    with seat.vault.writing() as connection:
        delete_answer(connection, sitting, step)
    rest = {other: None if other == step else openings[other] for other in sealed}
    seal.seal(Half(sitting=sitting, author=person, openings=rest), seat, shared)


def _mine(table: Table, person: PersonId, sitting: str) -> Select[str]:
    return select(table.c.step).where(table.c.sitting == sitting, table.c.author == person)
