"""Two people do anything in any order; a plain model says what each of them must see (G13, G16, G18)."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import ClassVar, Final

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from tests.storage import given
from tests.storage.given import LISTED, SECRET
from workbook.content.step import Answer
from workbook.couple.people import BOTH
from workbook.couple.ports import Notebook
from workbook.couple.sealing import Half, listed
from workbook.storage import seal

PEOPLE = ("mira", "sam")
people = st.sampled_from(PEOPLE)
steps = st.sampled_from(LISTED)
answers = st.none() | st.fixed_dictionaries({"text": st.text(max_size=30) | st.just("long " * 1500)})

Opened = dict[str, dict[str, Answer | None]]


class KilledError(Exception):
    """The process ended here."""


class Evenings(RuleBasedStateMachine):
    """The real notebook beside a model in plain dictionaries; `Trouble` where the model says so, and nowhere else."""

    reached: ClassVar[set[str]]
    """What came about in a run, so that a test can tell whether it went far enough."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.lives = 0
        self.notebook: Notebook = given.new(self.place / "0")
        self.notebook.begin("mira", SECRET["mira"], name_on_door=False)
        self.begun, self.inside, self.present = {"mira"}, {"mira"}, {"mira"}
        self.started: set[str] = set()
        self.drafts: dict[str, dict[str, Answer | None]] = {person: {} for person in PEOPLE}
        self.held: dict[str, frozenset[str]] = dict.fromkeys(PEOPLE, frozenset())
        self.sealed: dict[str, dict[str, Answer | None]] = {}
        self.opened: Opened = {}
        self.joint: dict[tuple[str, str], Answer] = {}
        self.later: dict[str, dict[str, Answer]] = {person: {} for person in PEOPLE}
        self.marks: dict[tuple[str, str], Answer] = {}

    def teardown(self) -> None:
        self.notebook.close()
        shutil.rmtree(self.place)

    # Coming and going.

    @precondition(lambda self: "sam" not in self.begun)
    @rule(name=st.booleans())
    def sam_begins(self, name: bool) -> None:
        self.notebook.begin("sam", SECRET["sam"], name_on_door=name)
        self.begun.add("sam")
        self._came("sam")

    @rule(person=people)
    def unlocks(self, person: str) -> None:
        if person in self.begun:
            self.notebook.unlock(person, SECRET[person])
            self._came(person)

    @initialize(both=st.sampled_from([True, True, False]))
    def an_evening_begins(self, both: bool) -> None:
        if both:
            self.sit_down()

    @rule()
    def sit_down(self) -> None:
        """Both come, and both begin the sitting; nothing opens before both have sealed."""
        if "sam" not in self.begun:
            self.sam_begins(name=False)
        for person in PEOPLE:
            self.unlocks(person)
            self.starts(person)
        if len(self.sealed) < 2:
            self.open_together("cue")

    @rule(person=people, guess=st.sampled_from(["", "a quiet harbor", SECRET["mira"] + " ", SECRET["sam"].upper()]))
    def guesses(self, person: str, guess: str) -> None:
        if person in self.begun:
            with given.trouble("wrong-passphrase"):
                self.notebook.unlock(person, guess)

    @rule(person=people)
    def locks(self, person: str) -> None:
        self.notebook.lock(person)
        self.inside.discard(person)
        self.present = set(self.inside)

    @rule()
    def locks_all(self) -> None:
        self.notebook.lock_all()
        self._nobody()

    @rule()
    def leaves_spaces(self) -> None:
        with self._expected(None if self._table() else "locked"):
            self.notebook.leave_spaces()
            self.inside.clear()

    @rule(tidy=st.booleans())
    def reopens(self, tidy: bool) -> None:
        """Closed by its people, or gone as in a kill: then what lies in the folder at that moment is all there is."""
        if tidy:
            self.notebook = given.reopened(self.notebook)
        else:
            self._go_on_with(self._copied())
        self._nobody()

    # Writing.

    @rule(person=people)
    def starts(self, person: str) -> None:
        with self._inside(person):
            self.notebook.shared().invite(given.for_two())
            self.notebook.space(person).start(given.for_two())
            self.started.add(person)

    @rule(person=people, step=steps, answer=answers)
    def writes(self, person: str, step: str, answer: Answer | None) -> None:
        if person in self.started:
            with self._inside(person, "sealed" if person in self.sealed else None):
                self.notebook.space(person).save("first", step, answer)
                self.drafts[person].pop(step, None) if answer is None else self.drafts[person].update({step: answer})

    @rule(person=people, held=st.frozensets(steps))
    def holds_back_and_thinks_later(self, person: str, held: frozenset[str]) -> None:
        if person in self.started:
            with self._inside(person):
                self.notebook.space(person).hold("first", held)
                self.held[person] = held
                for step in held:
                    self.notebook.space(person).save("first", f"{step}+1", {"text": f"of {len(held)}"})
                    self.later[person][f"{step}+1"] = {"text": f"of {len(held)}"}

    # Sealing and opening.

    @rule(person=people)
    def seals(self, person: str) -> None:
        if person in self.started:
            half = self._half(person)
            with self._inside(person, "sealed" if self.sealed.get(person, half.openings) != half.openings else None):
                self.notebook.seal(half)
                self.sealed[person] = dict(half.openings)

    @precondition(lambda self: not self.sealed)
    @rule()
    def both_seal(self) -> None:
        """What a whole evening would come to; by chance alone it is rare."""
        self.sit_down()
        for person in PEOPLE:
            self.seals(person)

    @precondition(lambda self: bool(self.started & self.inside - self.sealed.keys()))
    @rule()
    def is_killed_while_sealing(self) -> None:
        """After the text went to its author's vault, before the commitments went to the shared one."""
        person = min(self.started & self.inside - self.sealed.keys())
        copies: list[Path] = []

        def killed(*_: object) -> None:
            copies.append(self._copied())
            raise KilledError

        half = self._half(person)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(seal, "_commitment", killed)
            with pytest.raises(KilledError):
                self.notebook.seal(half)
        self.reached.add("killed")
        self._go_on_with(copies[0])
        self._nobody()

    @rule(person=people)
    def takes_back(self, person: str) -> None:
        with self._inside(person, "already-open" if self.opened else None):
            self.notebook.withdraw("first", person, LISTED)
            self.sealed.pop(person, None)

    @rule(step=steps)
    def open_together(self, step: str) -> None:
        broken = None if len(self.sealed) == 2 else "seal-broken"
        with self._expected("locked" if self.inside != set(PEOPLE) else broken):
            found = self.notebook.open_step("first", step)
            self.reached.add("opened")
            self.opened[step] = {person: self.sealed[person][step] for person in PEOPLE}
            assert {one.author: one.answer for one in found} == self.opened[step]

    @rule(author=people | st.just(BOTH), answer=answers)
    def write_together_and_mark(self, author: str, answer: Answer | None) -> None:
        if self.started:
            with self._expected(None if self._table() else "locked"):
                self.notebook.shared().save("first", "name", author, answer)
                at = ("name", author)
                self.joint.pop(at, None) if answer is None else self.joint.update({at: answer})
                self.notebook.shared().save("first", "cue~", author, answer)
                at = ("cue~", author)
                self.marks.pop(at, None) if answer is None else self.marks.update({at: answer})

    # What must hold after every act.

    @invariant()
    def each_sees_their_own_and_nothing_else(self) -> None:
        assert self.notebook.unlocked() == self.inside
        assert self.notebook.at_table() == self._table()
        assert {door.id for door in self.notebook.doors() if door.begun} == self.begun
        for person in PEOPLE:
            with self._inside(person):
                space = self.notebook.space(person)
                assert space.answers("first") == self.drafts[person]
                assert space.beside("first") == self.later[person]
                assert space.held("first") == self.held[person]
                assert space.sealed("first") == (set(LISTED) if person in self.sealed else set())
                assert (space.entry("first") is not None) == (person in self.started)

    @invariant()
    def the_shared_vault_holds_what_was_opened_and_what_is_joint(self) -> None:
        with self._expected(None if self.inside or self._table() else "locked"):
            shared = self.notebook.shared()
            opened: Opened = {}
            for one in shared.opened("first"):
                opened.setdefault(one.step, {})[one.author] = one.answer
            assert opened == self.opened
            assert {(one.step, one.author): one.answer for one in shared.joint("first")} == self.joint
            assert {(one.step, one.author): one.answer for one in shared.beside("first")} == self.marks
        with self._expected(None if self.inside == set(PEOPLE) else "locked"):
            assert self.notebook.ready("first", LISTED) == (len(self.sealed) == 2)

    # How.

    def _table(self) -> bool:
        return self.present == set(PEOPLE)

    def _came(self, person: str) -> None:
        self.inside.add(person)
        self.present.add(person)

    def _nobody(self) -> None:
        self.inside.clear()
        self.present.clear()

    def _half(self, person: str) -> Half:
        return Half(sitting="first", author=person, openings=listed(self.drafts[person], LISTED, self.held[person]))

    def _copied(self) -> Path:
        """The folder as it lies on the disk now, with the notebook open."""
        self.lives += 1
        return Path(shutil.copytree(self.notebook.folder, self.place / str(self.lives)))

    def _go_on_with(self, folder: Path) -> None:
        self.notebook.close()
        self.notebook = given.notebooks(folder).open(folder)

    def _inside(self, person: str, code: str | None = None) -> AbstractContextManager[object]:
        return self._expected(code if person in self.inside else "locked")

    def _expected(self, code: str | None) -> AbstractContextManager[object]:
        """What is done inside works, or raises this Trouble before the model changes."""
        self.reached.add(code or "done")
        return given.trouble(code) if code else nullcontext()


ALL: Final = {"done", "locked", "sealed", "already-open", "seal-broken", "opened", "killed"}


def _run(examples: int, acts: int) -> set[str]:
    class Counted(Evenings):
        reached: ClassVar[set[str]] = set()

    quiet = settings(
        max_examples=examples,
        stateful_step_count=acts,
        deadline=None,
        database=None,
        derandomize=examples < 100,  # the run before a commit does the same each time, the long one goes further
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Counted, settings=quiet)
    return Counted.reached


def test_whatever_two_people_do_each_sees_what_they_should() -> None:
    assert _run(18, 40) == ALL


@pytest.mark.soak
def test_whatever_two_people_do_for_many_evenings_each_sees_what_they_should() -> None:
    assert _run(400, 60) == ALL
