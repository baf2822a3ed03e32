"""A notebook: a folder of vaults, its keys, and who has unlocked what."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from workbook.couple.people import Door, Person, PersonId
from workbook.couple.ports import Backups, Notebook, Shared, Space
from workbook.couple.sealing import Half
from workbook.couple.sitting import Response
from workbook.storage import beginning, keyfile, leaving, outside, places, seal
from workbook.storage.backup import FolderBackups
from workbook.storage.keyfile import SHARED, Keys, Member
from workbook.storage.keys import KdfCost, Root, root_in, unwrap
from workbook.storage.lock import Lock
from workbook.storage.seal import Seat
from workbook.storage.shared import VaultShared
from workbook.storage.sittings import Exercises
from workbook.storage.space import VaultSpace
from workbook.storage.vault import Vault
from workbook.trouble import Trouble


class FolderNotebooks:
    """The port `Notebooks`: notebooks are folders; `usual` is where one lies unless somebody chooses another place."""

    def __init__(self, usual: Path, kdf: KdfCost | None = None) -> None:
        self._usual = usual
        self._kdf = kdf or KdfCost.usual()

    def usual(self) -> Path:
        """The folder a notebook is kept in unless somebody chooses another."""
        return self._usual

    def exists(self, folder: Path) -> bool:
        """Whether a notebook lies there."""
        return keyfile.lies_in(folder)

    def synced(self, folder: Path) -> str:
        """The sync program that copies a folder elsewhere, or nothing."""
        return places.synced(folder)

    def create(self, folder: Path, people: tuple[Person, ...]) -> Notebook:
        """A new notebook: whole, or not there at all. Raises Trouble `folder-not-empty`, `disk-full`, `read-only`."""
        beginning.create(folder, people)
        return self.open(folder)

    def open(self, folder: Path) -> Notebook:
        """Open a folder. Raises Trouble `no-notebook`, `open-elsewhere`, `notebook-newer`, `keys-damaged`."""
        if not self.exists(folder):
            raise Trouble("no-notebook")
        lock = Lock(folder)
        try:
            keys = keyfile.read(folder)
            keyfile.settle(folder, keys)
            keyfile.sweep(folder)
        except BaseException:
            lock.release()
            raise
        return FolderNotebook(folder, keys, lock, self._kdf)


class FolderNotebook:
    """The port `Notebook` over one folder, locked for this window.

    A person has a seat while their private vault is open. Who is present has unlocked since anybody last locked; they may have
    left their space and still be at the table.
    """

    def __init__(self, folder: Path, keys: Keys, lock: Lock, kdf: KdfCost) -> None:
        self._folder = folder
        self._keys = keys
        self._lock = lock
        self._kdf = kdf
        self._shared: Vault | None = None
        self._seats: dict[PersonId, Seat] = {}
        self._present: set[PersonId] = set()
        self._exercises: Exercises = {}
        self._backups = FolderBackups(folder, self._open_vaults)

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._folder

    def doors(self) -> tuple[Door, ...]:
        """Who could come in, as it shows before anything is unlocked."""
        return tuple(member.door() for member in self._keys.people)

    def protected(self) -> bool:
        """Whether everyone in it has a passphrase: only then do the screens say "sealed"."""
        return all(member.begun and member.protected() for member in self._keys.people)

    def unlock(self, person: PersonId, passphrase: str | None) -> None:
        """Open one person's space; slow on purpose. Raises Trouble `wrong-passphrase` or `vault-damaged`."""
        member = self._keys.member(person)
        if not member.begun:
            raise ValueError("this person has not begun yet")
        root = root_in(member.slot(), passphrase, self._keys.bound(person, "root"))
        try:
            keyfile.settle(self._folder, self._keys)
            self._enter(member, root)
        finally:
            root.drop()

    def begin(self, person: PersonId, passphrase: str | None, name_on_door: bool) -> None:
        """A person's own first turn: their passphrase (or none), with new keys. They are unlocked when it returns."""
        member = self._keys.member(person)
        if member.begun:
            raise ValueError("this person has begun already")
        keyfile.settle(self._folder, self._keys)
        door = root_in(member.slot(), None, self._keys.bound(person, "root"))
        try:
            shared = self._open_shared(member, door)
            with beginning.begun(self._folder, self._keys, shared, person, passphrase, name_on_door, self._kdf) as begun:
                shared.disconnect()  # Windows puts no file in the place of an open one
                keyfile.write(self._folder, begun.keys)
            self._keys = begun.keys
            keyfile.settle(self._folder, self._keys)
            shared.rekey(begun.shared_key)
            self._enter(self._keys.member(person), begun.root)
            begun.root.drop()
        except BaseException:
            self.lock_all()
            with suppress(Trouble):
                self._keys = keyfile.read(self._folder)
            raise
        finally:
            door.drop()

    def lock(self, person: PersonId) -> None:
        """Drop one person's keys; the shared vault stays open only while somebody else is unlocked."""
        seat = self._seats.pop(person, None)
        if seat is not None:
            seat.vault.close()
        self._present = set(self._seats)
        self._close_shared_if_alone()

    def lock_all(self) -> None:
        """Drop everyone's keys and close the shared vault; a backup that is being made is given up."""
        self._backups.interrupt()
        for person in tuple(self._seats):
            self.lock(person)
        self._present.clear()
        self._close_shared_if_alone()
        self._exercises.clear()

    def unlocked(self) -> frozenset[PersonId]:
        """Who is unlocked now."""
        return frozenset(self._seats)

    def leave_spaces(self) -> None:
        """Close the private vaults of both, who stay at the table. Raises Trouble `locked` unless both have unlocked."""
        if not self.at_table():
            raise Trouble("locked")
        for seat in self._seats.values():
            seat.vault.close()
        self._seats.clear()

    def at_table(self) -> bool:
        """Whether both have unlocked this session and nobody has locked since: only then do joint answers change."""
        people = {member.id for member in self._keys.people}
        return len(people) > 1 and self._present == people

    def space(self, person: PersonId) -> Space:
        """An unlocked person's own space. Raises Trouble `locked`."""
        return VaultSpace(person, self._seat(person).vault, self._open(), self._exercises)

    def shared(self) -> Shared:
        """The shared vault. Raises Trouble `locked` while nobody is unlocked and nobody at the table."""
        return VaultShared(self._open(), self._exercises, self.at_table)

    def backups(self) -> Backups:
        """Its backups."""
        return self._backups

    def seal(self, half: Half) -> None:
        """Seal one person's half: text and nonce stay with its author, a signed commitment goes to the shared vault."""
        seal.seal(half, self._seat(half.author), self._open())

    def withdraw(self, sitting: str, author: PersonId, steps: tuple[str, ...]) -> None:
        """Take a sealed half back before the reveal, leaving no trace. Raises Trouble `already-open`."""
        seal.withdraw(sitting, author, steps, self._seat(author), self._open())

    def take_back(self, person: PersonId, sitting: str, step: str) -> None:
        """Delete one answer for good: sealed, it becomes a skipped one; opened or said at the table, both see "taken back"."""
        leaving.take_back(person, sitting, step, self._seat(person), self._open())

    def leave_sitting(self, person: PersonId, sitting: str) -> None:
        """Delete all that one person said in a sitting for two, and put it out of their sight; what both said stays."""
        leaving.leave(person, sitting, self._seat(person), self._open())

    def write_out(self, target: Path, content: bytes) -> None:
        """Write a new file outside, whole or not at all. Raises Trouble `file-there`, `no-folder`, `disk-full`, `read-only`."""
        outside.write_out(target, content)

    def read_in(self, source: Path, most: int) -> bytes:
        """Read a file from outside. Raises Trouble `no-file`, `belongings-large` over `most` bytes."""
        return outside.read_in(source, most)

    def ready(self, sitting: str, steps: tuple[str, ...]) -> bool:
        """Whether both halves lie sealed. Raises Trouble `locked` unless both have unlocked, and `seal-broken`."""
        return seal.ready(sitting, steps, self._both(), self._open())

    def open_step(self, sitting: str, step: str) -> tuple[Response, ...]:
        """Open one step for both: copied to the shared vault and checked. Raises Trouble `seal-broken`, `locked`."""
        return seal.open_step(sitting, step, self._both(), self._open())

    def close(self) -> None:
        """Lock everyone, let the folder go."""
        self.lock_all()
        self._lock.release()

    def _enter(self, member: Member, root: Root) -> None:
        """Give somebody their seat; a vault that does not open leaves everything as it was."""
        try:
            shared = self._open_shared(member, root)
            if member.id not in self._seats:
                key = unwrap(root.wrapping(), member.vault_key, self._keys.bound(member.id, "vault"))
                vault = Vault(self._folder / str(member.vault), key, self._keys.notebook)
                self._seats[member.id] = Seat(vault, root.signing())
                seal.pin(member.id, vault, shared)
            self._present.add(member.id)
        except BaseException:
            self._close_shared_if_alone()
            raise

    def _open_shared(self, member: Member, root: Root) -> Vault:
        if not self._lock.held():  # closed: another window may have it by now
            raise Trouble("locked")
        if self._shared is None:
            self._shared = Vault(self._folder / SHARED, root.unseal(member.shared_key), self._keys.notebook)
        return self._shared

    def _open_vaults(self) -> dict[str, Vault]:
        """The vaults that are open, by the name of their file. Raises Trouble `locked` once the folder was let go."""
        if not self._lock.held():
            raise Trouble("locked")
        found = {str(self._keys.member(person).vault): seat.vault for person, seat in self._seats.items()}
        return found if self._shared is None else found | {SHARED: self._shared}

    def _close_shared_if_alone(self) -> None:
        if self._shared is not None and not self._seats and not self.at_table():
            self._shared.close()
            self._shared = None

    def _open(self) -> Vault:
        if self._shared is None:
            raise Trouble("locked")
        return self._shared

    def _seat(self, person: PersonId) -> Seat:
        if person not in self._seats:
            raise Trouble("locked")
        return self._seats[person]

    def _both(self) -> dict[PersonId, Seat]:
        """Everyone's seat, in the order of the notebook. Raises Trouble `locked` unless both are in theirs."""
        if len(self._keys.people) < 2:
            raise Trouble("locked")
        return {member.id: self._seat(member.id) for member in self._keys.people}
