"""A notebook that is gone when it is closed: it lies in memory or among passing files, and nobody is ever told what opens it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, cast

from msgspec.structs import replace

from workbook.couple.backups import Progress
from workbook.couple.people import Door, Person, PersonId
from workbook.couple.ports import Notebook
from workbook.paths import in_memory
from workbook.storage.notebooks import FolderNotebooks
from workbook.storage.slots import KdfCost

ENOUGH: Final = KdfCost(1, 8192)
"""A passphrase of 256 random bits needs no slow guess."""


def passing(people: tuple[Person, ...], fill: Callable[[Notebook], None]) -> Notebook:
    """A new one, filled while everyone is unlocked, then locked. Raises Trouble `disk-full`, `read-only`."""
    folder = TemporaryDirectory(prefix="workbook-", dir=in_memory(), ignore_cleanup_errors=True)
    try:
        real = FolderNotebooks(Path(folder.name), ENOUGH).create(Path(folder.name) / "notebook", people)
        unsaid = {person.id: secrets.token_hex(32) for person in people}
        for person, passphrase in unsaid.items():
            real.begin(person, passphrase, name_on_door=True)
        for person, passphrase in unsaid.items():
            real.unlock(person, passphrase)
        fill(real)
        real.lock_all()
    except BaseException:
        folder.cleanup()
        raise
    return cast(Notebook, PassingNotebook(real, unsaid, folder))


class PassingNotebook:
    """The port `Notebook`; its doors ask nothing, but what a kill leaves of it on the disk can be read by nobody (G15)."""

    def __init__(self, real: Notebook, unsaid: dict[PersonId, str], folder: TemporaryDirectory[str]) -> None:
        self._real, self._unsaid, self._folder = real, unsaid, folder

    def doors(self) -> tuple[Door, ...]:
        """Who could come in; whoever has set no passphrase of their own needs none."""
        return tuple(replace(door, protected=door.protected and door.id not in self._unsaid) for door in self._real.doors())

    def unlock(self, person: PersonId, passphrase: str | None) -> None:
        """Open one person's space."""
        self._real.unlock(person, self._unsaid.get(person, passphrase))

    def renew_keys(self, person: PersonId, old: str | None, new: str | None, progress: Progress | None = None) -> tuple[str, ...]:
        """New keys, and from now on what opens them is what was said."""
        left = self._real.renew_keys(person, self._unsaid.get(person, old), new, progress)
        self._unsaid.pop(person, None)
        return left

    def remove(self, person: PersonId, passphrase: str | None) -> tuple[str, ...]:
        """Delete a person out of it."""
        return self._real.remove(person, self._unsaid.get(person, passphrase))

    def split(self, person: PersonId, passphrase: str | None, folder: Path) -> None:
        """A notebook of one person's own, elsewhere."""
        self._real.split(person, self._unsaid.get(person, passphrase), folder)

    def close(self) -> None:
        """Lock everyone, and leave nothing behind."""
        self._real.close()
        self._folder.cleanup()

    def __getattr__(self, name: str) -> Any:
        """Everything else of the port."""
        return getattr(self._real, name)
