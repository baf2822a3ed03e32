"""Where things are: resources, the usual notebook folder, and the note that says where somebody keeps theirs."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

PROGRAM = "workbook"
"""The name of our folders; it says nothing of couples (G10)."""

_LONGEST_PATH = 4096


def resources() -> Path:
    """The folder of packs, fonts and pictures: inside an installed package, beside it in a checkout."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


def in_memory() -> Path | None:
    """A folder whose files lie in memory and reach no disk, where this computer has one."""
    for place in (os.environ.get("XDG_RUNTIME_DIR"), "/dev/shm"):
        if place and os.path.isdir(place) and os.access(place, os.W_OK):
            return Path(place)
    return None


def _user(kind: str) -> Path:
    import platformdirs  # a few milliseconds that the first window need not wait for

    found: Path = getattr(platformdirs, f"user_{kind}_path")(PROGRAM, appauthor=False)
    return found


def usual_notebook() -> Path:
    """The folder a notebook is kept in unless somebody chose another."""
    return _user("data") / "notebook"


def chosen_notebook() -> Path | None:
    """The folder somebody chose instead, from the note of it."""
    try:
        named = small(_note(), _LONGEST_PATH)
        return Path(os.fsdecode(named)) if named and b"\0" not in named else None
    except (OSError, UnicodeDecodeError):
        return None


def looks() -> Path:
    """The file that says how large words are and in which colours; it is the same for everyone at this computer."""
    return _user("config") / "looks.json"


def local_lines() -> Path:
    """The file of help lines that somebody wrote down at this computer; it is readable before anyone is in, as Help is."""
    return _user("config") / "lines.json"


def remember_notebook(folder: Path) -> None:
    """Keep a note of where the notebook is; none is needed for the usual place.

    Where no note can be kept, the notebook is open all the same, and its folder is picked again at the next start.
    """
    with suppress(OSError):
        if folder == usual_notebook():
            _note().unlink(missing_ok=True)
        elif folder != chosen_notebook():
            keep_small(_note(), os.fsencode(folder))


def small(file: Path, most: int) -> bytes:
    """So many bytes of a small file at the most. Raises `OSError` for all but a file: a pipe or a device could have no end."""
    if not file.is_file():
        raise FileNotFoundError(file)
    with file.open("rb") as opened:
        return opened.read(most)


def keep_small(file: Path, content: bytes) -> None:
    """Put a small file in the place of what was there, whole or not at all. Raises `OSError`."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)  # whatever lies there, a pipe included
    try:
        part.write_bytes(content)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _note() -> Path:
    return _user("config") / "place"
