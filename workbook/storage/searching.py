"""The search index of a vault: a cleaned copy of the words, brought up to date when nothing else is to be done.

Whatever deletes an answer takes its words out of the index in the same transaction. What is written, or written over, waits in
`findable` until it is read, and is not found before: a save costs one mark. Its former words go when it is read or in the first
quiet moment, and at the latest before a copy is made or the vault is locked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from workbook.content.exercise import Exercise
from workbook.couple.people import PersonId
from workbook.couple.searching import Found, Piece, asked_for, cleaned, title_of, to_be_found
from workbook.couple.sitting import Response
from workbook.storage import rows
from workbook.storage.prepared import Prepared
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

_HERE, _SAID, _OPEN = rows.findable.c, rows.answer.c, rows.opened.c
_AT: Final[Mapping[str, Any]] = {name: bindparam(f"at_{name}") for name in ("sitting", "step", "author")}

# Made once, as in `sittings.py`: each save needs them.
_NEW = upsert(rows.findable).values(dict(_AT) | {"ready": 0})
_WAIT = Prepared(_NEW.on_conflict_do_update(index_elements=list(_AT), set_={"ready": 0}, where=_HERE.ready != 0))
_FORGET = delete(rows.findable).where(_HERE.id == bindparam("at_id"))
_OUT = text("DELETE FROM search WHERE rowid = :at_id")
_IN = text("INSERT INTO search (rowid, words) SELECT id, :words FROM findable WHERE id = :at_id AND ready = 0")
_FORMER = "SELECT findable.id FROM findable JOIN search_docsize ON search_docsize.id = findable.id WHERE findable.ready = 0"
_ANY_FORMER = text(f"{_FORMER} LIMIT 1")
_FORMER_OUT = text(f"DELETE FROM search WHERE rowid IN ({_FORMER})")
_DONE = update(rows.findable).where(_HERE.id == bindparam("at_id"), _HERE.ready == 0).values(ready=1)


def _same(table: Any) -> ColumnElement[bool]:
    return and_(*(table[name] == _HERE[name] for name in _AT))


_UNREAD = (
    select(
        _HERE.id,
        _HERE.sitting,
        _HERE.step,
        _HERE.author,
        rows.sitting.c.exercise,
        _SAID.step.is_(None).label("opened"),
        func.coalesce(_SAID.answer, _OPEN.answer, type_=rows.Ascii()).label("answer"),
    )
    .select_from(rows.findable)
    .join(rows.sitting, rows.sitting.c.id == _HERE.sitting)
    .outerjoin(rows.answer, _same(_SAID))
    .outerjoin(rows.opened, _same(_OPEN))
    .where(rows.UNREAD)
    .order_by(_HERE.id)
    .limit(bindparam("most"))
)

# The index gives the newest first by itself; CROSS JOIN keeps it in front, so that no more than `most` rows are looked at.
_FOUND = text(
    """
    SELECT findable.sitting, findable.step, findable.author, sitting.exercise,
           snippet(search, 0, char(2), char(3), '…', 14) AS excerpt
    FROM search
    CROSS JOIN findable ON findable.id = search.rowid AND findable.ready = 1
    CROSS JOIN sitting ON sitting.id = findable.sitting
    WHERE search MATCH :words ORDER BY search.rowid DESC LIMIT :most
    """
)


def changed(connection: Connection, sitting: str, step: str, author: PersonId) -> None:
    """An answer was written: what it says now waits to be read, and what it said before is not found any more."""
    _WAIT.run(connection, {"at_sitting": sitting, "at_step": step, "at_author": author})


def gone(connection: Connection, sitting: str, step: str | None = None, author: PersonId | None = None) -> None:
    """An answer was deleted, or all of a sitting: nothing of it is found any more."""
    named = {"sitting": sitting, "step": step, "author": author}
    where = [_HERE[name] == value for name, value in named.items() if value is not None]
    for here in connection.scalars(select(_HERE.id).where(*where)).all():
        _take_out(connection, here)


def all_anew(connection: Connection) -> None:
    """Everything in this vault waits to be read: it was copied from another."""
    for table in (rows.answer, rows.opened):
        said = select(table.c.sitting, table.c.step, table.c.author).where(table.c.answer != text("'null'"))
        waiting = said.add_columns(text("0")).order_by(table.c.sitting, table.c.step, table.c.author)
        connection.execute(insert(rows.findable).prefix_with("OR IGNORE").from_select([*_AT, "ready"], waiting))


def read(
    vault: Vault,
    exercise: Callable[[str], Exercise],
    most: int,
    opened: Callable[[str], tuple[Response, ...]] | None = None,
) -> bool:
    """Read what waits, so much at the most, in one transaction; gives back whether more may be left.

    `opened` tells what of a shared vault is whole: what was changed by another hand is not found.
    """
    waiting = vault.rows(_UNREAD, {"most": most})
    each = [{"at_id": row.id} for row in waiting]
    words = [(row.id, _words(row, exercise, opened)) for row in waiting]
    found = [{"at_id": here, "words": cleaned(said)} for here, said in words if said]
    if each:
        with vault.writing() as connection:
            connection.execute(_OUT, each)
            if found:
                connection.execute(_IN, found)
            connection.execute(_DONE, each)
    return len(each) == most


def forget_former(vault: Vault) -> None:
    """Take out of the index what was written over and not read anew yet."""
    if vault.rows(_ANY_FORMER):
        with vault.writing() as connection:
            connection.execute(_FORMER_OUT)


def close(vault: Vault) -> None:
    """Close a vault that holds no former words in its index, as far as its disk lets it."""
    with suppress(Trouble):  # nothing keeps a vault open; they go when its owner comes in again
        forget_former(vault)
    vault.close()


def queries(words: str) -> tuple[str, ...]:
    """How the index is asked: for the whole words first, then also for those that the last one only begins.

    The index gives the newest with whole words one by one; with a beginning, it has to put all of them together first.
    """
    asked = asked_for(words)
    whole = " ".join(f'"{word}"' for word in asked)
    return ((whole, f"{whole}*") if len(asked[-1]) > 1 else (whole,)) if asked else ()


def find(vault: Vault, exercise: Callable[[str], Exercise], query: str, most: int, ours: bool) -> tuple[Found, ...]:
    """The newest answers that hold all of the words, accents and capitals aside."""
    return tuple(
        Found(
            sitting=row.sitting,
            step=row.step,
            author=row.author,
            exercise=exercise(row.exercise).title,
            title=title_of(exercise(row.exercise), row.step),
            excerpt=tuple(_pieces(row.excerpt)),
            ours=ours,
        )
        for row in vault.rows(_FOUND, {"words": query, "most": most})
    )


def _words(row: Row[Any], exercise: Callable[[str], Exercise], opened: Callable[[str], tuple[Response, ...]] | None) -> str | None:
    answer = row.answer
    if row.opened and opened is not None:
        whole = {(one.step, one.author): one.answer for one in opened(row.sitting)}
        answer = whole.get((row.step, row.author))
    return None if answer is None else to_be_found(exercise(row.exercise), row.step, answer, opened is not None)


def _take_out(connection: Connection, here: int) -> None:
    connection.execute(_OUT, {"at_id": here})
    connection.execute(_FORGET, {"at_id": here})


def _pieces(excerpt: str) -> Iterator[Piece]:
    """An excerpt in pieces: what stands between the marks is what was looked for."""
    for at, part in enumerate(excerpt.split("\x02")):
        marked, closed, after = part.partition("\x03")
        if at and closed:
            yield Piece(marked, True)
        elif marked:
            yield Piece(marked)
        if after:
            yield Piece(after)
