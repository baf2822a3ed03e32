"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """From an empty file to version 1."""
    op.create_table("meta", _text("key"), _text("value"), _pk("meta", "key"))
    op.create_table("exercise", *map(_text, ("digest", "name", "title", "purpose", "source")), _pk("exercise", "digest"))
    _sittings()
    _answers()
    _people()
    op.create_table("pause", _number("id"), _text("words"), _pk("pause", "id"))
    op.create_table("setting", _text("key"), _text("value"), _pk("setting", "key"))
    op.create_table(
        "export",
        _number("id"),
        _text("what"),
        _text("recipient"),
        _text("digest"),
        _text("at"),
        _pk("export", "id"),
    )
    _looking_back()


def _looking_back() -> None:
    op.create_table("noted", _number("id"), _text("sitting"), sa.Column("day", sa.Text), _pk("noted", "id"))
    op.create_index("ix_noted_sitting", "noted", ["sitting"], unique=True)
    op.create_table(
        "findable",
        _number("id"),
        _text("sitting"),
        _text("step"),
        _text("author"),
        _number("ready"),
        _pk("findable", "id"),
        sa.ForeignKeyConstraint(["sitting"], ["sitting.id"], name="fk_findable_sitting", ondelete="CASCADE"),
    )
    op.create_index("ix_findable_answer", "findable", ["sitting", "step", "author"], unique=True)
    op.create_index("ix_findable_unread", "findable", ["id"], sqlite_where=sa.text("ready = 0"))
    op.execute("CREATE VIRTUAL TABLE search USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='2 3')")
    op.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")


def _sittings() -> None:
    op.create_table(
        "sitting",
        _text("id"),
        _text("exercise"),
        _text("mode"),
        _number("short"),
        _text("people"),
        _number("part"),
        _number("step"),
        _text("state"),
        _number("revision"),
        _number("read_in"),
        _pk("sitting", "id"),
        sa.ForeignKeyConstraint(["exercise"], ["exercise.digest"], name="fk_sitting_exercise"),
        sa.UniqueConstraint("revision", name="uq_sitting_revision"),
    )
    op.create_index("ix_sitting_listed", "sitting", ["mode", "state", "revision"])
    op.create_index("ix_sitting_exercise", "sitting", ["exercise", "revision"])
    op.create_index("ix_sitting_read_in", "sitting", ["revision"], sqlite_where=sa.text("read_in = 1"))


def _answers() -> None:
    _of_a_step("answer", _text("author"), _text("answer"))
    _of_a_step("held")
    _of_a_step("payload", _blob("nonce"), _text("answer"))
    _of_a_step("commitment", _text("author"), _blob("digest"), _blob("signature"))
    _of_a_step("opened", _text("author"), _blob("nonce"), _text("answer"))


def _people() -> None:
    op.create_table(
        "person",
        _text("id"),
        _number("position"),
        _text("name"),
        _text("picture"),
        _text("colour"),
        _blob("public"),
        sa.Column("verify", sa.LargeBinary),
        _pk("person", "id"),
        sa.UniqueConstraint("position", name="uq_person_position"),
    )
    op.create_table("pinned", _text("person"), _blob("verify"), _pk("pinned", "person"))


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


def _blob(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _pk(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _of_a_step(table: str, *columns: sa.Column[Any]) -> None:
    keys = [column.name for column in columns if column.name == "author"]
    op.create_table(
        table,
        _text("sitting"),
        _text("step"),
        *columns,
        _pk(table, "sitting", "step", *keys),
        sa.ForeignKeyConstraint(["sitting"], ["sitting.id"], name=f"fk_{table}_sitting", ondelete="CASCADE"),
        sqlite_with_rowid=table == "answer",
    )
