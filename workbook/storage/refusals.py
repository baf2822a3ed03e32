"""From what an operating system says to a Trouble a person can mend; the original words stop here, they may hold a name."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from workbook.trouble import Trouble

_ERRNO: Final = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.ENOENT: "folder-gone",
    errno.ENOTDIR: "folder-gone",
    errno.ENODEV: "folder-gone",
}


@contextmanager
def refusals() -> Iterator[None]:
    """Let only Trouble out of work on files that are no vaults."""
    try:
        yield
    except OSError as error:
        raise of_system(error) from None


def of_system(error: OSError) -> Trouble:
    """What an operating system's refusal means for a person."""
    return Trouble(_ERRNO.get(error.errno or 0, "save-failed"))
