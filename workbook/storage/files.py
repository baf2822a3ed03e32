"""Files that are whole or not there: new file, fsync, rename, fsync of the folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

PART = ".part"
"""How a file or folder ends while it is being made; what still ends so at the next opening was never finished."""


_BINARY: Final = getattr(os, "O_BINARY", 0)  # Windows alone would otherwise change line ends


def create_empty(path: Path) -> None:
    """A new, empty file only its owner can read. Raises `FileExistsError`."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | _BINARY, 0o600))


def write_whole(path: Path, content: bytes) -> None:
    """Replace a small file: after a kill or a power cut it holds the old bytes or the new ones."""
    part = path.with_name(path.name + PART)
    part.unlink(missing_ok=True)  # whatever lies there: into a pipe nothing would ever be written
    descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o600)
    with open(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        _to_disk(file.fileno())
    move(part, path)


def move(source: Path, target: Path) -> None:
    """Rename within one folder, for good."""
    os.replace(source, target)
    sync_folder(target.parent)


def overwrite(path: Path) -> None:
    """Zeros in the place of a file's bytes, where they lie; on the disk when this returns."""
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    with open(descriptor, "r+b") as file:
        file.write(bytes(os.fstat(descriptor).st_size))
        file.flush()
        _to_disk(descriptor)


def sync_file(path: Path) -> None:
    """Bring a finished file to the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        _to_disk(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Bring a folder's list of names to the disk; Windows does so by itself and has no call for it."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _to_disk(descriptor: int) -> None:
    if sys.platform == "darwin":  # there fsync stops at the drive's own memory
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)
