"""The two files of a letter, as they show from outside: `<random>.letter` with the words, `<random>.letterkey` with their key.

Both are whole or not there, and none tells when it was written. A letter is destroyed key first: its bytes are overwritten where
they lie, then the words go, then what is left of the key. A kill in between leaves a key of zeros, and `sweep` does the rest.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Final

from workbook.storage import files
from workbook.storage.refusals import refusals

WORDS, KEY = ".letter", ".letterkey"
NAME: Final = r"[0-9a-f]{16}\.letter(key)?"
_PART: Final = re.compile(NAME + re.escape(files.PART))


def names(folder: Path) -> Iterator[str]:
    """The letters whose keys lie in a folder, each as its random name."""
    found = (path for path in folder.glob(f"*{KEY}") if re.fullmatch(NAME, path.name))
    yield from sorted(path.stem for path in found)


def put(folder: Path, name: str, kind: str, content: bytes) -> None:
    """Replace one of the two: on the disk when this returns, the old one or the new one after a kill."""
    path = folder / (name + kind)
    with _old_key(path) if kind == KEY else nullcontext():
        files.write_whole(path, content)
    os.utime(path, (0, 0))  # when somebody wrote a letter is theirs


@contextmanager
def _old_key(path: Path) -> Iterator[None]:
    """Let a key be replaced, then overwrite the bytes of before; Windows does not replace a file that is open."""
    if sys.platform == "win32" or not path.exists():
        yield
        return
    with path.open("r+b") as old:
        yield
        old.write(bytes(os.fstat(old.fileno()).st_size))
        old.flush()
        os.fsync(old.fileno())


def destroy(folder: Path, name: str) -> None:
    """Destroy a letter. What a disk keeps of bytes that were overwritten is out of reach."""
    key = folder / (name + KEY)
    files.overwrite(key)
    (folder / (name + WORDS)).unlink(missing_ok=True)
    files.sync_folder(folder)
    key.unlink()
    files.sync_folder(folder)


def destroy_all(folder: Path) -> None:
    """Every letter of everyone, where a notebook is no more."""
    for name in names(folder):
        destroy(folder, name)


def sweep(folder: Path) -> None:
    """Remove what was being written when a process died, and finish what was being destroyed."""
    with refusals():
        for left in folder.iterdir():
            if _PART.fullmatch(left.name):
                left.unlink()
        for name in names(folder):
            if not any((folder / (name + KEY)).read_bytes()):
                destroy(folder, name)
