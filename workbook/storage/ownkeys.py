"""What a person does with their own key: another passphrase, new keys, a printed code, a PIN for the sitting, and emptying all.

A change is true when `keys.json` is written; backups and old files follow at once, or at the next time somebody comes in.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from msgspec.structs import replace

from workbook.couple.backups import Progress
from workbook.couple.people import PersonId
from workbook.storage import emptying, keyfile, older
from workbook.storage.beginning import alone_again, withdraw
from workbook.storage.coming import Coming
from workbook.storage.keys import Root, root_in
from workbook.storage.pin import Opened, Pin
from workbook.storage.rekeying import rekeyed
from workbook.storage.slots import Slot
from workbook.trouble import Trouble


class OwnKeys(Coming):
    """The part of the port `Notebook` that is about one's own key."""

    def change_passphrase(self, person: PersonId, old: str, new: str) -> tuple[str, ...]:
        """Another passphrase for the same key, here and in every local backup; gives back the backups it could not reach.

        Raises Trouble `wrong-passphrase`, `locked`.
        """
        self._seat(person)
        with self._opened_root(person, old) as root, self._changing():
            slot = root.in_slot(new, self._kdf, self._keys.bound(person, "root"))
            self._put_slots(person, slot, self._keys.member(person).recovery())
        return self._finish()

    def renew_keys(self, person: PersonId, old: str | None, new: str | None, progress: Progress | None = None) -> tuple[str, ...]:
        """New keys throughout, for when somebody knows the old passphrase, and from or to none. A printed code goes.

        Gives back the backups it could not reach. Raises Trouble `wrong-passphrase`, `locked`, `disk-full`.
        """
        seat = self._seat(person)
        with self._opened_root(person, old) as root, self._changing():
            shared = self._open()
            told = progress or Progress()
            with rekeyed(self._folder, self._keys, shared, seat.vault, person, root, new, self._kdf, told) as made:
                self._letters(person).also_under(made.vault_key)
                shared.disconnect()
                seat.vault.disconnect()
                keyfile.write(self._folder, made.keys)
            self._keys = made.keys
            keyfile.settle(self._folder, self._keys)
            shared.rekey(made.shared_key)
            seat.vault.rekey(made.vault_key)
            with suppress(Trouble):  # at the next coming in it is done again
                self._letters(person).settle()
            self._pins.clear()
        return self._finish()

    def has_recovery(self, person: PersonId) -> bool:
        """Whether this person has a printed code."""
        return self._keys.member(person).recovery() is not None

    def set_recovery(self, person: PersonId, passphrase: str, code: str | None) -> tuple[str, ...]:
        """Let a printed code open this person's space, instead of any earlier one, or none. Raises Trouble `wrong-passphrase`."""
        self._seat(person)
        with self._opened_root(person, passphrase) as root, self._changing():
            bound = self._keys.bound(person, "recovery")
            self._put_slots(person, self._keys.member(person).slot(), root.in_recovery(code, self._kdf, bound) if code else None)
        return self._finish()

    def recover(self, person: PersonId, code: str, new: str) -> tuple[str, ...]:
        """Open a space with its printed code and give it a new passphrase. Raises Trouble `wrong-code`."""
        slot = self._keys.member(person).recovery()
        if slot is None:
            raise Trouble("wrong-code")
        self._tell_of_put_back(person)
        keyfile.settle(self._folder, self._keys)
        try:
            root = root_in(slot, code, self._keys.bound(person, "recovery"))
        except Trouble as trouble:
            raise Trouble("wrong-code" if trouble.code == "wrong-passphrase" else trouble.code) from None
        try:
            self._enter(self._keys.member(person), root)
            with self._changing():
                self._put_slots(person, root.in_slot(new, self._kdf, self._keys.bound(person, "root")), slot)
        finally:
            root.drop()
        return self._finish()

    def has_pin(self, person: PersonId) -> bool:
        """Whether a PIN stands in for this person's passphrase."""
        return person in self._pins

    def set_pin(self, person: PersonId, digits: str | None) -> None:
        """Let a PIN stand in for the passphrase until the notebook is locked, or end that. Raises Trouble `locked`."""
        self._pins.pop(person, None)
        seat = self._seat(person)
        if digits is not None:
            with seat.vault.lent() as (_mine, vault), self._open().lent() as (_ours, shared):
                self._pins[person] = Pin(Opened(vault, seat.signing, shared), digits)

    def unlock_with_pin(self, person: PersonId, digits: str) -> None:
        """Open a space with its PIN. Raises Trouble `wrong-pin`, and `pin-gone` when there are no tries left."""
        pin = self._pins.get(person)
        if pin is None:
            raise Trouble("pin-gone")
        try:
            self._sit(person, pin.opened(digits))
        except Trouble as trouble:
            if trouble.code == "pin-gone":
                del self._pins[person]
            raise

    def empty(self, person: PersonId) -> tuple[str, ...]:
        """Empty a space beyond recovery: its key, then its file, here and in every local backup. Its owner has not begun then.

        Gives back the backups it could not reach. What both opened or wrote together stays. Raises Trouble `locked`.
        """
        seat, shared = self._seat(person), self._open()
        with self._changing():
            keys = emptying.emptied(self._keys, person)
            if len(keys.people) == 1:
                keys = alone_again(self._folder, keys, shared, keys.member(person))
            self._letters(person).burn_all()
            seat.vault.disconnect()
            try:
                if keys.moves:
                    shared.disconnect()
                keyfile.write(self._folder, keys)
            except BaseException:
                withdraw(self._folder, keys.moves)
                raise
            self._keys = keys
            self._pins.clear()
            if not keys.moves:
                emptying.tidy(shared, keys)
                older.remember(keys, shared)
            self.lock_all()
            keyfile.settle(self._folder, self._keys)
        return self._finish()

    def _put_slots(self, person: PersonId, slot: Slot, recovery: Slot | None) -> None:
        slots = (slot,) if recovery is None else (slot, recovery)
        people = tuple(replace(one, slots=slots) if one.id == person else one for one in self._keys.people)
        keys = self._keys.changed(people=people, following=True)
        keyfile.write(self._folder, keys)
        self._keys = keys
        keyfile.settle(self._folder, keys)

    @contextmanager
    def _opened_root(self, person: PersonId, passphrase: str | None) -> Iterator[Root]:
        keyfile.settle(self._folder, self._keys)
        root = root_in(self._keys.member(person).slot(), passphrase, self._keys.bound(person, "root"))
        try:
            yield root
        finally:
            root.drop()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """What goes wrong leaves nobody in, and the keys as they are on the disk: the old ones or the new ones."""
        try:
            yield
        except BaseException:
            self.lock_all()
            with suppress(Trouble):
                self._keys = keyfile.read(self._folder)
            raise
