"""Sittings in a vault, private or shared: their headers with the exercise as it was read, and answers by step."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from workbook.content.compose import compose
from workbook.content.exercise import Exercise
from workbook.content.fault import Faulty
from workbook.content.step import Answer
from workbook.couple.people import PersonId
from workbook.couple.sitting import Entry, Place, Response, Sitting, State
from workbook.storage import rows
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

Exercises = dict[str, Exercise]
"""Exercises by digest, composed once while a notebook is open."""


# Made once: for each save anew they would take longer than the save itself.
_AT: dict[str, Any] = {name: bindparam(f"at_{name}") for name in ("sitting", "step", "author")}
_REMOVE = delete(rows.answer).where(*(rows.answer.c[name] == value for name, value in _AT.items()))
_INSERT = insert(rows.answer).values(_AT | {"answer": bindparam("answer")})
_PUT = _INSERT.on_conflict_do_update(index_elements=list(_AT), set_={"answer": _INSERT.excluded.answer})


class Sittings:
    """The sittings of one vault, newest first: the one last begun or moved on in."""

    def __init__(self, vault: Vault, exercises: Exercises) -> None:
        self._vault = vault
        self._exercises = exercises

    def put(self, sitting: Sitting) -> None:
        """Keep a sitting at its first step; one that is already here stays as it is."""
        with self._vault.writing() as connection:
            put_sitting(connection, sitting, Place(), "open")

    def go(self, sitting: str, place: Place, state: State) -> None:
        """Remember a place. Raises `KeyError` for a sitting that is not here."""
        where = {"part": place.part, "step": place.step, "state": state, "revision": _next_revision()}
        with self._vault.writing() as connection:
            moved = connection.execute(update(rows.sitting).where(rows.sitting.c.id == sitting).values(where))
            if not moved.rowcount:
                raise KeyError("no such sitting here")

    def entries(self) -> tuple[Entry, ...]:
        """All of them."""
        return self._entries(self._vault.rows(select(rows.sitting).order_by(rows.sitting.c.revision.desc())))

    def entry(self, sitting: str) -> Entry | None:
        """One of them, or nothing."""
        found = self._entries(self._vault.rows(select(rows.sitting).where(rows.sitting.c.id == sitting)))
        return found[0] if found else None

    def _entries(self, found: Iterable[Row[Any]]) -> tuple[Entry, ...]:
        return tuple(
            Entry(
                sitting=Sitting(
                    id=row.id,
                    exercise=self._exercise(row.exercise),
                    mode=row.mode,
                    short=bool(row.short),
                    people=tuple(row.people),
                ),
                place=Place(row.part, row.step),
                state=row.state,
                revision=row.revision,
            )
            for row in found
        )

    def _exercise(self, digest: str) -> Exercise:
        if digest not in self._exercises:
            ((source,),) = self._vault.rows(select(rows.exercise.c.source).where(rows.exercise.c.digest == digest))
            self._exercises[digest] = _composed(source)
        return self._exercises[digest]


def put_sitting(connection: Connection, sitting: Sitting, place: Place, state: State) -> None:
    """Write one header with its exercise; one that is already here stays as it is."""
    digest = blake2b(sitting.exercise.source.encode(), digest_size=32).hexdigest()
    header = {"id": sitting.id, "exercise": digest, "mode": sitting.mode, "short": sitting.short, "people": sitting.people}
    where = {"part": place.part, "step": place.step, "state": state, "revision": _next_revision()}
    exercise = {"digest": digest, "source": sitting.exercise.source}
    connection.execute(insert(rows.exercise).values(exercise).on_conflict_do_nothing())
    connection.execute(insert(rows.sitting).values(header | where).on_conflict_do_nothing(index_elements=["id"]))


def put_answer(connection: Connection, sitting: str, step: str, author: PersonId, answer: Answer | None) -> None:
    """Write one answer, or remove it where there is none."""
    at = {"at_sitting": sitting, "at_step": step, "at_author": author}
    connection.execute(*((_REMOVE, at) if answer is None else (_PUT, at | {"answer": answer})))


def responses(vault: Vault, table: Any, sitting: str) -> tuple[Response, ...]:
    """What stands in a table of answers for one sitting, by step and author."""
    query = select(table.c.step, table.c.author, table.c.answer).where(table.c.sitting == sitting)
    found = vault.rows(query.order_by(table.c.step, table.c.author))
    return tuple(Response(step=row.step, author=row.author, answer=row.answer) for row in found)


def _next_revision() -> Any:
    return select(func.coalesce(func.max(rows.sitting.c.revision), 0) + 1).scalar_subquery()


def _composed(source: str) -> Exercise:
    try:
        return compose(rows.decoded(source))
    except Faulty:  # a kind of step this program does not have: a later one wrote it
        raise Trouble("notebook-newer", {"version": ""}) from None
