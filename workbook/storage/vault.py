"""A vault: one SQLCipher file and the one connection to it. What a transaction wrote is on the disk when it returns."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, Final

from sqlalchemy import Connection, Engine, Executable, Row, StaticPool, create_engine, insert, select
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

import workbook
from workbook.storage import files, rows
from workbook.storage.causes import troubled
from workbook.trouble import Trouble

LEAST_SQLITE: Final = (3, 51, 3)
"""Earlier ones can corrupt a database."""

# In simulated power cuts TRUNCATE with EXTRA lost nothing; the write-ahead log with NORMAL lost saves that had been acknowledged.
_PRAGMAS: Final = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "fullfsync=ON",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "temp_store=MEMORY",
)


class Vault:
    """One encrypted file, open from here until `close`.

    One of an earlier schema is brought up to date first; `before_upgrade` gets its name and key, and makes a backup of it.
    Raises Trouble `vault-damaged`, `notebook-newer`, `folder-gone`, `read-only`, `sqlite-too-old`, `upgrade-failed`.
    """

    def __init__(self, path: Path, key: bytes, notebook: str, before_upgrade: Callable[[str, bytes], None]) -> None:
        self._path, self._where = path, str(path)
        self._key = bytearray(key)
        self._notebook = notebook
        self._before_upgrade = before_upgrade
        self._lock = RLock()
        self._open: Connection | None = None
        self._writes = 0
        with self._troubled():
            self._connection()

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self._path

    @property
    def writes(self) -> int:
        """Counts up whenever something may have changed: what was read while it stood still is still so."""
        return self._writes

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: on the disk when this returns, and not there at all when it raises."""
        with self._lock, self._troubled():
            connection = self._connection()
            self._writes += 1
            with connection.begin():
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
                self._still_there()

    def rows(self, query: Executable, values: Mapping[str, str | int] | None = None) -> Sequence[Row[Any]]:
        """All rows of one query, with values for what it leaves open."""
        with self._lock, self._troubled():
            connection = self._connection()
            with connection.begin():
                return connection.execute(query, values).all()

    def row(self, query: Executable) -> Row[Any] | None:
        """The one row of a query, or nothing."""
        found = self.rows(query)
        return found[0] if found else None

    @contextmanager
    def lent(self) -> Iterator[tuple[Connection, bytes]]:
        """The connection, in no transaction, and the key: for a copy of the whole file."""
        with self._lock, self._troubled():
            connection = self._connection()
            with connection.begin():
                yield connection, bytes(self._key)

    def rekey(self, key: bytes) -> None:
        """Go on with the file that has taken this one's place under another key."""
        with self._lock:
            self._disconnect()
            self._key[:] = key

    def disconnect(self) -> None:
        """Let the file go for a moment; the next call opens it again."""
        with self._lock:
            self._disconnect()

    def close(self) -> None:
        """Close the file and overwrite the key; every later call raises Trouble `locked`."""
        with self._lock:
            self._disconnect()
            self._key[:] = bytes(len(self._key))
            self._key.clear()

    @contextmanager
    def _troubled(self) -> Iterator[None]:
        """Translate what goes wrong; after it the file is opened anew, since one damaged page spoils a whole connection."""
        with troubled(self._path):
            try:
                yield
            except (DBAPIError, dbapi2.Error, OSError, Trouble) as error:
                if not isinstance(error, Trouble) or error.code == "vault-damaged":
                    self._disconnect()
                if isinstance(error, (DBAPIError, dbapi2.Error)):
                    self._still_there()  # a file that lies elsewhere may not be written, which is not what is wrong
                raise

    def _connection(self) -> Connection:
        if not self._key:
            raise Trouble("locked")
        if self._open is None:
            self._open = self._checked()
        return self._open

    def _checked(self) -> Connection:
        if not self._path.exists():
            raise Trouble("vault-damaged" if self._path.parent.exists() else "folder-gone", {"file": self._path.name})
        status = self._path.stat()
        self._identity = (status.st_dev, status.st_ino)
        engine = engine_for(self._path, bytes(self._key))
        try:
            connection = engine.connect()
            with connection.begin():
                version = self._check(connection)
                if version < rows.SCHEMA:  # nothing holds the file yet, so it can be copied
                    self._before_upgrade(self._path.name, bytes(self._key))
                configure(connection)
                if version < rows.SCHEMA:
                    from workbook.storage.migrate import upgrade

                    upgrade(connection, version)
        except BaseException:
            engine.dispose()
            raise
        return connection

    def _check(self, connection: Connection) -> int:
        """The schema's version, where this is a vault of this notebook and of no later program; nothing is written yet.

        SQLite itself refuses a file that was cut short. An empty one it would take for a new database, whatever the key.
        """
        version = _number(connection, "user_version")
        ours = version > 0 and _number(connection, "application_id") == rows.APPLICATION
        about = {row.key: row.value for row in connection.execute(select(rows.meta))} if ours else {}
        if not ours or about.get("notebook") != self._notebook:
            raise Trouble("vault-damaged", {"file": self._path.name})
        if version > rows.SCHEMA:
            raise Trouble("notebook-newer", {"version": about.get("needs", "")})
        return version

    def _still_there(self) -> None:
        """Raises Trouble `folder-gone` when the file was removed or replaced: writing would succeed, into nothing."""
        try:
            status = os.stat(self._where)
        except OSError:
            raise Trouble("folder-gone") from None
        if (status.st_dev, status.st_ino) != self._identity:
            raise Trouble("folder-gone")

    def _disconnect(self) -> None:
        self._writes += 1
        if self._open is None:
            return
        connection, self._open = self._open, None
        connection.invalidate()
        connection.close()
        connection.engine.dispose()


