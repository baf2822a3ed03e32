"""The shared vault, as the screens know it: what both may see."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from msgspec.structs import replace
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from workbook.content.step import Answer
from workbook.couple.agreements import narrowed
from workbook.couple.beside import step_of
from workbook.couple.people import Person, PersonId
from workbook.couple.sitting import Entry, Headline, Place, Response, Sitting, State
from workbook.storage import leaving, papers, rows, seal
from workbook.storage.sittings import FOR_TWO, Exercises, Sittings, put_answer, responses
from workbook.storage.vault import Vault
from workbook.trouble import Trouble


class VaultShared:
    """The port `Shared` over the shared vault; `at_table` says whether both are here, without whom nothing joint changes.

    `known` are the public keys of those who are in, and of the others as these first saw them; `here` are all who have not left.
    `present` says who has come in.
    """

    def __init__(
        self,
        vault: Vault,
        exercises: Exercises,
        at_table: Callable[[], bool],
        known: Mapping[PersonId, bytes],
        here: Collection[PersonId],
        present: Callable[[PersonId], bool],
    ) -> None:
        self._vault = vault
        self._sittings = Sittings(vault, exercises)
        self._at_table = at_table
        self._known = known
        self._here = here
        self._present = present

    def people(self) -> tuple[Person, ...]:
        """Everyone in the notebook, in the order they were named."""
        return tuple(replace(person, left=person.id not in self._here) for person in people_in(self._vault))

    def invite(self, sitting: Sitting) -> None:
        """Put the header of a sitting for two here, so that the other finds it; it says nothing of who began."""
        self._sittings.put(sitting)

    def sittings(self) -> tuple[Entry, ...]:
        """The sittings for two, newest first, with the place of the joint part."""
        return self._sittings.entries()

    def sitting(self, sitting: str) -> Entry | None:
        """One of them, or nothing."""
        return self._sittings.entry(sitting)

    def latest(self, most: int, exercises: Collection[str] | None = None) -> tuple[Entry, ...]:
        """The newest of them, of certain exercises or of any."""
        return self._sittings.latest(most, exercises)

    def going_on(self, most: int) -> tuple[Headline, ...]:
        """The newest that are open."""
        return self._sittings.headlines(most, FOR_TWO, "open")

    def finished(self, most: int) -> tuple[Headline, ...]:
        """The newest that are finished."""
        return self._sittings.headlines(most, FOR_TWO, "finished")

    def go(self, sitting: str, place: Place, state: State = "open") -> None:
        """Remember where the joint part is. Raises Trouble `locked` unless both have unlocked this session."""
        self._need_both()
        self._sittings.go(sitting, place, state)

    def opened(self, sitting: str) -> tuple[Response, ...]:
        """What opened at the reveal, each checked again: `None` where nothing was let out, it was taken back, or it is broken."""
        return seal.opened(sitting, self._vault, self._known)

    def joint(self, sitting: str) -> tuple[Response, ...]:
        """The answers of the joint parts, by both or by each."""
        return tuple(one for one in responses(self._vault, rows.answer, sitting) if step_of(one.step) is None)

    def beside(self, sitting: str) -> tuple[Response, ...]:
        """The marks that each made at the reveal."""
        return tuple(one for one in responses(self._vault, rows.answer, sitting) if step_of(one.step))

    def save(self, sitting: str, step: str, author: PersonId, answer: Answer | None) -> None:
        """Keep a joint answer; when this returns, it is on the disk. Raises Trouble `locked` unless both have unlocked."""
        self._need_both()
        with self._vault.writing() as connection:
            put_answer(connection, sitting, step, author, answer)
            leaving.said_again(connection, sitting, step, author)

    def narrow(self, sitting: str, step: str, author: PersonId, answer: Answer) -> None:
        """Make somebody's own consent narrower, and nothing wider. Raises Trouble `locked` unless they have unlocked."""
        entry = self.sitting(sitting)
        if not self._present(author) or entry is None:
            raise Trouble("locked")
        narrower = narrowed(self, entry.sitting, step, author, answer)
        with self._vault.writing() as connection:
            put_answer(connection, sitting, step, author, narrower)

    def call_off(self, sitting: str) -> None:
        """Call off what was agreed in a sitting, by whoever has unlocked."""
        entry = self.sitting(sitting)
        if entry is not None:
            self._sittings.go(sitting, entry.place, "set-aside")

    def pause(self) -> Mapping[str, str] | None:
        """The running pause (`until`, `sentence`), or nothing; it never says who asked."""
        found = self._vault.row(select(rows.pause.c.words))
        return None if found is None else dict(found.words)

    def set_pause(self, pause: Mapping[str, str] | None) -> None:
        """Start or end a pause."""
        with self._vault.writing() as connection:
            connection.execute(delete(rows.pause))
            if pause is not None:
                connection.execute(insert(rows.pause).values(id=1, words=dict(pause)))

    def left(self, ticket: str, to: str, digest: str) -> None:
        """Tell whoever handed a paper on that it left; nobody else can read it."""
        papers.leave_note(self._vault, ticket, to, digest)

    def _need_both(self) -> None:
        if not self._at_table():
            raise Trouble("locked")


def people_in(vault: Vault) -> tuple[Person, ...]:
    """Everyone a shared vault names, in order."""
    found = vault.rows(select(rows.person).order_by(rows.person.c.position))
    return tuple(Person(row.id, row.name, row.picture, row.colour) for row in found)
