"""What the screens need from outside, said in the couple's own terms. `storage`, `report`, `ui` and the tests' fakes answer it.

Every call may take long and may raise `Trouble`; none of them is made on the screen's thread (see `Jobs`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from workbook.content.blocks import Block
from workbook.content.step import Answer
from workbook.couple.backups import Backup, Progress
from workbook.couple.belongings import Belongings
from workbook.couple.people import Door, Person, PersonId
from workbook.couple.sealing import Half
from workbook.couple.sitting import Entry, Place, Response, Sitting, State

T = TypeVar("T")


class Space(Protocol):
    """One person's private vault, open because they unlocked it."""

    def start(self, sitting: Sitting) -> None:
        """Begin a sitting here, at its first step; one that is already here stays as it is."""

    def entries(self) -> tuple[Entry, ...]:
        """This person's sittings, newest first: solo ones, and their half of joint ones."""

    def entry(self, sitting: str) -> Entry | None:
        """One of them, or nothing."""

    def answers(self, sitting: str) -> dict[str, Answer | None]:
        """This person's own answers in a sitting, as they stand."""

    def save(self, sitting: str, step: str, answer: Answer | None) -> None:
        """Keep an answer; when this returns, it is on the disk. Raises Trouble `sealed` for a step that is sealed."""

    def go(self, sitting: str, place: Place, state: State = "open") -> None:
        """Remember where this person is in a sitting, and how it stands for them."""

    def held(self, sitting: str) -> frozenset[str]:
        """The steps this person holds back in a sitting."""

    def hold(self, sitting: str, steps: frozenset[str]) -> None:
        """Change what is held back, before sealing."""

    def sealed(self, sitting: str) -> frozenset[str]:
        """The steps of this person's that are sealed (or opened): their text no longer changes."""

    def exported(self, what: str, to: str, digest: str) -> None:
        """One line in this person's own export log."""

    def exports(self) -> tuple[Mapping[str, str], ...]:
        """This person's export log, newest first: `what`, `to`, `digest`, `when`."""

    def setting(self, key: str) -> str | None:
        """A private setting, or nothing."""

    def set(self, key: str, value: str) -> None:
        """Keep a private setting."""

    def settings(self) -> Mapping[str, str]:
        """All private settings."""

    def delete_answer(self, sitting: str, step: str) -> None:
        """Delete one answer that only its author has seen. Raises Trouble `sealed` for a step that is sealed or opened."""

    def delete(self, sitting: str) -> None:
        """Delete one sitting that only its owner has seen. Raises Trouble `sealed` when any of it is sealed or opened."""

    def add(self, belongings: Belongings) -> None:
        """Add all of it or none; the ids of its sittings must be new here."""


class Shared(Protocol):
    """The shared vault: what both may see. Open while anyone is unlocked."""

    def people(self) -> tuple[Person, ...]:
        """Everyone in the notebook, in the order they were named."""

    def invite(self, sitting: Sitting) -> None:
        """Put the header of a sitting for two here, so that the other finds it; it says nothing of who began."""

    def sittings(self) -> tuple[Entry, ...]:
        """The sittings for two, newest first, with the place of the joint part."""

    def go(self, sitting: str, place: Place, state: State = "open") -> None:
        """Remember where the joint part is. Refused (`locked`) unless both have unlocked this session."""

    def opened(self, sitting: str) -> tuple[Response, ...]:
        """What opened at the reveal: one Response an author and a step, `None` where nothing was let out."""

    def joint(self, sitting: str) -> tuple[Response, ...]:
        """The answers of the joint parts, by both or by each."""

    def save(self, sitting: str, step: str, author: PersonId, answer: Answer | None) -> None:
        """Keep a joint answer; when this returns, it is on the disk. Refused (`locked`) unless both have unlocked this session."""

    def pause(self) -> Mapping[str, str] | None:
        """The running pause (`until`, `sentence`), or nothing; it never says who asked."""

    def set_pause(self, pause: Mapping[str, str] | None) -> None:
        """Start or end a pause."""


class Backups(Protocol):
    """The backups of a notebook: they lie in its folder, and both may know of them."""

    def kept(self) -> tuple[Backup, ...]:
        """The list, newest first."""

    def changed(self) -> bool:
        """Whether anything was written since the notebook was opened or last copied."""

    def make(self, today: date, progress: Progress) -> None:
        """Make one, and let go of those that need not stay. Raises Trouble `disk-full` before anything is written, `stopped`."""

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
        """Open one person's space; slow on purpose. Raises Trouble `wrong-passphrase` or `vault-damaged`."""

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

        Raises Trouble `wrong-passphrase`.
        """

    def renew_keys(self, person: PersonId, old: str | None, new: str | None) -> tuple[str, ...]:
        """New keys throughout, where somebody knows the passphrase, or to set one or go without; a recovery code ends with it.

        Gives back the backups out of reach. Raises Trouble `wrong-passphrase`, `locked`, `disk-full`.
        """

    def has_recovery(self, person: PersonId) -> bool:
        """Whether this person has a recovery code."""

    def set_recovery(self, person: PersonId, passphrase: str, code: str | None) -> tuple[str, ...]:
        """Let a recovery code open this person's space, instead of any earlier one, or none; gives back the backups out of reach.

        Raises Trouble `wrong-passphrase`.
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

    def unlocked(self) -> frozenset[PersonId]:
        """Who is unlocked now."""

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


class Printer(Protocol):
    """Makes the PDF. What is not given to it cannot be on it."""

    def unprintable(self, blocks: tuple[Block, ...]) -> tuple[str, ...]:
        """The characters that paper cannot show yet, so that a person hears of it first."""

    def write(self, title: str, blocks: tuple[Block, ...], target: Path) -> str:
        """Write one PDF, whole or not at all; gives back its SHA-256. Raises Trouble `disk-full`, `read-only`, `no-folder`."""


class Jobs(Protocol):
    """Runs work off the screen's thread, one after the other, and brings the result back to it."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do `work`, then call `done` or `failed` on the screen's thread, in the order they were asked for."""

    def aside(self, work: Callable[[Progress], None]) -> None:
        """Do `work` once nothing else has been asked for in a while; as soon as something is, its Progress asks it to stop.

        When it raises Trouble `stopped` it is begun again later; any other Trouble ends it. The newest one replaces what waits.
        """


class Clock(Protocol):
    """The time of day, and a call in a while."""

    def now(self) -> datetime:
        """Local time, aware of its zone."""

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call later on the screen's thread; what comes back cancels it."""
