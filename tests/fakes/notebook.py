"""A notebook in memory that mirrors the ports: the same promises, none of the files."""

from __future__ import annotations

import secrets
from copy import deepcopy
from pathlib import Path
from typing import Any, cast

from tests.fakes.keys import FakeKeys
from tests.fakes.shared import FakeShared
from tests.fakes.shelf import FakeBackups
from tests.fakes.space import FakeSpace, Seal
from workbook.couple.beside import step_of
from workbook.couple.people import Door, Person, PersonId
from workbook.couple.sealing import Half, answer_bytes, digest
from workbook.couple.sitting import Place, Response
from workbook.trouble import Trouble


class Visit:
    """A vault while somebody has its key; every call after that raises Trouble `locked`."""

    def __init__(self, vault: object) -> None:
        self._vault: object | None = vault

    def end(self) -> None:
        """The key is gone."""
        self._vault = None

    def __getattr__(self, name: str) -> Any:
        if self._vault is None:
            raise Trouble("locked")
        return getattr(self._vault, name)


class FakeNotebook(FakeKeys):
    """A notebook for one or two, with real sealing digests and pretend locks."""

    def __init__(self, folder: Path, people: tuple[Person, ...], made: dict[Path, FakeNotebook] | None = None) -> None:
        super().__init__()
        self._made = {} if made is None else made
        self._folder = folder
        self._people = people
        self._named: set[PersonId] = set()
        self._visits: dict[PersonId, Visit] = {}
        self._together: Visit | None = None
        self.tidied = False
        self._table = False
        self.closed = False
        self.spaces: dict[PersonId, FakeSpace] = {}
        self.outside: dict[Path, bytes] = {}
        self.shared_vault = FakeShared(self.at_table, people, present=self._is_in)
        self.shelf = FakeBackups()

    @property
    def folder(self) -> Path:
        return self._folder

    def doors(self) -> tuple[Door, ...]:
        return tuple(
            Door(
                id=person.id,
                picture=person.picture,
                colour=person.colour,
                name=person.name if person.id in self._named else None,
                begun=person.id in self._secrets,
                protected=bool(self._secrets.get(person.id)),
                emptied=person.id in self._emptied,
            )
            for person in self._people
        )

    def unlock(self, person: PersonId, passphrase: str | None) -> None:
        if person not in self._secrets:
            raise ValueError("this person has not begun yet")
        self._check(person, passphrase)
        self._come_in(person)

    def begin(self, person: PersonId, passphrase: str | None, name_on_door: bool) -> None:
        if person in self._secrets:
            raise ValueError("this person has begun already")
        if person in self._emptied and not self._visits:
            raise Trouble("partner-first")
        self._emptied.discard(person)
        self._secrets[person] = passphrase
        self.spaces[person] = FakeSpace(person, lambda: self.shared_vault)
        self._pins.clear()
        if name_on_door:
            self._named.add(person)
        self._come_in(person)

    def _come_in(self, person: PersonId) -> None:
        if self.closed:
            raise Trouble("locked")
        self.spaces[person].take_in(self.shared_vault.notes)
        self._visits.setdefault(person, Visit(self.spaces[person]))
        self._together = self._together or Visit(self.shared_vault)
        self._table = self._table or len(self._visits) > 1

    def lock(self, person: PersonId) -> None:
        if person in self._visits:
            self._visits.pop(person).end()
        self._table = False
        if self._together and not self._visits:
            self._together.end()
            self._together = None

    def lock_all(self, forget: bool = True) -> None:
        self.shelf.interrupt()
        for person in tuple(self._visits):
            self.lock(person)
        self._table = False
        if self._together:
            self._together.end()
            self._together = None
        if forget:
            self._pins.clear()

    def empty(self, person: PersonId) -> tuple[str, ...]:
        self.space(person)
        del self._secrets[person], self.spaces[person]
        self._codes.pop(person, None)
        self._named.discard(person)
        if len(self._people) > 1:
            self._emptied.add(person)
        else:
            self.shared_vault = FakeShared(self.at_table, self._people, present=self._is_in)
        for at in [at for at in self.shared_vault.commitments if at[2] == person and at not in self.shared_vault.opened_rows]:
            del self.shared_vault.commitments[at]
        self.lock_all()
        return self.unreached

    def add_person(self, person: Person) -> None:
        self.shared()
        self._people = (*self._people, person)
        self.shared_vault.persons = (*self.shared_vault.persons, person)
        self._pins.clear()

    def remove(self, person: PersonId, passphrase: str | None) -> tuple[str, ...]:
        self.space(person)
        self._check(person, passphrase)
        self._people = tuple(one for one in self._people if one.id != person)
        self._secrets.pop(person)
        self._named.discard(person)
        self._codes.pop(person, None)
        self.lock_all()
        if all(one.id in self._emptied for one in self._people):
            self._people = ()
            self._made.pop(self._folder, None)
            return ()
        self.shared_vault.leave_everything(person)
        self.shared_vault.close_without({one.id for one in self._people})
        del self.spaces[person]
        for space in self.spaces.values():
            space.keep_to_oneself(self.shared_vault)
        return self.unreached

    def split(self, person: PersonId, passphrase: str | None, folder: Path) -> None:
        self.space(person)
        self._check(person, passphrase)
        if folder.is_relative_to(self._folder):
            raise Trouble("folder-within")
        if folder in self._made:
            raise Trouble("folder-not-empty")
        mine = FakeNotebook(folder, tuple(one for one in self._people if one.id == person), self._made)
        mine._secrets[person] = self._secrets[person]
        mine._named = self._named & {person}
        mine.spaces[person] = deepcopy(self.spaces[person])
        mine.shared_vault = self.shared_vault.copy(mine.at_table)
        mine.shared_vault.close_without({person})
        mine.spaces[person].ours = lambda: mine.shared_vault
        mine.spaces[person].keep_to_oneself(mine.shared_vault)
        mine.closed = True
        self._made[folder] = mine

    def unlocked(self) -> frozenset[PersonId]:
        return frozenset(self._visits)

    def tidy(self) -> None:
        self.tidied = True

    def leave_spaces(self) -> None:
        if not self._table:
            raise Trouble("locked")
        for visit in self._visits.values():
            visit.end()
        self._visits.clear()

    def at_table(self) -> bool:
        return self._table

    def space(self, person: PersonId) -> FakeSpace:
        if person not in self._visits:
            raise Trouble("locked")
        return cast(FakeSpace, self._visits[person])

    def shared(self) -> FakeShared:
        if self._together is None:
            raise Trouble("locked")
        return cast(FakeShared, self._together)

    def protected(self) -> bool:
        return all(self._secrets.get(person.id) for person in self._people)

    def backups(self) -> FakeBackups:
        return self.shelf

    def seal(self, half: Half) -> None:
        space = self.space(half.author)
        kept = {step: space.seals.get((half.sitting, step)) for step in half.openings}
        if any(kept.values()):
            if all(seal and seal.answer == half.openings[step] for step, seal in kept.items()):
                return
            raise Trouble("sealed")
        for step, answer in half.openings.items():
            nonce = secrets.token_bytes(32)
            commitment = digest(half.sitting, step, half.author, nonce, answer_bytes(answer))
            space.seals[half.sitting, step] = Seal(answer, nonce, commitment)
            self.shared_vault.commitments[half.sitting, step, half.author] = commitment

    def withdraw(self, sitting: str, author: PersonId, steps: tuple[str, ...]) -> None:
        space = self.space(author)
        if any((sitting, step, author) in self.shared_vault.opened_rows for step in steps):
            raise Trouble("already-open")
        for step in steps:
            space.seals.pop((sitting, step), None)
            self.shared_vault.commitments.pop((sitting, step, author), None)

    def take_back(self, person: PersonId, sitting: str, step: str) -> None:
        space, shared, key = self.space(person), self.shared_vault, (sitting, step, person)
        space.forget(sitting, step)
        words = (shared.opened_rows.get(key), shared.joint_rows.pop(key, None))
        if any(answer is not None for answer in words):
            shared.opened_rows.pop(key, None)
            if step_of(step) is None:
                shared.gone.add(key)
        elif (sitting, step) in space.seals and key not in shared.opened_rows:
            self.seal(Half(sitting=sitting, author=person, openings={step: None}))

    def leave_sitting(self, person: PersonId, sitting: str) -> None:
        space, shared = self.space(person), self.shared_vault
        for step in [step for at, step in space.seals if at == sitting and (at, step, person) not in shared.opened_rows]:
            self.withdraw(sitting, person, (step,))
        everywhere = {
            *space.answers(sitting),
            *space.beside(sitting),
            *space.letters(sitting),
            *(at for one, at, who in shared.joint_rows if (one, who) == (sitting, person)),
        }
        for step in everywhere:
            self.take_back(person, sitting, step)
        if space.entry(sitting):
            space.go(sitting, Place(), "set-aside")

    def write_out(self, target: Path, content: bytes) -> None:
        if target in self.outside:
            raise Trouble("file-there")
        self.outside[target] = content

    def read_in(self, source: Path, most: int) -> bytes:
        if source not in self.outside:
            raise Trouble("no-file")
        return self.outside[source]

    def ready(self, sitting: str, steps: tuple[str, ...]) -> bool:
        both = self._both()
        return all((sitting, step, person) in self.shared_vault.commitments for step in steps for person in both)

    def open_step(self, sitting: str, step: str) -> tuple[Response, ...]:
        opened: list[Response] = []
        for person in self._both():
            if (sitting, step, person) in self.shared_vault.gone:
                opened.append(Response(step=step, author=person, answer=None, taken_back=True))
                continue
            seal = self.space(person).seals.get((sitting, step))
            if seal is None:
                raise Trouble("seal-broken")
            told = digest(sitting, step, person, seal.nonce, answer_bytes(seal.answer))
            if self.shared_vault.commitments.get((sitting, step, person)) != told:
                raise Trouble("seal-broken")
            opened.append(Response(step=step, author=person, answer=seal.answer))
        for response in (response for response in opened if not response.taken_back):
            self.shared_vault.opened_rows[sitting, step, response.author] = response.answer
        return tuple(opened)

    def close(self) -> None:
        self.lock_all()
        self.closed = True

    def _is_in(self, person: PersonId) -> bool:
        return person in self._visits or self._table

    def _both(self) -> tuple[PersonId, ...]:
        people = tuple(person.id for person in self._people)
        if len(people) < 2 or not set(people) <= self._visits.keys():
            raise Trouble("locked")
        return people


class FakeNotebooks:
    """Keeps notebooks by folder."""

    def __init__(self, usual: Path) -> None:
        self._usual = usual
        self.made: dict[Path, FakeNotebook] = {}
        self.sync_programs: dict[Path, str] = {}

    def usual(self) -> Path:
        return self._usual

    def exists(self, folder: Path) -> bool:
        return folder in self.made

    def synced(self, folder: Path) -> str:
        return next((self.sync_programs[place] for place in (folder, *folder.parents) if place in self.sync_programs), "")

    def create(self, folder: Path, people: tuple[Person, ...]) -> FakeNotebook:
        if folder in self.made:
            raise Trouble("folder-not-empty")
        self.made[folder] = FakeNotebook(folder, people, self.made)
        return self.made[folder]

    def open(self, folder: Path) -> FakeNotebook:
        if folder not in self.made:
            raise Trouble("no-notebook")
        if not self.made[folder].closed:
            raise Trouble("open-elsewhere")
        self.made[folder].closed = False
        return self.made[folder]
