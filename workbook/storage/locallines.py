"""Help lines written down at this computer: one small file in the open, since Help opens without unlocking (G34)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from workbook.content.helplines import MOST, LocalLine, noted
from workbook.paths import small
from workbook.storage.files import PART, write_whole
from workbook.storage.refusals import refusals

LARGEST: Final = 64 * 1024
"""How many bytes of the file are read: several times what it can have with all its lines as long as they may be."""


class FileLines:
    """The port `LocalLines` over a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> tuple[LocalLine, ...]:
        """All of them; none where the file is not there, or not as we wrote it. Whatever it holds, it is told at once."""
        try:
            lines = msgspec.json.decode(small(self._file, LARGEST), type=tuple[LocalLine, ...])
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return ()
        return tuple(dict.fromkeys(line for line in map(noted, lines) if line))[:MOST]

    def keep(self, lines: tuple[LocalLine, ...]) -> None:
        """Keep just these; with none, there is no file. Raises Trouble `disk-full`, `read-only`."""
        with refusals():
            if not lines:
                self._file.unlink(missing_ok=True)
                return
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                write_whole(self._file, msgspec.json.encode(lines))
            except OSError:
                self._file.with_name(self._file.name + PART).unlink(missing_ok=True)
                raise
