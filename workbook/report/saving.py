"""Writing a file whole or not at all: nobody finds half a document, and a failed one leaves nothing behind."""

from __future__ import annotations

import errno
import os
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from workbook.trouble import Trouble

_CODES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "disk-full"),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), "no-folder"),
    **dict.fromkeys((errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.EISDIR), "bad-name"),
}

_HELD = (32, 33)
"""Windows: a file is in use, or a part of it is."""


def save(data: bytes, target: Path) -> str:
    """Put `data` at `target`, readable by its owner alone; its SHA-256.

    Raises Trouble `disk-full`, `no-folder`, `read-only`, `target-open`, `bad-name`.
    """
    if not target.name or "\0" in str(target):
        raise Trouble("bad-name")
    # A name of its own: somebody's file may already be called like ours with `.part` behind it.
    part = target.with_name(f"{target.name[:40]}-{token_hex(4)}.part")
    try:
        _write(data, part)
        try:
            part.replace(target)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _settle(target.parent)
    except OSError as problem:
        raise Trouble(_code(problem)) from None
    return sha256(data).hexdigest()


def _code(problem: OSError) -> str:
    """What a system's refusal means for a person; Windows alone keeps others from a file that some program has open."""
    return "target-open" if getattr(problem, "winerror", 0) in _HELD else _CODES.get(problem.errno or 0, "read-only")


def _write(data: bytes, part: Path) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _settle(folder: Path) -> None:
    """Have the folder itself on the disk; only some systems let one ask."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
