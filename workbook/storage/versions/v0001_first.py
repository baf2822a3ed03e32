"""The first tables."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """From an empty file to version 1."""
    op.create_table("meta", _key("key"), sa.Column("value", sa.Text, nullable=False), _pk("meta", "key"))
    op.create_table("exercise", _key("digest"), sa.Column("source", sa.Text, nullable=False), _pk("exercise", "digest"))
    _sittings()
    _answers()
    _people()
    op.create_table(
        "pause",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        _pk("pause", "id"),
    )
    op.create_table("setting", _key("key"), sa.Column("value", sa.Text, nullable=False), _pk("setting", "key"))
    op.create_table(
        "export",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("recipient", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        _pk("export", "id"),
    )


def _sittings() -> None:
    op.create_table(
        "sitting",
        _key("id"),
        sa.Column("exercise", sa.Text, nullable=False),
        sa.Column("mode", sa.Text, nullable=False),
        sa.Column("short", sa.Integer, nullable=False),
        sa.Column("people", sa.Text, nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        _pk("sitting", "id"),
        sa.ForeignKeyConstraint(["exercise"], ["exercise.digest"], name="fk_sitting_exercise"),
        sa.UniqueConstraint("revision", name="uq_sitting_revision"),
    )


def _answers() -> None:
    nonce = sa.Column("nonce", sa.LargeBinary, nullable=False)
    answer = sa.Column("answer", sa.Text, nullable=False)
    digest = sa.Column("digest", sa.LargeBinary, nullable=False)
    signature = sa.Column("signature", sa.LargeBinary, nullable=False)
    _of_a_step("answer", _key("author"), answer.copy())
    _of_a_step("held")
    _of_a_step("payload", nonce.copy(), answer.copy())
    _of_a_step("commitment", _key("author"), digest, signature)
    _of_a_step("opened", _key("author"), nonce.copy(), answer.copy())


def _people() -> None:
    op.create_table(
        "person",
        _key("id"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("picture", sa.Text, nullable=False),
        sa.Column("colour", sa.Text, nullable=False),
        sa.Column("public", sa.LargeBinary, nullable=False),
        sa.Column("verify", sa.LargeBinary),
        _pk("person", "id"),
        sa.UniqueConstraint("position", name="uq_person_position"),
    )
    op.create_table("pinned", _key("person"), sa.Column("verify", sa.LargeBinary, nullable=False), _pk("pinned", "person"))


def _key(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=False)


def _pk(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _of_a_step(table: str, *columns: sa.Column[Any]) -> None:
    keys = [column.name for column in columns if column.name == "author"]
    op.create_table(
        table,
        _key("sitting"),
        _key("step"),
        *columns,
        _pk(table, "sitting", "step", *keys),
        sa.ForeignKeyConstraint(["sitting"], ["sitting.id"], name=f"fk_{table}_sitting", ondelete="CASCADE"),
        sqlite_with_rowid=table == "answer",
    )
