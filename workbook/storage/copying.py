"""Copies of whole vaults, and reading a vault through without writing to it. All of it can be stopped half-way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from workbook.couple.backups import Progress
from workbook.storage import files, rows
from workbook.storage.causes import troubled
from workbook.storage.searching import forget_former
from workbook.storage.vault import Vault, engine_for
from workbook.trouble import Trouble

_PIECE: Final = 1024 * 1024
_STEPS: Final = 10_000
"""Of SQLite's small steps, between two looks at whether to stop: about a millisecond."""
_NOTADB: Final = 26


def vault_copy(vault: Vault, target: Path, progress: Progress) -> None:
    """A fresh file under the same key, on the disk, then opened and read through.

    The original's pages are checked first: of a long value a damaged last page reads as zeros, which would be copied as if whole.
    Raises Trouble `vault-damaged`, `stopped`, `disk-full`.
    """
    forget_former(vault)
    files.create_empty(target)
    with vault.lent() as (connection, key), _stoppable(connection, progress):
        _no_rows(connection, "PRAGMA cipher_integrity_check")
        connection.exec_driver_sql("VACUUM INTO ?", (str(target.absolute()),))
    files.sync_file(target)
    if not read_through(target, key, progress):
        raise Trouble("vault-damaged", {"file": target.name})


def read_through(path: Path, key: bytes, progress: Progress, mode: str = "ro") -> bool:
    """Check every page, every link between them and every answer. Gives back whether the key fits at all.

    A key that does not fit and a first page that is damaged look the same. Raises Trouble `vault-damaged`, `stopped`.
    """
    with troubled(path):
        engine = engine_for(path, key, mode)
        try:
            with engine.connect() as connection:
                if not _fits(connection):
                    return False
                with _stoppable(connection, progress):
                    _no_rows(connection, "PRAGMA cipher_integrity_check")
                    if connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() != ["ok"]:
                        raise Trouble("vault-damaged", {"file": path.name})
                    _no_rows(connection, "PRAGMA foreign_key_check")
                    _every_value(connection)
        finally:
            engine.dispose()
    return True


def byte_copy(source: Path, target: Path, progress: Progress) -> None:
    """A copy of a file that nobody has open, byte for byte, on the disk."""
    files.create_empty(target)
    with source.open("rb") as old, target.open("wb") as new:
        while piece := old.read(_PIECE):
            progress.go_on()
            new.write(piece)
    files.sync_file(target)


def digest(path: Path, progress: Progress) -> str:
    """SHA-256 of a file, in hexadecimal."""
    found = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            progress.go_on()
            found.update(piece)
    return found.hexdigest()


@contextmanager
def _stoppable(connection: Connection, progress: Progress) -> Iterator[None]:
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.set_progress_handler(lambda: progress.stopped, _STEPS)
    try:
        progress.go_on()
        yield
    finally:
        driver.set_progress_handler(None, 0)


def _fits(connection: Connection) -> bool:
    try:
        return bool(connection.exec_driver_sql("PRAGMA user_version").scalar_one() >= 0)
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF == _NOTADB:
            return False
        raise


def _no_rows(connection: Connection, question: str) -> None:
    if connection.exec_driver_sql(question).first() is not None:
        raise Trouble("vault-damaged")


def _every_value(connection: Connection) -> None:
    """What was written as JSON is still JSON: each row is read as the program reads it, as far as an earlier schema has it."""
    for table in rows.metadata.sorted_tables:
        there = {row.name for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})")}
        columns = [column for column in table.c if column.name in there]
        for _row in connection.execute(select(*columns)) if columns else ():
            pass
