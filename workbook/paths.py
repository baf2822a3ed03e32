"""Where things are: resources, the usual notebook folder, and the note that says where somebody keeps theirs."""

from __future__ import annotations

import os
from pathlib import Path

PROGRAM = "workbook"
"""The name of our folders; it says nothing of couples (G10)."""


def resources() -> Path:
    """The folder of packs, fonts and pictures: inside an installed package, beside it in a checkout."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


def _user(kind: str) -> Path:
    import platformdirs  # noqa: PLC0415 - a few milliseconds that the first window need not wait for

    found: Path = getattr(platformdirs, f"user_{kind}_path")(PROGRAM, appauthor=False)
    return found


def usual_notebook() -> Path:
    """The folder a notebook is kept in unless somebody chose another."""
    note = _user("config") / "place"
    if note.is_file():
        return Path(os.fsdecode(note.read_bytes()))
    return _user("data") / "notebook"


def remember_notebook(folder: Path) -> None:
    """Keep a note of where the notebook is, when it is not in the usual place."""
    note = _user("config") / "place"
    if folder == usual_notebook():
        return
    note.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    note.write_bytes(os.fsencode(folder))
