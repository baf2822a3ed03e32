"""Who is in: the doors of a notebook, coming in with a key, a person's first turn, and going out."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from workbook.couple.people import Door, PersonId
from workbook.storage import beginning, emptying, keyfile, leaving, older, papers, seal, searching
from workbook.storage.backup import FolderBackups
from workbook.storage.following import copies, follow
from workbook.storage.keyfile import SHARED, Keys, Member
from workbook.storage.keys import Root, root_in, unwrap
from workbook.storage.letters import Letters
from workbook.storage.lock import Lock
from workbook.storage.parting import back_to_oneself
from workbook.storage.pin import Opened, Pin
from workbook.storage.seal import Seat
from workbook.storage.sittings import Exercises
from workbook.storage.slots import KdfCost
from workbook.storage.vault import Vault
from workbook.trouble import Trouble


class Coming:
    """The doors of one folder, locked for this window.

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
        self._pins: dict[PersonId, Pin] = {}
        self._exercises: Exercises = {}
        self._known: dict[PersonId, bytes] = {}
        self._put_back = keyfile.put_back(folder)
        self._told: set[PersonId] = set()
        self._backups = FolderBackups(folder, self._open_vaults)

    def doors(self) -> tuple[Door, ...]:
        """Who could come in, as it shows before anything is unlocked."""
        return self._keys.doors()

    def protected(self) -> bool:
        """Whether everyone in it has a passphrase: only then do the screens say "sealed"."""
        return all(member.begun and member.protected() for member in self._keys.people)

    def unlock(self, person: PersonId, passphrase: str | None) -> None:
        """Open one person's space; slow on purpose. Raises Trouble `wrong-passphrase`, `vault-damaged`, and once `keys-older`."""
        member = self._keys.member(person)
        if not member.begun:
            raise ValueError("this person has not begun yet")
        member = self._chosen(person, passphrase)
        root = root_in(member.slot(), passphrase, self._keys.bound(person, "root"))
        try:
            keyfile.settle(self._folder, self._keys)
            self._finish()
            self._enter(self._keys.member(person), root)
        finally:
            root.drop()

    def begin(self, person: PersonId, passphrase: str | None, name_on_door: bool) -> None:
        """A person's own first turn: their passphrase (or none), with new keys. They are unlocked when it returns.

        Raises Trouble `partner-first` when they emptied their space and the others are not in: they alone can open what is shared.
        """
        member = self._keys.member(person)
        if member.begun:
            raise ValueError("this person has begun already")
        self._tell_of_put_back(person)
        keyfile.settle(self._folder, self._keys)
        try:
            shared, former = self._shared_at_first_turn(member)
            self._need_newest(person, shared)
            with beginning.begun(self._folder, self._keys, shared, person, passphrase, name_on_door, self._kdf, former) as begun:
                shared.disconnect()  # Windows puts no file in the place of an open one
                keyfile.write(self._folder, begun.keys)
            self._keys = begun.keys
            keyfile.settle(self._folder, self._keys)
            shared.rekey(begun.shared_key)
            self._enter(self._keys.member(person), begun.root)
            begun.root.drop()
            self._pins.clear()  # they held the shared key of before
        except BaseException:
            self.lock_all()
            with suppress(Trouble):
                self._keys = keyfile.read(self._folder)
            raise

    def lock(self, person: PersonId) -> None:
        """Drop one person's keys; the shared vault stays open only while somebody else is unlocked."""
        seat = self._seats.pop(person, None)
        if seat is not None:
            searching.close(seat.vault)
        self._present = set(self._seats)
        self._close_shared_if_alone()

    def unlocked(self) -> frozenset[PersonId]:
        """Who is unlocked now."""
        return frozenset(self._seats)

    def at_table(self) -> bool:
        """Whether both have unlocked this session and nobody has locked since: only then do joint answers change."""
        people = {member.id for member in self._keys.people}
        return len(people) > 1 and self._present == people

    def lock_all(self, forget: bool = True) -> None:
        """Drop everyone's keys and close the shared vault; a PIN outlives it only where it need not be forgotten."""
        for person in tuple(self._seats):
            self.lock(person)
        self._present.clear()
        self._close_shared_if_alone()
        self._exercises.clear()
        self._known.clear()
        if forget:
            self._pins.clear()

    def tidy(self) -> None:
        """Take out of the search what was written over, in all that is open; where there is nothing of it, it only looks."""
        for vault in self._open_vaults().values():
            searching.forget_former(vault)

    def _enter(self, member: Member, root: Root) -> None:
        """Give somebody their seat, from their root."""
        key = unwrap(root.wrapping(), member.vault_key, self._keys.bound(member.id, "vault"))
        identity = Root(unwrap(root.wrapping(), member.identity, self._keys.bound(member.id, "identity")))
        self._sit(member.id, Opened(key, identity.signing(), root.unseal(member.shared_key)))

    def _sit(self, person: PersonId, opened: Opened) -> None:
        """Give somebody their seat; a vault that does not open leaves everything as it was."""
        vault = None
        try:
            if person not in self._seats:  # first their own: what is shared must not be ahead of it where an upgrade fails
                vault = self._vault(str(self._keys.member(person).vault), opened.vault)
            shared = self._open_shared(opened.shared)
            self._need_newest(person, shared, *((vault,) if vault is not None else ()))
            if vault is not None:
                self._seats[person] = Seat(vault, opened.signing)
                emptying.tidy(shared, self._keys)
                back_to_oneself(vault, shared, self._keys)
                leaving.finish(person, self._seats[person], shared)
                papers.take_in(vault, shared)
                self._known |= seal.pin(person, vault, shared) | {person: bytes(opened.signing.verify_key)}
                with suppress(Trouble):  # nothing of it keeps anybody out
                    self._letters(person).settle()
            self._present.add(person)
        except BaseException:
            if vault is not None and person not in self._seats:
                vault.close()
            self._close_shared_if_alone()
            raise

    def _chosen(self, person: PersonId, passphrase: str | None) -> Member:
        """Where an older copy of the keys was put over the newest, the one that opens what lies there now counts."""
        was = self._put_back
        if was is not None:
            self._tell_of_put_back(person)
            fit = [keys for keys in (self._keys, was) if older.fits(self._folder, keys, person, passphrase)]
            if fit:
                self._keys, self._put_back = fit[0], None
        return self._keys.member(person)

    def _tell_of_put_back(self, person: PersonId) -> None:
        if self._put_back is not None:
            self._tell_once(person)

    def _tell_once(self, person: PersonId) -> None:
        if person not in self._told:
            self._told.add(person)
            raise Trouble("keys-older")

    def _need_newest(self, person: PersonId, *vaults: Vault) -> None:
        """Raises Trouble `keys-older`, once, where vaults have seen newer keys; whoever comes again then goes on with these."""
        seen = max(older.seen_by(vault) for vault in vaults)
        if seen > self._keys.revision:
            self._tell_once(person)
            keys = replace(self._keys, revision=seen + 1)
            keyfile.write(self._folder, keys)
            self._keys = keys
            keyfile.settle(self._folder, keys)
        older.remember(self._keys, *vaults)

    def _shared_at_first_turn(self, member: Member) -> tuple[Vault, bytes | None]:
        """The shared vault: through the person's own open door, or through the others where that was closed for good.

        With it, the public key by which these knew them, who had been here before.
        """
        if member.slots:
            door = root_in(member.slot(), None, self._keys.bound(member.id, "root"))
            return self._open_shared(door.unseal(member.shared_key)), None
        others = [other for other in self._keys.people if other.id != member.id]
        if self._shared is None or any(other.begun and other.id not in self._seats for other in others):
            raise Trouble("partner-first")
        former = [emptying.forget_pin(seat.vault, member.id) for seat in self._seats.values()]
        return self._shared, next(iter(former), None)

    def _finish(self) -> tuple[str, ...]:
        """Let vaults and backups follow a change of keys; gives back the backups that could not be reached."""
        with suppress(Trouble):  # at the next coming in it is done again
            older.remember(self._keys, *self._open_vaults().values())
        try:
            self._keys, left = follow(self._folder, self._keys)
        except Trouble:  # the change itself is done
            return tuple(place.name for place in copies(self._folder))
        return left

    def _open_shared(self, key: bytes) -> Vault:
        if self._shared is None:
            self._shared = self._vault(SHARED, key)
        return self._shared

    def _vault(self, name: str, key: bytes) -> Vault:
        if not self._lock.held():  # closed: another window may have it by now
            raise Trouble("locked")
        return Vault(self._folder / name, key, self._keys.notebook, self._backups.make_before_upgrade)

    def _open_vaults(self) -> dict[str, Vault]:
        """The vaults that are open, by the name of their file. Raises Trouble `locked` once the folder was let go."""
        if not self._lock.held():
            raise Trouble("locked")
        found = {str(self._keys.member(person).vault): seat.vault for person, seat in self._seats.items()}
        return found if self._shared is None else found | {SHARED: self._shared}

    def _close_shared_if_alone(self) -> None:
        if self._shared is not None and not self._seats and not self.at_table():
            searching.close(self._shared)
            self._shared = None

    def _open(self) -> Vault:
        if self._shared is None:
            raise Trouble("locked")
        return self._shared

    def _letters(self, person: PersonId) -> Letters:
        return Letters(self._folder, self._seat(person).vault, self._keys.bound(person, "letter"))

    def _seat(self, person: PersonId) -> Seat:
        if person not in self._seats:
            raise Trouble("locked")
        return self._seats[person]
