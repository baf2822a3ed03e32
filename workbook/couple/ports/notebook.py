"""The notebook: who is in it, who is unlocked, sealing and opening, its backups, and where notebooks come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from workbook.couple.backups import Backup, Missed, Progress
    from workbook.couple.people import Door, Person, PersonId
    from workbook.couple.ports.spaces import Shared, Space
    from workbook.couple.sealing import Half
    from workbook.couple.sitting import Response


class Backups(Protocol):
    """The backups of a notebook: they lie in its folder, and both may know of them."""

    def kept(self) -> tuple[Backup, ...]:
        """The list, newest first."""

    def changed(self) -> bool:
        """Whether anything was written since the notebook was opened or last copied."""

    def make(self, today: date, progress: Progress) -> None:
        """Make one, and let go of those that need not stay. Raises Trouble `disk-full` before anything is written, `stopped`.

        What was in the way is remembered until one is made, but for a stop: `missed`.
        """

    def missed(self) -> Missed | None:
        """The last one that was tried and not made, if none was made since."""

    def check(self, today: date, progress: Progress) -> None:
        """Read every one through; the list tells what that found. Raises Trouble `stopped`."""

    def restore(self, number: int, folder: Path, progress: Progress) -> None:
        """Put one into a new or empty folder. Raises Trouble `folder-not-empty`, `backup-damaged`, `disk-full`, `stopped`."""

    def interrupt(self) -> None:
        """Stop what is under way; the one call that may come from any thread, and does not wait."""


class Notebook(Protocol):
    """A notebook that is open on this machine, nobody in it unlocked yet."""

    @property
    def folder(self) -> Path:
        """Where it lies."""

    def doors(self) -> tuple[Door, ...]:
        """Who could come in, as it shows before anything is unlocked."""

    def unlock(self, person: PersonId, passphrase: str | None) -> None:
        """Open one person's space; slow on purpose. Raises Trouble `wrong-passphrase`, `vault-damaged`.

        Where an older key file was put over a newer one it raises Trouble `keys-older` once, and goes on when it is asked again.
        """

    def begin(self, person: PersonId, passphrase: str | None, name_on_door: bool) -> None:
        """A person's own first turn: their passphrase (or none), with new keys. They are unlocked when it returns.

        Raises Trouble `partner-first` where they had emptied their space and the other one is not in.
        """

    def lock(self, person: PersonId) -> None:
        """Drop one person's keys; the shared vault stays open only while somebody else is unlocked or `together` holds it."""

    def lock_all(self, forget: bool = True) -> None:
        """Drop everyone's keys and close the shared vault; PINs outlive it only where nothing need be forgotten: at a hand-over."""

    def change_passphrase(self, person: PersonId, old: str, new: str) -> tuple[str, ...]:
        """Another passphrase for the same key, here and in every backup of its folder; gives back the backups out of reach.

        Raises Trouble `wrong-passphrase`, `locked`.
        """

    def renew_keys(self, person: PersonId, old: str | None, new: str | None, progress: Progress | None = None) -> tuple[str, ...]:
        """New keys throughout, where somebody knows the passphrase, or to set one or go without; a recovery code ends with it.

        In a large notebook with many backups it takes long: `progress` is told how much is done, and may end it, which changes
        nothing. Gives back the backups out of reach. Raises Trouble `wrong-passphrase`, `locked`, `disk-full`, `stopped`.
        """

    def has_recovery(self, person: PersonId) -> bool:
        """Whether this person has a recovery code."""

    def set_recovery(self, person: PersonId, passphrase: str, code: str | None) -> tuple[str, ...]:
        """Let a recovery code open this person's space, instead of any earlier one, or none; gives back the backups out of reach.

        Raises Trouble `wrong-passphrase`, `locked`.
        """

    def recover(self, person: PersonId, code: str, new: str) -> tuple[str, ...]:
        """Open one person's space with their code and give it a new passphrase. Raises Trouble `wrong-code`."""

    def has_pin(self, person: PersonId) -> bool:
        """Whether a PIN stands in for this person's passphrase; at once, from memory."""

    def set_pin(self, person: PersonId, digits: str | None) -> None:
        """Let a PIN stand in for the passphrase until the notebook is locked, or end that. Raises Trouble `locked`."""

    def unlock_with_pin(self, person: PersonId, digits: str) -> None:
        """Open one person's space with its PIN. Raises Trouble `wrong-pin`; after a few tries it is gone, and says `pin-gone`."""

    def empty(self, person: PersonId) -> tuple[str, ...]:
        """Empty one person's space beyond recovery, here and in every backup of its folder; everyone is locked out then.

        Gives back the backups out of reach. What both opened or wrote together stays. Raises Trouble `locked`.
        """

    def add_person(self, person: Person) -> None:
        """Somebody more, who begins at their own first turn; nothing that is there moves. Raises Trouble `locked`, `disk-full`."""

    def remove(self, person: PersonId, passphrase: str | None) -> tuple[str, ...]:
        """Delete a person out of the notebook, for good; everyone is locked out then. Where nobody stays, all of it goes.

        Their words go, their key, their name; where something of theirs was open, the other sees "taken back". What both said
        stays. Gives back the backups out of reach. Raises Trouble `wrong-passphrase`, `locked`, `disk-full`.
        """

    def split(self, person: PersonId, passphrase: str | None, folder: Path) -> None:
        """One person's own notebook in a new folder, with what was shared; in this one nothing changes and nothing is written.

        It is whole, or not there. Raises Trouble `wrong-passphrase`, `locked`, `folder-within` this notebook,
        `folder-not-empty`, `disk-full`.
        """

    def unlocked(self) -> frozenset[PersonId]:
        """Who is unlocked now."""

    def tidy(self) -> None:
        """Take out of the search what was written over, in all that is open; where there is nothing of it, it only looks."""

    def leave_spaces(self) -> None:
        """After the last reveal: close the private vaults of both, who stay at the table with the shared vault alone.

        Raises Trouble `locked` unless both have unlocked.
        """

    def at_table(self) -> bool:
        """Whether both have unlocked this session and nobody has locked since: only then do joint answers change."""

    def space(self, person: PersonId) -> Space:
        """An unlocked person's own space. Raises Trouble `locked`."""

    def shared(self) -> Shared:
        """The shared vault. Raises Trouble `locked` while nobody is unlocked and nobody at the table."""

    def protected(self) -> bool:
        """Whether everyone in it has a passphrase: only then do the screens say "sealed"."""

    def backups(self) -> Backups:
        """Its backups."""

    def seal(self, half: Half) -> None:
        """Seal one person's half: text and nonce stay with its author, a signed commitment goes to the shared vault."""

    def withdraw(self, sitting: str, author: PersonId, steps: tuple[str, ...]) -> None:
        """Take a sealed half back before the reveal, leaving no trace. Raises Trouble `already-open`."""

    def take_back(self, person: PersonId, sitting: str, step: str) -> None:
        """Delete one answer for good: sealed, it becomes a skipped one; opened or said at the table, both see "taken back"."""

    def leave_sitting(self, person: PersonId, sitting: str) -> None:
        """Delete all that one person said in a sitting for two, and put it out of their sight; what both said stays."""

    def write_out(self, target: Path, content: bytes) -> None:
        """Write a new file outside, not locked, whole or not at all. Raises Trouble `file-there`, `no-folder`, `disk-full`."""

    def read_in(self, source: Path, most: int) -> bytes:
        """Read a file from outside. Raises Trouble `no-file`, `belongings-large` over `most` bytes."""

    def ready(self, sitting: str, steps: tuple[str, ...]) -> bool:
        """Whether both halves lie sealed. Refused (`locked`) unless both have unlocked: alone, nobody can ask (G13, G28)."""

    def open_step(self, sitting: str, step: str) -> tuple[Response, ...]:
        """Open one step for both: copied to the shared vault and checked. Raises Trouble `seal-broken`, `locked`."""

    def close(self) -> None:
        """Lock everyone, let the folder go."""


class Notebooks(Protocol):
    """Where notebooks come from."""

    def usual(self) -> Path:
        """The folder a notebook is kept in unless somebody chooses another."""

    def exists(self, folder: Path) -> bool:
        """Whether a notebook lies there."""

    def synced(self, folder: Path) -> str:
        """The sync program that copies a folder elsewhere (Dropbox, say), or nothing; the folder need not be there yet."""

    def create(self, folder: Path, people: tuple[Person, ...]) -> Notebook:
        """A new notebook: whole, or not there at all. Raises Trouble `folder-not-empty`, `disk-full`, `read-only`."""

    def open(self, folder: Path) -> Notebook:
        """Open a folder. Raises Trouble `no-notebook`, `open-elsewhere`, `notebook-newer`, `keys-damaged`."""
