"""The tables of a vault: one schema for both kinds, so that there is one revision history.

Nothing in a shared vault carries a time or a count of what is private; order comes from `revision`, which only counts up.
"""

from __future__ import annotations

import json
from typing import Any, Final

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    event,
    text,
)
from sqlalchemy.engine import Dialect

from workbook.couple.sealing import answer_bytes
from workbook.trouble import Trouble

SCHEMA: Final = 1
"""The version of these tables, `PRAGMA user_version` in every vault."""

APPLICATION: Final = 0x57424B31
"""`PRAGMA application_id` of every vault."""


class Ascii(TypeDecorator[Any]):
    """Plain JSON as ASCII text, byte for byte what a commitment is made over: a lone surrogate breaks the driver's own text.

    It also tells damage: of a long value, SQLCipher gives the last page as zeros when that page was changed, and no error.
    Zeros are no JSON. Raises Trouble `vault-damaged`.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return encoded(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else decoded(value)


def encoded(value: Any) -> str:
    """Plain JSON for a vault."""
    return answer_bytes(value).decode("ascii")


def decoded(words: str) -> Any:
    """Plain JSON from a vault. Raises Trouble `vault-damaged`."""
    try:
        return json.loads(words)
    except ValueError:
        pass  # what it says holds the words, so nothing of it goes on
    raise Trouble("vault-damaged")


names = {"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s"}
metadata = MetaData(naming_convention=names)


READ_IN = text("read_in = 1")
"""Of a sitting for two: that it came out of a file, and nothing of it lies in a shared vault."""


def _sitting() -> Column[Any]:
    return Column("sitting", Text, ForeignKey("sitting.id", ondelete="CASCADE"), primary_key=True)


def _step() -> Column[Any]:
    return Column("step", Text, primary_key=True)


meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

# What a list shows of an exercise stands beside it, so that none is read whole for a list.
exercise = Table(
    "exercise",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("name", Ascii, nullable=False),
    Column("title", Ascii, nullable=False),
    Column("purpose", Ascii, nullable=False),
    Column("source", Text, nullable=False),
)

sitting = Table(
    "sitting",
    metadata,
    Column("id", Text, primary_key=True),
    Column("exercise", Text, ForeignKey("exercise.digest"), nullable=False),
    Column("mode", Text, nullable=False),
    Column("short", Integer, nullable=False),
    Column("people", Ascii, nullable=False),
    Column("part", Integer, nullable=False),
    Column("step", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("revision", Integer, nullable=False, unique=True),
    Column("read_in", Integer, nullable=False),
    Index("ix_sitting_listed", "mode", "state", "revision"),
    Index("ix_sitting_exercise", "exercise", "revision"),
    Index("ix_sitting_read_in", "revision", sqlite_where=READ_IN),
)

answer = Table(
    "answer", metadata, _sitting(), _step(), Column("author", Text, primary_key=True), Column("answer", Ascii, nullable=False)
)

# Without row numbers, which would tell in what order people sealed.
held = Table("held", metadata, _sitting(), _step(), sqlite_with_rowid=False)

payload = Table(
    "payload",
    metadata,
    _sitting(),
    _step(),
    Column("nonce", LargeBinary, nullable=False),
    Column("answer", Ascii, nullable=False),
    sqlite_with_rowid=False,
)

commitment = Table(
    "commitment",
    metadata,
    _sitting(),
    _step(),
    Column("author", Text, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

opened = Table(
    "opened",
    metadata,
    _sitting(),
    _step(),
    Column("author", Text, primary_key=True),
    Column("nonce", LargeBinary, nullable=False),
    Column("answer", Ascii, nullable=False),
    sqlite_with_rowid=False,
)

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False, unique=True),
    Column("name", Ascii, nullable=False),
    Column("picture", Text, nullable=False),
    Column("colour", Text, nullable=False),
    Column("public", LargeBinary, nullable=False),
    Column("verify", LargeBinary),
)

pinned = Table("pinned", metadata, Column("person", Text, primary_key=True), Column("verify", LargeBinary, nullable=False))

pause = Table("pause", metadata, Column("id", Integer, primary_key=True), Column("words", Ascii, nullable=False))

setting = Table("setting", metadata, Column("key", Text, primary_key=True), Column("value", Ascii, nullable=False))

export = Table(
    "export",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("what", Ascii, nullable=False),
    Column("recipient", Ascii, nullable=False),
    Column("digest", Text, nullable=False),
    Column("at", Text, nullable=False),
)

# When its owner first saw a sitting, of their own or of both; only in a private vault.
noted = Table(
    "noted",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sitting", Text, nullable=False),
    Column("day", Text),
    Index("ix_noted_sitting", "sitting", unique=True),
)

UNREAD = text("ready = 0")
"""Of what can be found: that the index has not read it yet."""

findable = Table(
    "findable",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sitting", Text, ForeignKey("sitting.id", ondelete="CASCADE"), nullable=False),
    Column("step", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("ready", Integer, nullable=False),
    Index("ix_findable_answer", "sitting", "step", "author", unique=True),
    Index("ix_findable_unread", "id", sqlite_where=UNREAD),
)

SEARCH: Final = (
    "CREATE VIRTUAL TABLE search USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
)
"""The words themselves, under the ids of `findable`; what is taken out is overwritten, in the lists of words too."""


@event.listens_for(metadata, "after_create")
def _make_search(_tables: MetaData, connection: Connection, **_how: Any) -> None:
    for statement in SEARCH:
        connection.exec_driver_sql(statement)
