"""Help lines written down at this computer: one small file in the open, since Help opens without unlocking (G34)."""

from __future__ import annotations

from pathlib import Path

import msgspec

from workbook.content.helplines import LocalLine
from workbook.storage.files import PART, write_whole
from workbook.storage.refusals import refusals


class FileLines:
    """The port `LocalLines` over a file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> tuple[LocalLine, ...]:
        """All of them; none where the file is not there, or not as we wrote it."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=tuple[LocalLine, ...])
        except (OSError, msgspec.DecodeError):
            return ()

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
