"""A place on the disk as somebody types it."""

from __future__ import annotations

from os.path import expanduser
from pathlib import Path


def typed_place(typed: str) -> Path:
    """The path, with `~` for one's own folder; somebody's folder who is not there stays as it was typed, and is found missing."""
    return Path(expanduser(typed))
