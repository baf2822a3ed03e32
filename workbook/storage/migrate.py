"""Bringing an older vault up to today's tables. Only imported when there is one, since Alembic is slow to import."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Final

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, update
from sqlalchemy.exc import DBAPIError

import workbook
from workbook.storage import rows, versions
from workbook.trouble import Trouble

_ERROR, _CONSTRAINT, _MISMATCH = 1, 19, 20
_OURS: Final = (_ERROR, _CONSTRAINT, _MISMATCH)
"""What SQLite answers where a revision does not suit what it finds; the disk has no part in it."""


def upgrade(connection: Connection, version: int) -> None:
    """Take a vault from `version` to today's schema in one transaction. Raises Trouble `upgrade-failed` where it does not suit."""
    # Inside a transaction this is ignored, and rebuilding a table would then delete the rows that refer to it.
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        with Operations.context(MigrationContext.configure(connection)):
            for revision in revisions(version):
                revision.upgrade()
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise Trouble("upgrade-failed")
        connection.execute(update(rows.meta).where(rows.meta.c.key == "needs").values(value=workbook.__version__))
        connection.exec_driver_sql(f"PRAGMA user_version={rows.SCHEMA}")
        connection.exec_driver_sql("COMMIT")
    except BaseException as error:
        with suppress(DBAPIError):  # a full disk has taken it back already
            connection.exec_driver_sql("ROLLBACK")
        if isinstance(error, DBAPIError) and getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in _OURS:
            raise Trouble("upgrade-failed") from None
        raise
    connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def revisions(version: int) -> list[ModuleType]:
    """The revisions a vault at `version` lacks, oldest first; revision "0007" leads to version 7."""
    folder = str(Path(versions.__path__[0]))
    scripts = ScriptDirectory(folder, version_locations=[folder])
    lacking = [script for script in scripts.walk_revisions() if int(script.revision) > version]
    return [script.module for script in reversed(lacking)]
