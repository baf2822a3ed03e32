"""Where pages lie on their way to a printer's queue: in a folder of its own, in memory where there is such a place.

Who uses it holds a lock of the operating system, which goes with the process; what nobody holds any more, a kill has left.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp
from typing import Final

from workbook.paths import in_memory

_PLACE: Final = "TMPDIR"
_NAME: Final = "workbook-pages-"


class Between:
    """One such folder, from its making until `close`. Raises `OSError` where there is no room for one."""

    def __init__(self) -> None:
        sweep()
        self._before = os.environ.get(_PLACE)
        self._folder = Path(mkdtemp(prefix=_NAME, dir=_place()))
        self._held = _hold(self._folder)
        os.environ[_PLACE] = str(self._folder)

    def empty(self) -> None:
        """Take out whatever lies there."""
        for file in self._folder.iterdir():
            file.unlink(missing_ok=True)

    def close(self) -> None:
        """As if it had never been."""
        if self._before is None:
            os.environ.pop(_PLACE, None)
        else:
            os.environ[_PLACE] = self._before
        rmtree(self._folder, ignore_errors=True)
        if self._held is not None:
            os.close(self._held)
            self._held = None


def sweep() -> None:
    """Remove what was left when a process died over its printing; what another window prints just now stays."""
    for left in _place().glob(f"{_NAME}*"):
        with suppress(OSError):
            held = _hold(left)
            if held is not None:
                rmtree(left, ignore_errors=True)
                os.close(held)


def _place() -> Path:
    return in_memory() or Path(gettempdir())


def _hold(folder: Path) -> int | None:
    """Hold a folder. Raises `OSError` where somebody else does; Windows, where nothing lies in between, has no such lock."""
    if sys.platform == "win32":
        return None
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
