"""Who is in a notebook changes: somebody joins, somebody leaves for good, or takes theirs into a notebook of their own."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from workbook.couple.people import Person, PersonId
from workbook.storage import keyfile, parting
from workbook.storage.ownkeys import OwnKeys
from workbook.trouble import Trouble


class Joining(OwnKeys):
    """The part of the port `Notebook` that is about joining and leaving."""

    def add_person(self, person: Person) -> None:
        """Somebody more, who has not begun; nothing that is there moves. Raises Trouble `locked` where nobody is unlocked."""
        shared = self._open()
        with self._changing():
            with parting.joined(self._folder, self._keys, shared, person) as anew:
                shared.disconnect()
                keyfile.write(self._folder, anew.keys)
            self._keys = anew.keys
            keyfile.settle(self._folder, self._keys)
            shared.rekey(anew.shared_key)
            self._pins.clear()  # they held the shared key of before

    def remove(self, person: PersonId, passphrase: str | None) -> tuple[str, ...]:
        """Delete a person out of the notebook, for good; everyone is locked out then. Where nobody stays, all of it goes.

        Gives back the backups it could not reach. Raises Trouble `wrong-passphrase`, `locked`, `disk-full`.
        """
        seat, shared = self._seat(person), self._open()
        with self._opened_root(person, passphrase):
            pass
        if not any(member.slots for member in self._keys.people if member.id != person):
            self._end()
            return ()
        with self._changing():
            with parting.without(self._folder, self._keys, shared, person) as anew:
                self._letters(person).burn_all()
                seat.vault.disconnect()
                shared.disconnect()
                keyfile.write(self._folder, anew.keys)
            self._keys = anew.keys
            self.lock_all()
            keyfile.settle(self._folder, self._keys)
        return self._finish()

    def split(self, person: PersonId, passphrase: str | None, folder: Path) -> None:
        """One person's own notebook in a new folder, with what was shared; in this one nothing changes and nothing is written.

        Raises Trouble `wrong-passphrase`, `locked`, `folder-within`, `folder-not-empty`, `disk-full`, `read-only`.
        """
        seat, shared = self._seat(person), self._open()
        if folder.resolve().is_relative_to(self._folder.resolve()):
            raise Trouble("folder-within")
        with self._opened_root(person, passphrase):
            parting.split(self._keys, shared, seat, person, passphrase, self._kdf, folder, self._letters(person))

    def _end(self) -> None:
        """The notebook is no more."""
        self.lock_all()
        parting.everything_goes(self._folder, self._keys)
        self._keys = replace(self._keys, people=())
        self._lock.release()
        parting.folder_goes(self._folder)
