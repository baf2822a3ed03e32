"""After a change of keys: backups and files left over follow it, as often as it takes; killed anywhere, it begins again.

What is to be done to a backup shows by its own keys: the same vault under the same wrapped key is only given the new ways in; the
same vault under another key is replaced by the copy that lies ready, or goes; the vault of somebody who emptied their space goes.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from workbook.couple.backups import Progress
from workbook.storage import files, keyfile, manifest
from workbook.storage.causes import troubled
from workbook.storage.keyfile import MAIN, Keys, without_way_in
from workbook.trouble import Trouble

READY: Final = ".rekeyed" + files.PART
"""How the folder of a backup ends that lies ready under new keys."""

_PRIVATE: Final = re.compile(r"[0-9a-f]{16}\.vault(-journal)?")


def copies(folder: Path) -> Iterator[Path]:
    """Every backup in a notebook's folder, sound or not, the newest first."""
    place = folder / manifest.FOLDER
    found = [path for path in place.iterdir() if path.is_dir() and path.suffix != files.PART] if place.is_dir() else []
    yield from sorted(found, reverse=True)


def follow(folder: Path, keys: Keys) -> tuple[Keys, tuple[str, ...]]:
    """Do what is left to do. Gives back the keys as they are now, and the names of the backups that could not be reached."""
    if not keys.following:
        return keys, ()
    left = []
    with troubled(folder):
        _remove_emptied(folder, keys)
        _sort_out_ready(folder, keys)
        for place in copies(folder):
            try:
                _follow(place, keys)
            except (OSError, Trouble):
                left.append(place.name)
    if not left:
        keys = replace(keys, following=False)
        keyfile.write(folder, keys)
        keyfile.settle(folder, keys)
    return keys, tuple(left)


def _remove_emptied(folder: Path, keys: Keys) -> None:
    """Vaults that belong to nobody any more: their key is gone already."""
    for name in _of_nobody(folder, {member.vault for member in keys.people}):
        (folder / name).unlink()
    files.sync_folder(folder)


def _sort_out_ready(folder: Path, keys: Keys) -> None:
    """Copies whose backup went just before a kill take its place; those of a change that never happened go."""
    for ready in (folder / manifest.FOLDER).glob("*" + READY):
        place = ready.with_name(ready.name.removesuffix(READY))
        if not _fits(ready, keys):
            shutil.rmtree(ready)
        elif not place.exists():
            files.move(ready, place)


def _follow(place: Path, keys: Keys) -> None:
    then = keyfile.read(place)
    if then.notebook != keys.notebook:
        return
    now, people = {member.id: member for member in keys.people}, []
    for member in then.people:
        today = now.get(member.id)
        if today is None or (member.begun and member.vault != today.vault):
            people.append(without_way_in(member))
        elif member.begun and member.vault_key != today.vault_key:
            _renew(place, keys)
            return
        else:
            people.append(replace(member, slots=today.slots) if member.begun else member)
    gone = _of_nobody(place, {member.vault for member in people})
    if gone and (manifest.read(place) is None or not any(member.begun for member in people)):
        manifest.remove(place)
        return
    if tuple(people) != then.people:
        manifest.put(place, MAIN, keyfile.encoded(replace(then, people=tuple(people))), Progress())
    if gone:
        manifest.take_out(place, gone)


def _of_nobody(place: Path, vaults: set[str | None]) -> tuple[str, ...]:
    """The private vaults in a folder that none of these is, with their journals."""
    found = (path.name for path in place.glob("*.vault*") if _PRIVATE.fullmatch(path.name))
    return tuple(name for name in found if name.removesuffix("-journal") not in vaults)


def _renew(place: Path, keys: Keys) -> None:
    ready = place.with_name(place.name + READY)
    there = ready.is_dir() and _fits(ready, keys)
    manifest.remove(place)
    if there:
        files.move(ready, place)


def _fits(ready: Path, keys: Keys) -> bool:
    """Whether a copy lies there whole, under the keys of today."""
    try:
        people = keyfile.read(ready).people
    except Trouble as trouble:
        if trouble.code in ("keys-damaged", "no-notebook"):
            return False
        raise
    today = {member.id: member for member in keys.people}
    same = all(not member.begun or member.vault_key == today[member.id].vault_key for member in people if member.id in today)
    return same and manifest.read(ready, strict=True) is not None
