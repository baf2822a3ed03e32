"""Whether a folder is copied elsewhere by a sync program: told by the names of folders and by the marks these programs leave.

Nothing heavy is imported here: the set-up page asks before storage is brought in.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_NAMES: Final = (
    (re.compile(r"Dropbox( \(.+\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"OneDrive( ?- ?.+)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"iCloud ?Drive|com~apple~CloudDocs|Mobile Documents", re.IGNORECASE), "iCloud"),
    (re.compile(r"Nextcloud\d*|ownCloud", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"Google ?Drive(-.+)?|My Drive", re.IGNORECASE), "Google Drive"),
    (re.compile(r"Syncthing", re.IGNORECASE), "Syncthing"),
)
_MARKS: Final = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".sync_*.db", "Nextcloud"),
    ("._sync_*.db", "Nextcloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "Nextcloud"),
    (".stfolder", "Syncthing"),
)


def synced(folder: Path) -> str:
    """The program that copies this folder elsewhere, or nothing. The folder need not be there yet."""
    for place in (folder, *folder.parents):
        for name, program in _NAMES:
            if name.fullmatch(place.name):
                return program
        for mark, program in _MARKS:
            if _has(place, mark):
                return program
        if place.parent.name == "CloudStorage":  # macOS: ~/Library/CloudStorage/SomeProgram-account
            return re.split(r"[-.]", place.name)[0]
    return ""


def _has(place: Path, mark: str) -> bool:
    try:
        return any(True for _found in place.glob(mark))
    except OSError:  # a folder above that one may not look into
        return False
