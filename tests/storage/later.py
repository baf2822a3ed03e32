"""A made-up later program, whose schema is one version further: it rebuilds a table that others refer to, and adds one."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Final

import pytest
import sqlalchemy as sa
from alembic import op

from workbook.storage import migrate, rows

VERSION: Final = rows.SCHEMA + 1


def further() -> None:
    """From today's version to the next."""
    with op.batch_alter_table("sitting", recreate="always") as table:
        table.add_column(sa.Column("mood", sa.Text, nullable=False, server_default=""))
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))


def into_nothing() -> None:
    """A faulty one: afterwards answers belong to sittings that are not there."""
    further()
    op.execute("UPDATE answer SET sitting = 'none'")


def unsuited() -> None:
    """A faulty one: it counts on a table that is not there."""
    further()
    op.execute("DELETE FROM never")


def program(patch: pytest.MonkeyPatch, upgrade: Callable[[], None] = further) -> None:
    """From here on the program is the later one."""
    revision = ModuleType("later")
    revision.__dict__["upgrade"] = upgrade
    patch.setattr(rows, "SCHEMA", VERSION)
    patch.setattr(migrate, "revisions", lambda version: [revision] if version < VERSION else [])
