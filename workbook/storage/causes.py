"""From what a disk or a database says to a Trouble a person can mend; the original words stop here, they may hold an answer.

What is read before anything is unlocked does without: `refusals` knows no database, whose libraries take longer than Qt's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from workbook.storage.files import PART
from workbook.storage.refusals import of_system
from workbook.trouble import Trouble

_BUSY, _LOCKED, _NOMEM, _READONLY, _INTERRUPT, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 7, 8, 9, 10, 11, 13, 14, 26
_SQLITE: Final = {
    _BUSY: "open-elsewhere",
    _LOCKED: "open-elsewhere",
    _NOMEM: "memory-short",
    _READONLY: "read-only",
    _INTERRUPT: "stopped",
    _CORRUPT: "vault-damaged",
    _FULL: "disk-full",
    _NOTADB: "vault-damaged",
}
_NEEDED: Final = 64 * 1024
"""Bytes a save may need; a disk that will not take so many is full."""


@contextmanager
def troubled(path: Path) -> Iterator[None]:
    """Let only Trouble out of work on one file."""
    try:
        yield
    except OSError as error:
        raise of_system(error) from None
    except DBAPIError as error:
        raise of_database(error.orig, path) from None
    except dbapi2.Error as error:
        raise of_database(error, path) from None


def of_database(error: BaseException | None, path: Path) -> Trouble:
    """What a database's refusal means; where it only says "input or output", the folder and the disk are looked at."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (_IOERR, _CANTOPEN):
        return Trouble(looked_at(path))
    cause = _SQLITE.get(code, "save-failed")
    return Trouble(cause, {"file": path.name} if cause == "vault-damaged" else None)


def looked_at(path: Path) -> str:
    """The code of what is wrong with the place of a file."""
    if not path.exists():
        return "folder-gone"
    if not os.access(path, os.W_OK):
        return "read-only"
    return _tried(path.with_name("probe" + PART))


def _tried(probe: Path) -> str:
    """What happens to a little file in the same place; a quota, for one, shows only so."""
    try:
        with probe.open("wb") as file:
            file.write(bytes(_NEEDED))
            os.fsync(file.fileno())
    except OSError as error:
        return of_system(error).code
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return "save-failed"
