"""A notebook in memory that mirrors the ports: the same promises, none of the files."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from msgspec.structs import asdict, replace

from tests.fakes.keys import FakeKeys
from tests.fakes.shelf import FakeBackups
from workbook.content.step import Answer
from workbook.couple.belongings import Belongings
from workbook.couple.people import Door, Person, PersonId
from workbook.couple.sealing import Half, answer_bytes, digest
from workbook.couple.sitting import Entry, Place, Response, Sitting, State
from workbook.trouble import Trouble


@dataclass
class Seal:
    """One sealed step in its author's own vault, and its commitment in the shared one."""

    answer: Answer | None
    nonce: bytes
    commitment: bytes


class FakeSpace:
    """One person's private vault."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._answers: dict[str, dict[str, Answer | None]] = {}
        self._held: dict[str, frozenset[str]] = {}
        self.seals: dict[tuple[str, str], Seal] = {}
        self.log: list[Mapping[str, str]] = []
        self._settings: dict[str, str] = {}
        self.trouble: Trouble | None = None
        self._revision = 0

    def start(self, sitting: Sitting) -> None:
        if sitting.id not in self._entries:
            self._put(Entry(sitting=sitting, place=Place(), state="open", revision=0))

    def entries(self) -> tuple[Entry, ...]:
        return tuple(sorted(self._entries.values(), key=lambda entry: -entry.revision))

    def entry(self, sitting: str) -> Entry | None:
        return self._entries.get(sitting)

    def answers(self, sitting: str) -> dict[str, Answer | None]:
        return dict(self._answers.get(sitting, {}))

    def save(self, sitting: str, step: str, answer: Answer | None) -> None:
        if self.trouble:
            raise self.trouble
        if (sitting, step) in self.seals:
            raise Trouble("sealed")
        if answer is not None and sitting not in self._entries:
            raise Trouble("save-failed")
        mine = self._answers.setdefault(sitting, {})
        if answer is None:
            mine.pop(step, None)
        else:
            mine[step] = answer

    def go(self, sitting: str, place: Place, state: State = "open") -> None:
        self._put(replace(self._entries[sitting], place=place, state=state))

    def held(self, sitting: str) -> frozenset[str]:
        return self._held.get(sitting, frozenset())

    def hold(self, sitting: str, steps: frozenset[str]) -> None:
        if steps and sitting not in self._entries:
            raise Trouble("save-failed")
        self._held[sitting] = steps

    def sealed(self, sitting: str) -> frozenset[str]:
        return frozenset(step for at, step in self.seals if at == sitting)

    def settings(self) -> Mapping[str, str]:
        return dict(self._settings)

    def delete_answer(self, sitting: str, step: str) -> None:
        if step in self.sealed(sitting):
            raise Trouble("sealed")
        self.forget(sitting, step)

    def delete(self, sitting: str) -> None:
        if self.sealed(sitting):
            raise Trouble("sealed")
        for rows in (self._entries, self._answers, self._held):
            rows.pop(sitting, None)

    def add(self, belongings: Belongings) -> None:
        for one in reversed(belongings.kept):
            assert one.sitting.id not in self._entries
            self._put(Entry(sitting=one.sitting, place=one.place, state=one.state, revision=0))
            self._answers[one.sitting.id] = {**one.answers, **one.together}
            self._held[one.sitting.id] = one.held
        self.log.extend(asdict(line) for line in belongings.exports)
        self._settings.update(belongings.settings)

    def forget(self, sitting: str, step: str) -> None:
        """Nothing of one answer stays here."""
        self._answers.get(sitting, {}).pop(step, None)
        self._held[sitting] = self.held(sitting) - {step}

    def exported(self, what: str, to: str, digest: str) -> None:
        self.log.insert(0, {"what": what, "to": to, "digest": digest, "when": "2026-03-03T20:00:00+00:00"})

    def exports(self) -> tuple[Mapping[str, str], ...]:
        return tuple(self.log)

    def setting(self, key: str) -> str | None:
        return self._settings.get(key)

    def set(self, key: str, value: str) -> None:
        self._settings[key] = value

    def _put(self, entry: Entry) -> None:
        self._revision += 1
        self._entries[entry.sitting.id] = replace(entry, revision=self._revision)


@dataclass
class FakeShared:
    """The shared vault."""

    notebook: FakeNotebook
    persons: tuple[Person, ...]
    headers: dict[str, Entry] = field(default_factory=dict)
    opened_rows: dict[tuple[str, str, PersonId], Answer | None] = field(default_factory=dict)
    joint_rows: dict[tuple[str, str, PersonId], Answer | None] = field(default_factory=dict)
    commitments: dict[tuple[str, str, PersonId], bytes] = field(default_factory=dict)
    pause_row: Mapping[str, str] | None = None
    gone: set[tuple[str, str, PersonId]] = field(default_factory=set)

    def people(self) -> tuple[Person, ...]:
        return self.persons

    def invite(self, sitting: Sitting) -> None:
        self.headers.setdefault(sitting.id, Entry(sitting=sitting, place=Place(), state="open", revision=self._next()))

    def sittings(self) -> tuple[Entry, ...]:
        return tuple(sorted(self.headers.values(), key=lambda entry: -entry.revision))

    def go(self, sitting: str, place: Place, state: State = "open") -> None:
        self._both()
        self.headers[sitting] = replace(self.headers[sitting], place=place, state=state, revision=self._next())

    def opened(self, sitting: str) -> tuple[Response, ...]:
        gone = (Response(step=step, author=author, answer=None, taken_back=True) for at, step, author in self.gone if at == sitting)
        return (*_responses(self.opened_rows, sitting), *gone)

    def joint(self, sitting: str) -> tuple[Response, ...]:
        return _responses(self.joint_rows, sitting)

    def save(self, sitting: str, step: str, author: PersonId, answer: Answer | None) -> None:
        self._both()
        if answer is None:
            self.joint_rows.pop((sitting, step, author), None)
        elif sitting in self.headers:
            self.joint_rows[sitting, step, author] = answer
        else:
            raise Trouble("save-failed")
        self.gone.discard((sitting, step, author))

    def pause(self) -> Mapping[str, str] | None:
        return self.pause_row

    def set_pause(self, pause: Mapping[str, str] | None) -> None:
        self.pause_row = pause

    def _next(self) -> int:
        return max((entry.revision for entry in self.headers.values()), default=0) + 1

    def _both(self) -> None:
        if not self.notebook.at_table():
            raise Trouble("locked")


def _responses(rows: Mapping[tuple[str, str, PersonId], Answer | None], sitting: str) -> tuple[Response, ...]:
    found = sorted((step, author) for at, step, author in rows if at == sitting)
    return tuple(Response(step=step, author=author, answer=rows[sitting, step, author]) for step, author in found)


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

    def __init__(self, folder: Path, people: tuple[Person, ...]) -> None:
        super().__init__()
        self._folder = folder
        self._people = people
        self._named: set[PersonId] = set()
        self._visits: dict[PersonId, Visit] = {}
        self._together: Visit | None = None
        self._table = False
        self.closed = False
        self.spaces: dict[PersonId, FakeSpace] = {}
        self.outside: dict[Path, bytes] = {}
        self.shared_vault = FakeShared(self, people)
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
        self.spaces[person] = FakeSpace()
        if name_on_door:
            self._named.add(person)
        self._come_in(person)

    def _come_in(self, person: PersonId) -> None:
        if self.closed:
            raise Trouble("locked")
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
        for person in self._people:
            self.lock(person.id)
        if forget:
            self._pins.clear()

    def empty(self, person: PersonId) -> tuple[str, ...]:
        self.space(person)
        del self._secrets[person], self.spaces[person]
        self._codes.pop(person, None)
        self._named.discard(person)
        self._emptied |= {person} if len(self._people) > 1 else set()
        for at in [at for at in self.shared_vault.commitments if at[2] == person and at not in self.shared_vault.opened_rows]:
            del self.shared_vault.commitments[at]
        self.lock_all()
        return self.unreached

    def unlocked(self) -> frozenset[PersonId]:
        return frozenset(self._visits)

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
            shared.gone.add(key)
        elif (sitting, step) in space.seals and key not in shared.opened_rows:
            self.seal(Half(sitting=sitting, author=person, openings={step: None}))

    def leave_sitting(self, person: PersonId, sitting: str) -> None:
        space, shared = self.space(person), self.shared_vault
        for step in [step for at, step in space.seals if at == sitting and (at, step, person) not in shared.opened_rows]:
            self.withdraw(sitting, person, (step,))
        everywhere = {*space.answers(sitting), *(at for one, at, who in shared.joint_rows if (one, who) == (sitting, person))}
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
        self.made[folder] = FakeNotebook(folder, people)
        return self.made[folder]

    def open(self, folder: Path) -> FakeNotebook:
        if folder not in self.made:
            raise Trouble("no-notebook")
        if not self.made[folder].closed:
            raise Trouble("open-elsewhere")
        self.made[folder].closed = False
        return self.made[folder]
