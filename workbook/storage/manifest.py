"""A backup as a folder: `0007-2026-03-03`, its files, and a manifest that tells whether they are still what was put there.

It names nobody and no hour, and does not tell whose vault was open when it was made (G13).
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from workbook.couple.backups import Backup, Missed, Progress
from workbook.paths import small
from workbook.storage import files
from workbook.storage.copying import digest
from workbook.storage.keyfile import MAIN

FOLDER: Final = "backups"
NAME: Final = "manifest.json"
MISSED: Final = "missed.json"
_MOST_BYTES: Final = 1024 * 1024
_BACKUP: Final = re.compile(r"(\d{4,9})-(\d{4}-\d{2}-\d{2})")
_FILE: Final = re.compile(r"keys\.json|(shared|[0-9a-f]{16})\.vault(-journal)?")


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """SHA-256 of each file; `due` holds those of files that are just being replaced. `checked` is the day of the last check."""

    format: int = 1
    files: dict[str, str]
    due: dict[str, str] = {}
    checked: date | None = None
    sound: bool = True


def names(name: str) -> bool:
    """Whether a file may be called so in a backup."""
    return _FILE.fullmatch(name) is not None


def name_of(number: int, made: date) -> str:
    """The folder of a backup."""
    return f"{number:04}-{made.isoformat()}"


def places(folder: Path, strict: bool = False) -> Iterator[tuple[Path, Backup]]:
    """The backups of a notebook's folder, newest first; one whose manifest cannot be read is not sound.

    Where it is strict, a manifest that the disk refuses to give raises `OSError`.
    """
    found = folder / FOLDER
    named = [(path, _BACKUP.fullmatch(path.name)) for path in found.iterdir()] if found.is_dir() else []
    backups = [(path, _listed(path, int(match[1]), match[2], strict)) for path, match in named if match and path.is_dir()]
    yield from sorted(((path, one) for path, one in backups if one), key=lambda each: -each[1].number)


def read(place: Path, strict: bool = False) -> Manifest | None:
    """What a backup says of itself, or nothing where that cannot be read."""
    try:
        manifest = msgspec.json.decode(small(place / NAME, _MOST_BYTES), type=Manifest)
    except (FileNotFoundError, ValueError):
        return None
    except OSError:
        if strict:
            raise
        return None
    listed = {*manifest.files, *manifest.due}
    return manifest if MAIN in manifest.files and all(names(name) for name in listed) else None


def write(place: Path, manifest: Manifest) -> None:
    """Keep what a backup says of itself, in ASCII."""
    files.write_whole(place / NAME, json.dumps(msgspec.to_builtins(manifest), indent=1).encode("ascii"))


def missed(folder: Path) -> Missed | None:
    """What stands beside a notebook's backups of one that was not made."""
    try:
        return msgspec.json.decode(small(folder / FOLDER / MISSED, _MOST_BYTES), type=Missed)
    except (OSError, ValueError):
        return None


def put_missed(folder: Path, told: Missed | None) -> None:
    """Keep that, or take it away."""
    if told is not None:
        (folder / FOLDER).mkdir(mode=0o700, exist_ok=True)
        files.write_whole(folder / FOLDER / MISSED, msgspec.json.encode(told))
    else:
        (folder / FOLDER / MISSED).unlink(missing_ok=True)


def whole(place: Path, manifest: Manifest, name: str, progress: Progress) -> bool:
    """Whether a file of a backup is what was put there."""
    try:
        found = digest(place / name, progress)
    except OSError:
        return False
    return found in (manifest.files[name], manifest.due.get(name))


def put(place: Path, name: str, content: bytes, progress: Progress) -> None:
    """Replace a file in a backup, such as its keys after a passphrase was changed; killed anywhere, it stays sound."""
    manifest = read(place)
    if manifest is None:
        raise FileNotFoundError(NAME)
    part = place / (name + files.PART)
    files.write_whole(part, content)
    told = replace(manifest, due={name: digest(part, progress)})
    write(place, told)
    files.move(part, place / name)
    write(place, replace(manifest, files={**manifest.files, **told.due}, due={}))


def take_out(place: Path, names: tuple[str, ...]) -> None:
    """Take files out of a backup, such as the vault of somebody who emptied their space."""
    manifest = read(place)
    if manifest is not None:
        write(place, replace(manifest, files={name: told for name, told in manifest.files.items() if name not in names}))
    for name in names:
        (place / name).unlink(missing_ok=True)
    files.sync_folder(place)


def remove(place: Path) -> None:
    """Remove a whole backup; killed half-way, what is left is no longer in the list."""
    going = place.with_name(place.name + files.PART)
    files.move(place, going)
    shutil.rmtree(going)


def _listed(place: Path, number: int, made: str, strict: bool) -> Backup | None:
    try:
        day = date.fromisoformat(made)
    except ValueError:
        return None
    manifest = read(place, strict)
    if manifest is None or not all((place / name).is_file() for name in manifest.files):
        return Backup(number=number, made=day, sound=False)
    return Backup(number=number, made=day, checked=manifest.checked, sound=manifest.sound)
