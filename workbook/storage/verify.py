"""Reading a whole notebook through, backups and all, with the keys there are; and saying of what there was no key.

Nothing is changed, but for a save that a kill cut short: as at every opening, it is taken back first.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct

from workbook.couple.backups import Progress
from workbook.storage import keyfile, letterfiles, letters, manifest
from workbook.storage.causes import troubled
from workbook.storage.copying import read_through
from workbook.storage.keyfile import COPY, MAIN, SHARED, Keys, Member
from workbook.storage.keys import Root, root_in, unwrap
from workbook.storage.lock import Lock
from workbook.storage.slots import Slot
from workbook.trouble import Trouble

_PAGE: Final = 4096
What = Literal["whole", "damaged", "locked", "partly"]


class Finding(Struct, frozen=True):
    """One file, or one backup. `locked`: nothing gave a key, only its length was looked at.

    `partly`, of a backup: every byte is as it was written, and not everything in it could be read for want of a key.
    """

    name: str
    what: What


class Verifying:
    """One look through a notebook's folder. `opened` tells whether the passphrase opened any door, `share` how far it is."""

    def __init__(self, folder: Path, passphrase: str | None) -> None:
        self._folder, self._passphrase = folder, passphrase
        self._roots: dict[tuple[Slot, str], Root | None] = {}
        self.opened = False
        self._read = 0
        self._whole = sum(_size(path) for path in (*folder.glob("*.vault"), *folder.glob(f"{MAIN}*"), folder / manifest.FOLDER))

    @property
    def share(self) -> float:
        """How much of it was read, from 0 to 1."""
        return min(1.0, self._read / max(1, self._whole))

    def findings(self) -> Iterator[Finding]:
        """What was found, file by file. Raises Trouble `no-notebook`, `keys-damaged`, `open-elsewhere`, `notebook-newer`."""
        for found in self._each():
            self._read += _size(self._folder / found.name)
            yield found

    def _each(self) -> Iterator[Finding]:
        if not keyfile.lies_in(self._folder):
            raise Trouble("no-notebook")
        lock = Lock(self._folder)
        try:
            with troubled(self._folder):
                keys = keyfile.read(self._folder)
                for name in (MAIN, COPY):
                    if (self._folder / name).exists():
                        yield Finding(name, "whole" if keyfile.is_sound(self._folder / name) else "damaged")
                parts = {name: part for part, name in keys.moves.items() if (self._folder / part).exists()}
                for name, key in self._vaults(keys).items():
                    yield Finding(name, _vault(self._folder / parts.get(name, name), key))
                found = {self._letter(keys, name) for name in letterfiles.names(self._folder)}
                for what in ("damaged", "locked", "whole"):
                    if what in found:
                        yield Finding("letters", what)
                        break
                for place, _backup in manifest.places(self._folder):
                    yield Finding(f"{manifest.FOLDER}/{place.name}", self._backup(place))
        finally:
            lock.release()
            for root in self._roots.values():
                if root is not None:
                    root.drop()

    def _letter(self, keys: Keys, name: str) -> What:
        vaults = self._vaults(keys)
        known = [(member, vaults[member.vault]) for member in keys.people if member.vault is not None]
        found = [letters.whole(self._folder, name, key, keys.bound(one.id, "letter")) for one, key in known if key is not None]
        if True in found:
            return "whole"
        return "locked" if False not in found and any(key is None for _one, key in known) else "damaged"

    def _backup(self, place: Path) -> What:
        told, progress = manifest.read(place), Progress()
        if told is None or not all(manifest.whole(place, told, name, progress) for name in told.files):
            return "damaged"
        vaults = self._vaults(keyfile.read(place))
        readable = {name: key for name, key in vaults.items() if name in told.files and f"{name}-journal" not in told.files}
        found = {_vault(place / name, key, "ro") for name, key in readable.items()}
        if "damaged" in found:
            return "damaged"
        return "whole" if found == {"whole"} and readable.keys() == vaults.keys() else "partly"

    def _vaults(self, keys: Keys) -> dict[str, bytes | None]:
        """Every vault that the keys speak of, with its key where there is one."""
        found: dict[str, bytes | None] = {SHARED: None}
        for member in keys.people:
            root = self._root(keys, member)
            if root is not None:
                found[SHARED] = found[SHARED] or root.unseal(member.shared_key)
            if member.vault is not None:
                bound = keys.bound(member.id, "vault")
                found[member.vault] = None if root is None else unwrap(root.wrapping(), member.vault_key, bound)
        return found

    def _root(self, keys: Keys, member: Member) -> Root | None:
        """Somebody's root, from whichever of their slots opens; each is tried once, since that is slow on purpose."""
        bound = keys.bound(member.id, "root")
        for slot in member.slots:
            if (slot, bound) not in self._roots:
                self._roots[slot, bound] = self._tried(slot, bound)
            if (root := self._roots[slot, bound]) is not None:
                return root
        return None

    def _tried(self, slot: Slot, bound: str) -> Root | None:
        try:
            root = root_in(slot, self._passphrase, bound)
        except Trouble as trouble:
            if trouble.code == "wrong-passphrase":
                return None
            raise
        self.opened = self.opened or slot.kind != "open"
        return root


def _size(path: Path) -> int:
    """How many bytes a file has, or all in a folder."""
    return sum(one.stat().st_size for one in (path, *path.rglob("*")) if one.is_file())


def _vault(path: Path, key: bytes | None, mode: str = "rw") -> What:
    try:
        if key is None:
            size = path.stat().st_size
            return "damaged" if not size or size % _PAGE else "locked"
        return "whole" if path.is_file() and read_through(path, key, Progress(), mode) else "damaged"
    except FileNotFoundError:
        return "damaged"
    except Trouble as trouble:
        if trouble.code == "vault-damaged":
            return "damaged"
        raise
