"""A person's own vault in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from secrets import token_hex

from msgspec.structs import asdict, replace

from tests.fakes import searching
from tests.fakes.shared import FakeShared, headlines, of_exercises
from workbook.content.step import Answer
from workbook.couple.belongings import Belongings
from workbook.couple.beside import step_of
from workbook.couple.letters import letters_in
from workbook.couple.people import PersonId
from workbook.couple.searching import Found, Past
from workbook.couple.sitting import Entry, Headline, Place, Sitting, State
from workbook.trouble import Trouble


@dataclass
class Seal:
    """One sealed step in its author's own vault, and its commitment in the shared one."""

    answer: Answer | None
    nonce: bytes
    commitment: bytes


class FakeSpace:
    """One person's private vault; `ours` gives the shared one beside it."""

    def __init__(self, me: PersonId, ours: Callable[[], FakeShared]) -> None:
        self._me, self.ours = me, ours
        self._noted: dict[str, date | None] = {}
        self._entries: dict[str, Entry] = {}
        self._answers: dict[str, dict[str, Answer | None]] = {}
        self._read_in: set[str] = set()
        self._held: dict[str, frozenset[str]] = {}
        self._letters: dict[tuple[str, str], Answer] = {}
        self.seals: dict[tuple[str, str], Seal] = {}
        self.log: list[Mapping[str, str]] = []
        self._handed_on: dict[str, Mapping[str, str]] = {}
        self._settings: dict[str, str] = {}
        self.trouble: Trouble | None = None
        self._revision = 0

    def start(self, sitting: Sitting) -> None:
        if sitting.id not in self._entries:
            self._put(Entry(sitting=sitting, place=Place(), state="open", revision=0))

    def entries(self) -> tuple[Entry, ...]:
        return tuple(sorted(self._entries.values(), key=lambda entry: -entry.revision))

    def latest(self, most: int, exercises: Collection[str] | None = None) -> tuple[Entry, ...]:
        return of_exercises(self.entries(), exercises)[:most]

    def going_on(self, most: int) -> tuple[Headline, ...]:
        return headlines(entry for entry in self.entries() if entry.sitting.mode == "alone" and entry.state == "open")[:most]

    def finished(self, most: int) -> tuple[Headline, ...]:
        return headlines(entry for entry in self.entries() if entry.sitting.mode == "alone" and entry.state == "finished")[:most]

    def read_in(self, most: int) -> tuple[Headline, ...]:
        return headlines(entry for entry in self.entries() if entry.sitting.id in self._read_in)[:most]

    def aside(self) -> frozenset[str]:
        both = (entry for entry in self.entries() if entry.sitting.mode != "alone")
        return frozenset(entry.sitting.id for entry in both if entry.state == "set-aside")

    def note(self, today: date) -> None:
        ours = (entry for entry in reversed(self.ours().sittings()) if entry.state == "finished")
        own = (entry for entry in reversed(self.entries()) if entry.sitting.mode == "alone" and entry.state != "set-aside")
        for entry in (*ours, *own):
            self._noted.setdefault(entry.sitting.id, today)

    def past(self, most: int, before: int | None = None) -> tuple[Past, ...]:
        listed = (one for one in self._listed() if before is None or one.at < before)
        return tuple(listed)[:most]

    def days(self, sittings: Collection[str]) -> Mapping[str, date | None]:
        return {name: day for name, day in self._noted.items() if name in sittings}

    def on_day(self, today: date, most: int) -> tuple[Past, ...]:
        then = (one for one in self._listed() if one.day and one.day < today)
        return tuple(one for one in then if one.day and (one.day.month, one.day.day) == (today.month, today.day))[:most]

    def search(self, words: str, most: int) -> tuple[Found, ...]:
        mine = {(at, step, self._me): said for at, steps in self._answers.items() for step, said in steps.items()}
        ours = {**self.ours().opened_rows, **self.ours().joint_rows}
        headers = {at: entry.sitting.exercise for at, entry in (*self.ours().headers.items(), *self._entries.items())}
        found: dict[tuple[str, str, PersonId], Found] = {}
        for one in (*searching.find(ours, headers, words, True), *searching.find(mine, headers, words, False)):
            found.setdefault((one.sitting, one.step, one.author), one)
        at = {name: number for number, name in enumerate(self._noted)}
        return tuple(sorted(found.values(), key=lambda one: -at.get(one.sitting, len(at))))[:most]

    def read_words(self, most: int) -> bool:
        return False

    def _listed(self) -> tuple[Past, ...]:
        headers = self.ours().headers
        found = []
        for at, (name, day) in enumerate(self._noted.items(), start=1):
            entry = headers.get(name) or self._entries.get(name)
            if entry is not None and name not in self.aside():
                told = entry.sitting.exercise
                found.append(Past(at=at, id=name, title=told.title, purpose=told.purpose, ours=name in headers, day=day))
        return tuple(reversed(found))

    def entry(self, sitting: str) -> Entry | None:
        return self._entries.get(sitting)

    def answers(self, sitting: str) -> dict[str, Answer | None]:
        return {step: answer for step, answer in self._answers.get(sitting, {}).items() if step_of(step) is None}

    def beside(self, sitting: str) -> dict[str, Answer]:
        return {step: answer for step, answer in self._answers.get(sitting, {}).items() if answer is not None and step_of(step)}

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
            mine.pop(step, None)  # what was written last stands last
            mine[step] = answer

    def letters(self, sitting: str) -> dict[str, Answer]:
        return {step: answer for (at, step), answer in self._letters.items() if at == sitting}

    def save_letter(self, sitting: str, step: str, answer: Answer | None) -> None:
        if self.trouble:
            raise self.trouble
        self._letters.pop((sitting, step), None)
        if answer is not None:
            self._letters[sitting, step] = answer

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
        for rows in (self._entries, self._answers, self._held, self._noted):
            rows.pop(sitting, None)
        for step in self.letters(sitting):
            self.forget(sitting, step)

    def add(self, belongings: Belongings) -> None:
        for one in reversed(belongings.kept):
            assert one.sitting.id not in self._entries
            self._put(Entry(sitting=one.sitting, place=one.place, state=one.state, revision=0))
            self._read_in |= {one.sitting.id} if one.sitting.mode != "alone" else set()
            letters = letters_in(one.sitting.exercise)
            answers = {step: answer for step, answer in one.answers.items() if step not in letters}
            self._letters |= {(one.sitting.id, step): one.answers[step] for step in letters & one.answers.keys()}
            self._answers[one.sitting.id] = {**answers, **one.together, **one.beside}
            self._held[one.sitting.id] = one.held
            self._noted[one.sitting.id] = None
        self.log.extend(asdict(line) for line in belongings.exports)
        self._settings.update(belongings.settings)

    def forget(self, sitting: str, step: str) -> None:
        """Nothing of one answer stays here."""
        self._answers.get(sitting, {}).pop(step, None)
        self._letters.pop((sitting, step), None)
        self._held[sitting] = self.held(sitting) - {step}

    def keep_to_oneself(self, shared: FakeShared) -> None:
        """Halves that nothing shared belongs to any more are there to be read, and what was sealed in vain no longer is."""
        self._read_in |= {at for at, entry in self._entries.items() if entry.sitting.mode != "alone" and at not in shared.headers}
        committed = {(sitting, step) for sitting, step, _author in shared.commitments}
        self.seals = {at: seal for at, seal in self.seals.items() if at in committed}

    def exported(self, what: str, to: str, digest: str) -> None:
        self.log.insert(0, {"what": what, "to": to, "digest": digest, "when": "2026-03-03T20:00:00+00:00"})

    def handed_on(self, what: str, to: str) -> str:
        ticket = token_hex()
        self.exported(what, to, "")
        self._handed_on[ticket] = self.log[0]
        return ticket

    def take_in(self, notes: dict[str, list[tuple[str, str]]]) -> None:
        """Lines are finished by the notes that were left for them."""
        for ticket in [ticket for ticket in self._handed_on if ticket in notes]:
            line, ((to, digest), *more) = self._handed_on.pop(ticket), notes.pop(ticket)
            self.log[self.log.index(line)] = {**line, "to": to, "digest": digest}
            for to, digest in more:
                self.exported(line["what"], to, digest)

    def exports(self) -> tuple[Mapping[str, str], ...]:
        return tuple(self.log)

    def setting(self, key: str) -> str | None:
        return self._settings.get(key)

    def set(self, key: str, value: str) -> None:
        self._settings[key] = value

    def _put(self, entry: Entry) -> None:
        self._revision += 1
        self._entries[entry.sitting.id] = replace(entry, revision=self._revision)
