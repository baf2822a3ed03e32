"""Files outside the notebook, where somebody wants them: written whole or not at all, and read with a limit."""

from __future__ import annotations

import errno
from pathlib import Path
from secrets import token_hex
from typing import Final

from workbook.storage import files
from workbook.trouble import Trouble

_CODES: Final = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "disk-full"),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), "no-folder"),
}


def write_out(target: Path, content: bytes) -> None:
    """Write a new file that only its owner can read, and replace none. Raises Trouble `file-there`, `no-folder`, `disk-full`."""
    if target.exists():
        raise Trouble("file-there")
    part = target.with_name(f"{target.name[:40]}-{token_hex(4)}{files.PART}")
    try:
        files.create_empty(part)
        try:
            part.write_bytes(content)
            files.sync_file(part)
            files.move(part, target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Trouble(_CODES.get(error.errno or 0, "read-only")) from None


def read_in(source: Path, most: int) -> bytes:
    """Read an ordinary file. Raises Trouble `no-file`, `belongings-large` over `most` bytes."""
    try:
        if not source.is_file():
            raise Trouble("no-file")
        with source.open("rb") as file:
            content = file.read(most + 1)
    except OSError:
        raise Trouble("no-file") from None
    if len(content) > most:
        raise Trouble("belongings-large")
    return content
