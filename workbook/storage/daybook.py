"""In which order, and on which day, one person first saw each sitting, their own and those of both; it lies in their own vault.

A shared vault tells no time (G13), and the counts of two vaults cannot be compared: this is what a list by time is made of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, select
from sqlalchemy.dialects.sqlite import insert

from workbook.couple.searching import Past
from workbook.storage import rows
from workbook.storage.vault import Vault

_FIRST: Final = 8
"""How many are looked at where nothing is new: each is a page of its own to read."""
_NOTED, _SITTING, _EXERCISE = rows.noted.c, rows.sitting.c, rows.exercise.c
_TITLES = select(_SITTING.id, _EXERCISE.title, _EXERCISE.purpose).join(rows.exercise)


def _listed(mode: str, state: str) -> Select[Any]:
    return select(_SITTING.id, _SITTING.revision).where(_SITTING.mode == mode, _SITTING.state == state)


_MINE: Final = (_listed("alone", "open"), _listed("alone", "finished"))
_OURS: Final = (_listed("each", "finished"), _listed("together", "finished"))


def note(mine: Vault, shared: Vault, today: date) -> None:
    """Note what is new: one's own from their beginning, those for two once they are finished."""
    own, ours = ([row for query in each for row in _new(vault, mine, query)] for vault, each in ((mine, _MINE), (shared, _OURS)))
    fresh = [row.id for found in (ours, own) for row in sorted(found, key=lambda row: row.revision)]
    if fresh:
        with mine.writing() as connection:
            put(connection, fresh, today)


def put(connection: Connection, sittings: Iterable[str], day: date | None) -> None:
    """Note these, the oldest first; without a day where nobody knows it."""
    for sitting in sittings:
        row = insert(rows.noted).values(sitting=sitting, day=day.isoformat() if day else None)
        connection.execute(row.on_conflict_do_nothing())


def past(mine: Vault, shared: Vault, aside: Collection[str], most: int, before: int | None) -> tuple[Past, ...]:
    """The newest so many, those before one of them where that is given."""
    found: list[Past] = []
    while len(found) < most:
        query = select(rows.noted).order_by(_NOTED.id.desc()).limit(most)
        noted = mine.rows(query if before is None else query.where(_NOTED.id < before))
        found.extend(_told(mine, shared, aside, noted))
        if len(noted) < most:
            break
        before = noted[-1].id
    return tuple(found[:most])


def on_day(mine: Vault, shared: Vault, aside: Collection[str], today: date, most: int) -> tuple[Past, ...]:
    """Those of this day in earlier years, the newest first."""
    query = select(rows.noted).where(_NOTED.day.like(f"%-{today:%m-%d}"), _NOTED.day < today.isoformat())
    return tuple(_told(mine, shared, aside, mine.rows(query.order_by(_NOTED.id.desc()).limit(most))))


def days(mine: Vault, sittings: Collection[str]) -> dict[str, date | None]:
    """Of these those that were noted, the oldest first, each with its day where that is known."""
    found = mine.rows(select(rows.noted).where(_NOTED.sitting.in_(sittings)).order_by(_NOTED.id))
    return {row.sitting: date.fromisoformat(row.day) if row.day else None for row in found}


def order(mine: Vault, sittings: Collection[str]) -> dict[str, int]:
    """Where these stand by time; the newest has the highest number."""
    return {row.sitting: row.id for row in mine.rows(select(_NOTED.sitting, _NOTED.id).where(_NOTED.sitting.in_(sittings)))}


def _told(mine: Vault, shared: Vault, aside: Collection[str], noted: Iterable[Row[Any]]) -> Iterator[Past]:
    ids = [row.sitting for row in noted if row.sitting not in aside]
    ours, own = ({row.id: row for row in vault.rows(_TITLES.where(_SITTING.id.in_(ids)))} for vault in (shared, mine))
    titles = own | ours
    for row in noted:
        if row.sitting in titles and row.sitting not in aside:
            told, day = titles[row.sitting], date.fromisoformat(row.day) if row.day else None
            yield Past(at=row.id, id=told.id, title=told.title, purpose=told.purpose, ours=told.id in ours, day=day)


def _new(vault: Vault, mine: Vault, query: Select[Any]) -> Iterator[Row[Any]]:
    """What is not noted yet, looked for from the newest on until all that is seen is known."""
    at = 0
    while found := vault.rows(query.order_by(_SITTING.revision.desc()).limit(at or _FIRST).offset(at)):
        known = order(mine, [row.id for row in found])
        fresh = [row for row in found if row.id not in known]
        yield from fresh
        if not fresh:
            return
        at += len(found)