@contextmanager
def new_vault(path: Path, key: bytes, notebook: str) -> Iterator[Connection]:
    """Make a vault at a path that is not there yet; what is written to the connection is its first content.

    When this returns the file is closed and on the disk, when it raises there is none.
    """
    with troubled(path):
        files.create_empty(path)
        engine = engine_for(path, key)
        try:
            # What went wrong is looked at while the file is still there; without it, it would look as if the folder were gone.
            with troubled(path), engine.connect() as connection:
                configure(connection)
                connection.rollback()
                with connection.begin():
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                    describe(connection, notebook)
                    yield connection
            engine.dispose()
            files.sync_file(path)
        except BaseException:
            engine.dispose()
            path.unlink()
            raise
        finally:
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def describe(connection: Connection, notebook: str) -> None:
    """Make the tables of an empty vault and say what it is."""
    rows.metadata.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={rows.SCHEMA}")
    connection.exec_driver_sql(f"PRAGMA application_id={rows.APPLICATION}")
    connection.execute(insert(rows.meta), [{"key": "notebook", "value": notebook}, {"key": "needs", "value": workbook.__version__}])


def configure(connection: Connection) -> None:
    """Set what every connection has; outside a transaction, where some of it would be ignored."""
    for pragma in _PRAGMAS:
        connection.exec_driver_sql(f"PRAGMA {pragma}")


def engine_for(path: Path, key: bytes, mode: str = "rw") -> Engine:
    """An engine with one connection to one file that is there already, opened with a raw key. Raises Trouble `sqlite-too-old`."""
    if dbapi2.sqlite_version_info < LEAST_SQLITE:
        raise Trouble("sqlite-too-old")

    def connect() -> dbapi2.Connection:
        # rw or ro, never rwc: opening must not make a file. Autocommit: `writing` begins its transactions itself.
        where = f"{path.absolute().as_uri()}?mode={mode}"
        connection = dbapi2.connect(where, uri=True, isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level=NONE")
        return connection

    return create_engine("sqlite://", creator=connect, module=dbapi2, poolclass=StaticPool, hide_parameters=True)


def _number(connection: Connection, pragma: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())
