"""One window per notebook: a lock of the operating system, which goes when the process goes, however it goes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from workbook.storage.refusals import refusals
from workbook.trouble import Trouble

NAME = "notebook.lock"


class Lock:
    """A notebook's folder, held by this window until `release`. Raises Trouble `open-elsewhere`."""

    def __init__(self, folder: Path) -> None:
        path = folder / NAME
        with refusals():
            self._descriptor: int | None = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
            try:
                _take(self._descriptor)
            except (BlockingIOError, PermissionError):  # the second is how Windows says it
                self.release()
                raise Trouble("open-elsewhere") from None

    def held(self) -> bool:
        """Whether the folder is still this window's."""
        return self._descriptor is not None

    def release(self) -> None:
        """Let the folder go; once is enough. The file stays: removing it would let two windows hold two files of one name."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _take(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        # flock belongs to this open file; fcntl's other lock belongs to the process and falls when any descriptor closes.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
