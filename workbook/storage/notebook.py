"""A notebook: a folder of vaults, its keys, and who has unlocked what."""

from __future__ import annotations

from pathlib import Path

from workbook.couple.people import PersonId
from workbook.couple.ports import Backups, Shared, Space
from workbook.couple.sealing import Half
from workbook.couple.sitting import Response
from workbook.storage import leaving, outside, seal, searching
from workbook.storage.joining import Joining
from workbook.storage.seal import Seat
from workbook.storage.shared import VaultShared
from workbook.storage.space import VaultSpace
from workbook.trouble import Trouble


class FolderNotebook(Joining):
    """The port `Notebook` over one folder, locked for this window."""

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._folder

    def lock_all(self, forget: bool = True) -> None:
        """Drop everyone's keys and close the shared vault; a backup that is being made is given up. PINs go if they are to."""
        self._backups.interrupt()
        super().lock_all(forget)

    def leave_spaces(self) -> None:
        """Close the private vaults of both, who stay at the table. Raises Trouble `locked` unless both have unlocked."""
        if not self.at_table():
            raise Trouble("locked")
        for seat in self._seats.values():
            searching.close(seat.vault)
        self._seats.clear()

    def space(self, person: PersonId) -> Space:
        """An unlocked person's own space. Raises Trouble `locked`."""
        return VaultSpace(person, self._seat(person).vault, self._open(), self._exercises, self._letters(person), self._known)

    def shared(self) -> Shared:
        """The shared vault. Raises Trouble `locked` while nobody is unlocked and nobody at the table."""
        return VaultShared(self._open(), self._exercises, self.at_table, self._known, self._here(), self._is_in)

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
        self._letters(person).burn(sitting, step)
        leaving.take_back(person, sitting, step, self._seat(person), self._open())

    def leave_sitting(self, person: PersonId, sitting: str) -> None:
        """Delete all that one person said in a sitting for two, and put it out of their sight; what both said stays."""
        self._letters(person).burn(sitting)
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

    def _is_in(self, person: PersonId) -> bool:
        return person in self._present

    def _here(self) -> frozenset[PersonId]:
        """Everyone who has not left."""
        return frozenset(member.id for member in self._keys.people)

    def _both(self) -> dict[PersonId, Seat]:
        """Everyone's seat, in the order of the notebook. Raises Trouble `locked` unless both are in theirs."""
        if len(self._keys.people) < 2:
            raise Trouble("locked")
        seats = {member.id: self._seat(member.id) for member in self._keys.people}
        for person, seat in seats.items():
            leaving.finish(person, seat, self._open())
        return seats
