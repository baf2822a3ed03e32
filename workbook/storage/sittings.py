"""Sittings in a vault, private or shared: their headers with the exercise as it was read, and answers by step.

What a page shows is read from the front of an index, however much lies behind it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import blake2b
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from workbook.content.compose import compose
from workbook.content.exercise import Exercise, Mode
from workbook.content.fault import Faulty
from workbook.content.step import Answer
from workbook.couple.people import PersonId
from workbook.couple.sitting import Entry, Headline, Place, Response, Sitting, State
from workbook.storage import rows, searching
from workbook.storage.prepared import Prepared
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

Exercises = dict[str, Exercise]
"""Exercises by digest, composed once while a notebook is open."""


FOR_TWO: Final[tuple[Mode, ...]] = ("each", "together")

_SITTING, _EXERCISE = rows.sitting.c, rows.exercise.c
_NAMED = select(_SITTING.id, _SITTING.revision, _EXERCISE.title, _EXERCISE.purpose).join(rows.exercise)

# Made once, since each save needs them.
_AT: dict[str, Any] = {name: bindparam(f"at_{name}") for name in ("sitting", "step", "author")}
_REMOVE = delete(rows.answer).where(*(rows.answer.c[name] == value for name, value in _AT.items()))
_INSERT = insert(rows.answer).values(_AT | {"answer": bindparam("answer")})
_PUT = Prepared(_INSERT.on_conflict_do_update(index_elements=list(_AT), set_={"answer": _INSERT.excluded.answer}))


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
        return self._entries(self._vault.rows(select(rows.sitting).order_by(_SITTING.revision.desc())))

    def latest(self, most: int, exercises: Collection[str] | None) -> tuple[Entry, ...]:
        """The newest, of certain exercises or of any."""
        if exercises is None:
            return self._entries(self._newest(most, select(rows.sitting)))
        editions = self._vault.rows(select(_EXERCISE.digest).where(_EXERCISE.name.in_(sorted(exercises))))
        each = (select(rows.sitting).where(_SITTING.exercise == edition.digest) for edition in editions)
        return self._entries(self._newest(most, *each))

    def headlines(self, most: int, modes: Iterable[Mode], state: State) -> tuple[Headline, ...]:
        """The newest of certain modes and one state, as a list names them."""
        return _headlines(self._newest(most, *(_NAMED.where(_SITTING.mode == mode, _SITTING.state == state) for mode in modes)))

    def read_in(self, most: int) -> tuple[Headline, ...]:
        """The newest for two that came out of a file."""
        return _headlines(self._newest(most, _NAMED.where(rows.READ_IN)))

    def aside(self) -> frozenset[str]:
        """The ids of those for two that were put out of sight."""
        query = select(_SITTING.id).where(_SITTING.mode.in_(FOR_TWO), _SITTING.state == "set-aside")
        return frozenset(row.id for row in self._vault.rows(query))

    def entry(self, sitting: str) -> Entry | None:
        """One of them, or nothing."""
        found = self._entries(self._vault.rows(select(rows.sitting).where(_SITTING.id == sitting)))
        return found[0] if found else None

    def _newest(self, most: int, *each: Select[Any]) -> list[Row[Any]]:
        """The newest of several queries, each of which an index answers in order; of all at once none could."""
        found = (row for query in each for row in self._vault.rows(query.order_by(_SITTING.revision.desc()).limit(most)))
        return sorted(found, key=lambda row: -row.revision)[:most]

    def _entries(self, found: Iterable[Row[Any]]) -> tuple[Entry, ...]:
        return tuple(
            Entry(
                sitting=Sitting(
                    id=row.id,
                    exercise=self.exercise(row.exercise),
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

    def exercise(self, digest: str) -> Exercise:
        """An exercise as it was read, by its digest."""
        if digest not in self._exercises:
            ((source,),) = self._vault.rows(select(_EXERCISE.source).where(_EXERCISE.digest == digest))
            self._exercises[digest] = _composed(source)
        return self._exercises[digest]


def put_sitting(connection: Connection, sitting: Sitting, place: Place, state: State, read_in: bool = False) -> None:
    """Write one header with its exercise; one that is already here stays as it is. `read_in`: it came out of a file."""
    read_in = read_in and sitting.mode in FOR_TWO
    told = sitting.exercise
    digest = blake2b(told.source.encode(), digest_size=32).hexdigest()
    header = {"id": sitting.id, "exercise": digest, "mode": sitting.mode, "short": sitting.short, "people": sitting.people}
    where = {"part": place.part, "step": place.step, "state": state, "revision": _next_revision(), "read_in": read_in}
    exercise = {"digest": digest, "name": told.id, "title": told.title, "purpose": told.purpose, "source": told.source}
    connection.execute(insert(rows.exercise).values(exercise).on_conflict_do_nothing())
    connection.execute(insert(rows.sitting).values(header | where).on_conflict_do_nothing(index_elements=["id"]))


def put_answer(connection: Connection, sitting: str, step: str, author: PersonId, answer: Answer | None) -> None:
    """Write one answer, or remove it where there is none."""
    at: dict[str, str | int] = {"at_sitting": sitting, "at_step": step, "at_author": author}
    if answer is None:
        connection.execute(_REMOVE, at)
        searching.gone(connection, sitting, step, author)
    else:
        _PUT.run(connection, at | {"answer": rows.encoded(answer)})
        searching.changed(connection, sitting, step, author)


def responses(vault: Vault, table: Any, sitting: str) -> tuple[Response, ...]:
    """What stands in a table of answers for one sitting, by step and author."""
    query = select(table.c.step, table.c.author, table.c.answer).where(table.c.sitting == sitting)
    found = vault.rows(query.order_by(table.c.step, table.c.author))
    return tuple(Response(step=row.step, author=row.author, answer=row.answer) for row in found)


def _headlines(found: Iterable[Row[Any]]) -> tuple[Headline, ...]:
    return tuple(Headline(row.id, row.title, row.purpose) for row in found)


def _next_revision() -> Any:
    return select(func.coalesce(func.max(rows.sitting.c.revision), 0) + 1).scalar_subquery()


def _composed(source: str) -> Exercise:
    try:
        return compose(rows.decoded(source))
    except Faulty:  # a kind of step this program does not have: a later one wrote it
        raise Trouble("notebook-newer", {"version": ""}) from None
