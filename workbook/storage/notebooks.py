"""Where notebooks come from: folders. The doors of one need `keys.json` alone; the vaults' libraries take longer than Qt's."""

from __future__ import annotations

from pathlib import Path
from threading import Lock as Turn
from typing import TYPE_CHECKING, Any, cast

from workbook.couple.people import Door, Person, PersonId
from workbook.couple.ports import Notebook
from workbook.storage import keyfile, letterfiles
from workbook.storage.keyfile import Keys
from workbook.storage.lock import Lock
from workbook.storage.slots import KdfCost
from workbook.trouble import Trouble

if TYPE_CHECKING:
    from workbook.storage.notebook import FolderNotebook


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
        from workbook.storage.places import synced  # only the set-up and the list of backups ask

        return synced(folder)

    def create(self, folder: Path, people: tuple[Person, ...]) -> Notebook:
        """A new notebook: whole, or not there at all. Raises Trouble `folder-not-empty`, `disk-full`, `read-only`."""
        from workbook.storage.beginning import create  # it makes a vault

        create(folder, people)
        return self.open(folder)

    def open(self, folder: Path) -> Notebook:
        """Open a folder. Raises Trouble `no-notebook`, `open-elsewhere`, `notebook-newer`, `keys-damaged`."""
        if not self.exists(folder):
            raise Trouble("no-notebook")
        lock = Lock(folder)
        try:
            keys = keyfile.read(folder)
            if keyfile.put_back(folder) is None:  # else whoever comes in next hears of it first
                keyfile.settle(folder, keys)
                keyfile.sweep(folder)
                letterfiles.sweep(folder)
        except BaseException:
            lock.release()
            raise
        return cast(Notebook, LateNotebook(folder, keys, lock, self._kdf))


class LateNotebook:
    """The port `Notebook`, of which there are only the doors until more is asked for; then the whole of it answers.

    Until then nobody is in it, so that everything the screens ask without waiting has its answer at once.
    """

    def __init__(self, folder: Path, keys: Keys, lock: Lock, kdf: KdfCost) -> None:
        self._at_door = (folder, keys, lock, kdf)
        self._turn = Turn()
        self._whole: FolderNotebook | None = None

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._at_door[0]

    def doors(self) -> tuple[Door, ...]:
        """Who could come in, as it shows before anything is unlocked."""
        return self._whole.doors() if self._whole else self._at_door[1].doors()

    def unlocked(self) -> frozenset[PersonId]:
        """Who is unlocked now."""
        return self._whole.unlocked() if self._whole else frozenset()

    def at_table(self) -> bool:
        """Whether both have unlocked this session and nobody has locked since."""
        return self._whole is not None and self._whole.at_table()

    def has_pin(self, person: PersonId) -> bool:
        """Whether a PIN stands in for this person's passphrase."""
        return self._whole is not None and self._whole.has_pin(person)

    def lock_all(self, forget: bool = True) -> None:
        """Drop everyone's keys."""
        if self._whole is not None:
            self._whole.lock_all(forget)

    def tidy(self) -> None:
        """Before anybody was in there is nothing to take out."""
        if self._whole is not None:
            self._whole.tidy()

    def close(self) -> None:
        """Lock everyone, let the folder go."""
        self.lock_all()
        self._at_door[2].release()

    def __getattr__(self, name: str) -> Any:
        """Everything else of the port."""
        with self._turn:
            if self._whole is None:
                from workbook.storage.notebook import FolderNotebook

                self._whole = FolderNotebook(*self._at_door)
        return getattr(self._whole, name)
