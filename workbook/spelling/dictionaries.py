"""The dictionaries that this computer has, where its own programs keep them. Nothing is brought along, nothing is fetched."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

LARGEST: Final = {".dic": 24 << 20, ".aff": 8 << 20}
"""Bytes; the largest in use have some 8 and 2 million."""
MOST: Final = 200
_NAME = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z0-9]{2,10}){0,3}")
_ADDED = "user/uno_packages/cache/uno_packages/*/*.oxt"
_LIBREOFFICE = ("share/extensions/dict-*", _ADDED, f"{_ADDED}/*")


class Dictionary(NamedTuple):
    """One dictionary in Hunspell's form: its name, such as `en_GB`, and its files without their endings."""

    id: str
    files: Path


def folders(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Iterator[Path]:
    """Where programs on this kind of computer keep dictionaries, one's own first."""
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or ".")
    yield from map(Path, filter(None, environ.get("DICPATH", "").split(os.pathsep)))
    if platform == "win32":
        roaming, programs = Path(environ.get("APPDATA", home)), Path(environ.get("PROGRAMFILES", "C:/Program Files"))
        yield from _of_libreoffice(roaming / "LibreOffice/4", programs / "LibreOffice")
        yield roaming / "hunspell"
        yield Path(environ.get("PROGRAMDATA", "C:/ProgramData")) / "hunspell"
    elif platform == "darwin":
        yield from (home / "Library/Spelling", Path("/Library/Spelling"))
        yield from _of_libreoffice(home / "Library/Application Support/LibreOffice/4")
        yield from Path("/Applications/LibreOffice.app/Contents/Resources").glob("extensions/dict-*")
        yield from (Path("/opt/homebrew/share/hunspell"), Path("/usr/local/share/hunspell"))
    else:
        yield Path(environ.get("XDG_DATA_HOME") or home / ".local/share") / "hunspell"
        for shared in (environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":"):
            yield from (Path(shared) / kind for kind in ("hunspell", "myspell", "myspell/dicts"))
        yield from _of_libreoffice(home / ".config/libreoffice/4", Path("/usr/lib/libreoffice"), *Path("/opt").glob("libreoffice*"))


def found(places: Iterator[Path]) -> dict[str, Dictionary]:
    """The dictionaries in these folders, by name; of two with one name the first."""
    there: dict[str, Dictionary] = {}
    for place in places:
        for file in sorted(place.glob("*.dic")):
            name = file.stem.replace("-", "_")
            if len(there) < MOST and name not in there and _NAME.fullmatch(file.stem) and _fits(file):
                there[name] = Dictionary(name, file.with_suffix(""))
    return there


def best(wishes: tuple[str, ...], names: tuple[str, ...]) -> str:
    """The name that suits the first wish, exactly or by its language; nothing where none does."""
    for wish in wishes:
        language = wish.partition("_")[0]
        for name in (*(name for name in names if name == wish), *(name for name in names if name.partition("_")[0] == language)):
            return name
    return ""


def _of_libreoffice(*roots: Path) -> Iterator[Path]:
    for root in roots:
        for pattern in _LIBREOFFICE:
            yield from sorted(root.glob(pattern))


def _fits(file: Path) -> bool:
    try:
        return all(0 < file.with_suffix(ending).stat().st_size <= most for ending, most in LARGEST.items())
    except OSError:
        return False
