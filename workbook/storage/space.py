"""One person's own space: their private vault, as the screens know it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from workbook.content.step import Answer
from workbook.couple.belongings import Belongings
from workbook.couple.beside import step_of
from workbook.couple.people import PersonId
from workbook.couple.searching import Found, Past
from workbook.couple.sitting import Entry, Headline, Place, Sitting, State
from workbook.storage import adding, daybook, leaving, papers, rows, seal, searching
from workbook.storage.letters import Letters
from workbook.storage.sittings import Exercises, Sittings, put_answer, responses
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

_MINE = rows.commitment.c
_SEALED = select(_MINE.step).where(_MINE.sitting == bindparam("at_sitting"), _MINE.author == bindparam("at_author"))


_AT_ONCE = 1000
"""How many answers the search reads in one transaction, when somebody waits for it."""


class VaultSpace:
    """The port `Space` over one private vault; whether a step is sealed is asked of the shared one, which is the truth of it."""

    def __init__(
        self,
        person: PersonId,
        vault: Vault,
        shared: Vault,
        exercises: Exercises,
        letters: Letters,
        known: Mapping[PersonId, bytes],
    ) -> None:
        self._person = person
        self._vault = vault
        self._shared = shared
        self._letters = letters
        self._sittings, self._ours = Sittings(vault, exercises), Sittings(shared, exercises)
        self._known = known
        self._sealed: tuple[str, int, frozenset[str]] | None = None

    def start(self, sitting: Sitting) -> None:
        """Begin a sitting here, at its first step; one that is already here stays as it is."""
        self._sittings.put(sitting)

    def entries(self) -> tuple[Entry, ...]:
        """This person's sittings, newest first."""
        return self._sittings.entries()

    def latest(self, most: int, exercises: Collection[str] | None = None) -> tuple[Entry, ...]:
        """The newest of them, of certain exercises or of any."""
        return self._sittings.latest(most, exercises)

    def going_on(self, most: int) -> tuple[Headline, ...]:
        """The newest solo ones that are open."""
        return self._sittings.headlines(most, ("alone",), "open")

    def finished(self, most: int) -> tuple[Headline, ...]:
        """The newest solo ones that are finished."""
        return self._sittings.headlines(most, ("alone",), "finished")

    def read_in(self, most: int) -> tuple[Headline, ...]:
        """The newest for two that came out of a file, to be read only."""
        return self._sittings.read_in(most)

    def aside(self) -> frozenset[str]:
        """The ids of those for two that this person put out of sight."""
        return self._sittings.aside()

    def note(self, today: date) -> None:
        """Remember of what is new here and between both, on which day this person first saw it."""
        daybook.note(self._vault, self._shared, today)

    def past(self, most: int, before: int | None = None) -> tuple[Past, ...]:
        """Their own and those of both that are finished, the newest noted first; those before one of them where that is given."""
        return daybook.past(self._vault, self._shared, self.aside(), most, before)

    def days(self, sittings: Collection[str]) -> Mapping[str, date | None]:
        """Of these sittings those that were noted, the oldest first, and the day of each, where it is known."""
        return daybook.days(self._vault, sittings)

    def on_day(self, today: date, most: int) -> tuple[Past, ...]:
        """Those of this day in earlier years, the newest first."""
        return daybook.on_day(self._vault, self._shared, self.aside(), today, most)

    def search(self, words: str, most: int) -> tuple[Found, ...]:
        """Where these words stand, one's own and what is open between both, the newest first; accents and capitals aside."""
        while self.read_words(_AT_ONCE):
            pass
        found: dict[tuple[str, str, PersonId], Found] = {}
        for query in searching.queries(words):
            if len(found) < most:
                ours = searching.find(self._shared, self._ours.exercise, query, most, ours=True)
                own = searching.find(self._vault, self._sittings.exercise, query, most, ours=False)
                found = {(one.sitting, one.step, one.author): one for one in (*own, *ours)}
        at = daybook.order(self._vault, {one.sitting for one in found.values()})
        last = max(at.values(), default=0) + 1  # what goes on was not noted yet
        return tuple(sorted(found.values(), key=lambda one: -at.get(one.sitting, last)))[:most]

    def read_words(self, most: int) -> bool:
        """Let the search read what is new, so many answers at the most; whether something is left."""
        opened = partial(seal.opened, shared=self._shared, known=self._known)
        own = searching.read(self._vault, self._sittings.exercise, most)
        return searching.read(self._shared, self._ours.exercise, most, opened) or own

    def entry(self, sitting: str) -> Entry | None:
        """One of them, or nothing."""
        return self._sittings.entry(sitting)

    def answers(self, sitting: str) -> dict[str, Answer | None]:
        """This person's own answers in a sitting, as they stand."""
        return {one.step: one.answer for one in responses(self._vault, rows.answer, sitting) if step_of(one.step) is None}

    def beside(self, sitting: str) -> dict[str, Answer]:
        """What stands beside their answers, under ids of its own."""
        found = responses(self._vault, rows.answer, sitting)
        return {one.step: one.answer for one in found if one.answer is not None and step_of(one.step)}

    def save(self, sitting: str, step: str, answer: Answer | None) -> None:
        """Keep an answer; when this returns, it is on the disk. Raises Trouble `sealed` for a step that is sealed."""
        if step in self.sealed(sitting):
            raise Trouble("sealed")
        with self._vault.writing() as connection:
            put_answer(connection, sitting, step, self._person, answer)
            if answer is None:  # gone means gone: from a seal that was taken back, too
                left = rows.payload.c
                connection.execute(delete(rows.payload).where(left.sitting == sitting, left.step == step))

    def letters(self, sitting: str) -> dict[str, Answer]:
        """The letters of a sitting; they lie outside every vault."""
        return self._letters.of(sitting)

    def save_letter(self, sitting: str, step: str, answer: Answer | None) -> None:
        """Keep a letter under a key of its own, or burn it; when this returns, it is on the disk, or destroyed."""
        self._letters.save(sitting, step, answer)

    def go(self, sitting: str, place: Place, state: State = "open") -> None:
        """Remember where this person is in a sitting, and how it stands for them."""
        self._sittings.go(sitting, place, state)

    def held(self, sitting: str) -> frozenset[str]:
        """The steps this person holds back in a sitting."""
        return frozenset(row.step for row in self._vault.rows(select(rows.held.c.step).where(rows.held.c.sitting == sitting)))

    def hold(self, sitting: str, steps: frozenset[str]) -> None:
        """Change what is held back, before sealing."""
        with self._vault.writing() as connection:
            connection.execute(delete(rows.held).where(rows.held.c.sitting == sitting))
            if steps:
                connection.execute(insert(rows.held), [{"sitting": sitting, "step": step} for step in sorted(steps)])

    def sealed(self, sitting: str) -> frozenset[str]:
        """The steps of this person's that are sealed (or opened): their text no longer changes."""
        writes = self._shared.writes
        if self._sealed is None or self._sealed[:2] != (sitting, writes):  # every save asks
            found = self._shared.rows(_SEALED, {"at_sitting": sitting, "at_author": self._person})
            self._sealed = (sitting, writes, frozenset(row.step for row in found))
        return self._sealed[2]

    def delete_answer(self, sitting: str, step: str) -> None:
        """Delete one answer that only its author has seen. Raises Trouble `sealed` for a step that is sealed or opened."""
        if step in self.sealed(sitting):
            raise Trouble("sealed")
        self._letters.burn(sitting, step)
        with self._vault.writing() as connection:
            leaving.delete_answer(connection, sitting, step)

    def delete(self, sitting: str) -> None:
        """Delete one sitting that only its owner has seen. Raises Trouble `sealed` when any of it is sealed or opened."""
        if self.sealed(sitting):
            raise Trouble("sealed")
        self._letters.burn(sitting)
        with self._vault.writing() as connection:
            leaving.delete_sitting(connection, sitting)

    def add(self, belongings: Belongings) -> None:
        """Add all of it or none; the ids of its sittings must be new here."""
        letters = adding.letters(belongings)
        try:
            for (sitting, step), answer in letters.items():
                self._letters.save(sitting, step, answer)
            with self._vault.writing() as connection:
                adding.add(connection, self._person, belongings)
                daybook.put(connection, [one.sitting.id for one in reversed(belongings.kept)], None)
        except BaseException:
            for sitting, step in letters:
                self._letters.burn(sitting, step)
            raise

    def exported(self, what: str, to: str, digest: str) -> None:
        """One line in this person's own export log."""
        with self._vault.writing() as connection:
            papers.put(connection, what, to, digest)

    def handed_on(self, what: str, to: str) -> str:
        """One line that is finished later, by whoever has its ticket: see `Shared.left`."""
        with self._vault.writing() as connection:
            return papers.hand_on(connection, what, to)

    def exports(self) -> tuple[Mapping[str, str], ...]:
        """This person's export log, newest first: `what`, `to`, `digest`, `when` (UTC, ISO 8601)."""
        return tuple(papers.lines(self._vault))

    def setting(self, key: str) -> str | None:
        """A private setting, or nothing."""
        found = self._vault.row(select(rows.setting.c.value).where(rows.setting.c.key == key))
        return None if found is None else str(found.value)

    def settings(self) -> Mapping[str, str]:
        """All private settings."""
        return {row.key: row.value for row in self._vault.rows(select(rows.setting).order_by(rows.setting.c.key))}

    def set(self, key: str, value: str) -> None:
        """Keep a private setting."""
        row = upsert(rows.setting).values(key=key, value=value)
        with self._vault.writing() as connection:
            connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": row.excluded.value}))
