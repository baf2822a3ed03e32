"""Bringing an older vault up to today's tables. Only imported when there is one, since Alembic is slow to import."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, update

import workbook
from workbook.storage import rows, versions
from workbook.trouble import Trouble


def upgrade(connection: Connection, version: int) -> None:
    """Take a vault from `version` to today's schema in one transaction. Raises Trouble `vault-damaged` when its rows do not fit."""
    # Inside a transaction this is ignored, and rebuilding a table would then delete the rows that refer to it.
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        with Operations.context(MigrationContext.configure(connection)):
            for revision in revisions(version):
                revision.upgrade()
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise Trouble("vault-damaged")
        connection.execute(update(rows.meta).where(rows.meta.c.key == "needs").values(value=workbook.__version__))
        connection.exec_driver_sql(f"PRAGMA user_version={rows.SCHEMA}")
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("PRAGMA foreign_keys=ON")


def revisions(version: int) -> list[ModuleType]:
    """The revisions a vault at `version` lacks, oldest first; revision "0007" leads to version 7."""
    folder = str(Path(versions.__path__[0]))
    scripts = ScriptDirectory(folder, version_locations=[folder])
    lacking = [script for script in scripts.walk_revisions() if int(script.revision) > version]
    return [script.module for script in reversed(lacking)]
