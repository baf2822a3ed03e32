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
    import platformdirs  # a few milliseconds that the first window need not wait for

    found: Path = getattr(platformdirs, f"user_{kind}_path")(PROGRAM, appauthor=False)
    return found


def usual_notebook() -> Path:
    """The folder a notebook is kept in unless somebody chose another."""
    return _user("data") / "notebook"


def chosen_notebook() -> Path | None:
    """The folder somebody chose instead, from the note of it."""
    note = _user("config") / "place"
    return Path(os.fsdecode(note.read_bytes())) if note.is_file() else None


def looks() -> Path:
    """The file that says how large words are and in which colours; it is the same for everyone at this computer."""
    return _user("config") / "looks.json"


def local_lines() -> Path:
    """The file of help lines that somebody wrote down at this computer; it is readable before anyone is in, as Help is."""
    return _user("config") / "lines.json"


def remember_notebook(folder: Path) -> None:
    """Keep a note of where the notebook is; none is needed for the usual place."""
    note = _user("config") / "place"
    if folder == usual_notebook():
        note.unlink(missing_ok=True)
        return
    note.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    note.write_bytes(os.fsencode(folder))
