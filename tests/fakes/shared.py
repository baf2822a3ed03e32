"""The shared vault in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from workbook.content.step import Answer
from workbook.couple.agreements import narrowed
from workbook.couple.beside import step_of
from workbook.couple.people import Person, PersonId
from workbook.couple.sitting import Entry, Headline, Place, Response, Sitting, State
from workbook.trouble import Trouble


@dataclass
class FakeShared:
    """The shared vault."""

    at_table: Callable[[], bool]
    persons: tuple[Person, ...]
    headers: dict[str, Entry] = field(default_factory=dict)
    opened_rows: dict[tuple[str, str, PersonId], Answer | None] = field(default_factory=dict)
    joint_rows: dict[tuple[str, str, PersonId], Answer | None] = field(default_factory=dict)
    commitments: dict[tuple[str, str, PersonId], bytes] = field(default_factory=dict)
    pause_row: Mapping[str, str] | None = None
    gone: set[tuple[str, str, PersonId]] = field(default_factory=set)
    notes: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    present: Callable[[PersonId], bool] = lambda _person: True

    def people(self) -> tuple[Person, ...]:
        return self.persons

    def invite(self, sitting: Sitting) -> None:
        self.headers.setdefault(sitting.id, Entry(sitting=sitting, place=Place(), state="open", revision=self._next()))

    def sittings(self) -> tuple[Entry, ...]:
        return tuple(sorted(self.headers.values(), key=lambda entry: -entry.revision))

    def sitting(self, sitting: str) -> Entry | None:
        return self.headers.get(sitting)

    def latest(self, most: int, exercises: Collection[str] | None = None) -> tuple[Entry, ...]:
        return of_exercises(self.sittings(), exercises)[:most]

    def going_on(self, most: int) -> tuple[Headline, ...]:
        return headlines(entry for entry in self.sittings() if entry.state == "open")[:most]

    def finished(self, most: int) -> tuple[Headline, ...]:
        return headlines(entry for entry in self.sittings() if entry.state == "finished")[:most]

    def go(self, sitting: str, place: Place, state: State = "open") -> None:
        self._both()
        self.headers[sitting] = replace(self.headers[sitting], place=place, state=state, revision=self._next())

    def opened(self, sitting: str) -> tuple[Response, ...]:
        gone = (Response(step=step, author=author, answer=None, taken_back=True) for at, step, author in self.gone if at == sitting)
        return (*_responses(self.opened_rows, sitting), *gone)

    def joint(self, sitting: str) -> tuple[Response, ...]:
        return tuple(one for one in _responses(self.joint_rows, sitting) if step_of(one.step) is None)

    def beside(self, sitting: str) -> tuple[Response, ...]:
        return tuple(one for one in _responses(self.joint_rows, sitting) if step_of(one.step))

    def save(self, sitting: str, step: str, author: PersonId, answer: Answer | None) -> None:
        self._both()
        if answer is None:
            self.joint_rows.pop((sitting, step, author), None)
        elif sitting in self.headers:
            self.joint_rows[sitting, step, author] = answer
        else:
            raise Trouble("save-failed")
        self.gone.discard((sitting, step, author))

    def narrow(self, sitting: str, step: str, author: PersonId, answer: Answer) -> None:
        if not self.present(author) or sitting not in self.headers:
            raise Trouble("locked")
        self.joint_rows[sitting, step, author] = narrowed(self, self.headers[sitting].sitting, step, author, answer)

    def call_off(self, sitting: str) -> None:
        if sitting in self.headers:
            self.headers[sitting] = replace(self.headers[sitting], state="set-aside", revision=self._next())

    def pause(self) -> Mapping[str, str] | None:
        return self.pause_row

    def set_pause(self, pause: Mapping[str, str] | None) -> None:
        self.pause_row = pause

    # somebody leaves

    def leave_everything(self, person: PersonId) -> None:
        """Nothing of a person's words or name stays."""
        for rows in (self.opened_rows, self.joint_rows):
            for at in [at for at, answer in rows.items() if at[2] == person and answer is not None]:
                del rows[at]
                self.gone.add(at)
        self.persons = tuple(replace(one, name="", left=True) if one.id == person else one for one in self.persons)

    def close_without(self, here: Collection[PersonId]) -> None:
        """What was for somebody who is not here is to be read only, where there is anything to read."""
        self.persons = tuple(replace(one, left=one.id not in here) for one in self.persons)
        over = {at for at, entry in self.headers.items() if not set(entry.sitting.people) <= set(here)}
        said = {at[0] for rows in (self.opened_rows, self.joint_rows, self.gone) for at in rows}
        for at in over - said:
            del self.headers[at]
        for at in over & said:
            self.headers[at] = replace(self.headers[at], state="finished")
        self.commitments = {at: one for at, one in self.commitments.items() if at[0] not in over or at in self.opened_rows}
        self.pause_row = None

    def left(self, ticket: str, to: str, digest: str) -> None:
        self.notes.setdefault(ticket, []).append((to, digest))

    def copy(self, at_table: Callable[[], bool]) -> FakeShared:
        """The same, in another notebook."""
        rows = (dict(self.headers), dict(self.opened_rows), dict(self.joint_rows), dict(self.commitments))
        return FakeShared(at_table, self.persons, *rows, self.pause_row, set(self.gone))

    def _next(self) -> int:
        return max((entry.revision for entry in self.headers.values()), default=0) + 1

    def _both(self) -> None:
        if not self.at_table():
            raise Trouble("locked")


def headlines(entries: Iterable[Entry]) -> tuple[Headline, ...]:
    """Sittings as a list names them."""
    exercises = ((entry.sitting.id, entry.sitting.exercise) for entry in entries)
    return tuple(Headline(name, exercise.title, exercise.purpose) for name, exercise in exercises)


def of_exercises(entries: Iterable[Entry], exercises: Collection[str] | None) -> tuple[Entry, ...]:
    """Those of certain exercises, or all."""
    return tuple(entry for entry in entries if exercises is None or entry.sitting.exercise.id in exercises)


def _responses(rows: Mapping[tuple[str, str, PersonId], Answer | None], sitting: str) -> tuple[Response, ...]:
    found = sorted((step, author) for at, step, author in rows if at == sitting)
    return tuple(Response(step=step, author=author, answer=rows[sitting, step, author]) for step, author in found)
