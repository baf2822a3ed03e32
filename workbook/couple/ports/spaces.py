"""What lies in the vaults, as the screens may ask for it: one person's own, and the shared one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from workbook.content.step import Answer
    from workbook.couple.belongings import Belongings
    from workbook.couple.people import Person, PersonId
    from workbook.couple.searching import Found, Past
    from workbook.couple.sitting import Entry, Headline, Place, Response, Sitting, State


class Space(Protocol):
    """One person's private vault, open because they unlocked it."""

    def start(self, sitting: Sitting) -> None:
        """Begin a sitting here, at its first step; one that is already here stays as it is."""

    def entries(self) -> tuple[Entry, ...]:
        """All of this person's sittings, newest first, solo ones and their half of joint ones: slow where there are many."""

    def latest(self, most: int, exercises: Collection[str] | None = None) -> tuple[Entry, ...]:
        """The newest of them, of certain exercises or of any."""

    def going_on(self, most: int) -> tuple[Headline, ...]:
        """The newest solo ones that are open."""

    def finished(self, most: int) -> tuple[Headline, ...]:
        """The newest solo ones that are finished."""

    def read_in(self, most: int) -> tuple[Headline, ...]:
        """The newest for two that came out of a file: to be read only, since nothing of them is shared."""

    def aside(self) -> frozenset[str]:
        """The ids of those for two that this person put out of sight."""

    def note(self, today: date) -> None:
        """Remember of what is new here and between both, on which day this person first saw it."""

    def past(self, most: int, before: int | None = None) -> tuple[Past, ...]:
        """Their own and those of both that are finished, the newest noted first; those before one of them where that is given."""

    def days(self, sittings: Collection[str]) -> Mapping[str, date | None]:
        """Of these sittings those that were noted, the oldest first, and the day of each, where it is known."""

    def on_day(self, today: date, most: int) -> tuple[Past, ...]:
        """Those of this day in earlier years, the newest first."""

    def search(self, words: str, most: int) -> tuple[Found, ...]:
        """Where these words stand, one's own and what is open between both, the newest first; accents and capitals aside."""

    def read_words(self, most: int) -> bool:
        """Let the search read what is new, so many answers at the most; whether something is left. `search` reads all by itself."""

    def entry(self, sitting: str) -> Entry | None:
        """One of them, or nothing."""

    def answers(self, sitting: str) -> dict[str, Answer | None]:
        """This person's own answers in a sitting, as they stand."""

    def beside(self, sitting: str) -> dict[str, Answer]:
        """What stands beside their answers, under ids of its own (see `couple/beside.py`); kept and deleted as answers are."""

    def save(self, sitting: str, step: str, answer: Answer | None) -> None:
        """Keep an answer; when this returns, it is on the disk. Raises Trouble `sealed` for a step that is sealed."""

    def letters(self, sitting: str) -> dict[str, Answer]:
        """The letters of a sitting, by step: each under a key of its own, outside every vault and backup."""

    def save_letter(self, sitting: str, step: str, answer: Answer | None) -> None:
        """Keep a letter; when this returns, it is on the disk. With nothing in it, it is burned: no backup brings it back."""

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

    def handed_on(self, what: str, to: str) -> str:
        """One line that is finished later, by whoever has its ticket: see `Shared.left`."""

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
        """All sittings for two, newest first, with the place of the joint part: slow where there are many."""

    def sitting(self, sitting: str) -> Entry | None:
        """One of them, or nothing."""

    def latest(self, most: int, exercises: Collection[str] | None = None) -> tuple[Entry, ...]:
        """The newest of them, of certain exercises or of any."""

    def going_on(self, most: int) -> tuple[Headline, ...]:
        """The newest that are open."""

    def finished(self, most: int) -> tuple[Headline, ...]:
        """The newest that are finished."""

    def go(self, sitting: str, place: Place, state: State = "open") -> None:
        """Remember where the joint part is. Refused (`locked`) unless both have unlocked this session."""

    def opened(self, sitting: str) -> tuple[Response, ...]:
        """What opened at the reveal: one Response an author and a step, `None` where nothing was let out."""

    def joint(self, sitting: str) -> tuple[Response, ...]:
        """The answers of the joint parts, by both or by each."""

    def beside(self, sitting: str) -> tuple[Response, ...]:
        """The marks that each made at the reveal, under ids of their own (see `couple/beside.py`)."""

    def save(self, sitting: str, step: str, author: PersonId, answer: Answer | None) -> None:
        """Keep a joint answer; when this returns, it is on the disk. Refused (`locked`) unless both have unlocked this session."""

    def narrow(self, sitting: str, step: str, author: PersonId, answer: Answer) -> None:
        """Make somebody's own consent narrower, with nobody else there; where `answer` is wider, it stays as it was.

        Refused (`locked`) unless they have unlocked.
        """

    def call_off(self, sitting: str) -> None:
        """Call off what was agreed in a sitting, by whoever has unlocked; it says nothing of who did."""

    def pause(self) -> Mapping[str, str] | None:
        """The running pause (`until`, `sentence`), or nothing; it never says who asked."""

    def set_pause(self, pause: Mapping[str, str] | None) -> None:
        """Start or end a pause."""

    def left(self, ticket: str, to: str, digest: str) -> None:
        """Tell whoever handed a paper on that it left, for whom and with which SHA-256: their line is finished when they come in.

        Nobody else can read it, nor see whom it is for.
        """
