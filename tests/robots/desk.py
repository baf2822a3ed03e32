"""A robot at the desk: it knows how the screens are used, so that tests only say what happens.

It drives the presenters with pretend storage; `tests/robots/window.py` does the same through the real window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from tests.fakes.notebook import FakeNotebooks
from tests.fakes.outside import BareStage, HandClock, ImmediateJobs, KeptLines, PlainLooks, PocketSpeller, RememberingPrinter
from workbook.content.exercise import Mode
from workbook.content.helplines import help_page
from workbook.content.journey import Journey, read_journeys
from workbook.content.library import Library
from workbook.couple.invented import invented
from workbook.couple.looking_round import fill, people_of
from workbook.couple.people import PersonId
from workbook.couple.ports import Notebook
from workbook.paths import resources
from workbook.screens import codeoffer
from workbook.screens.door import DoorScreen
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.flow import Flow
from workbook.screens.hall import Outside
from workbook.screens.handover import HandoverScreen
from workbook.screens.home import HomeScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.opening import OpeningScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.screen import Screen
from workbook.screens.setup import SetupScreen
from workbook.screens.table import TableScreen
from workbook.screens.unlock import FirstTurnScreen, UnlockScreen
from workbook.screens.walk import WalkScreen
from workbook.screens.welcome import WelcomeScreen

A = TypeVar("A", bound=Screen[Any])


class Desk:
    """Two people (or one) and a computer."""

    def __init__(self, folder: Path, library: Library | None = None) -> None:
        self.folder = folder
        self.stage, self.clock, self.jobs, self.printer = BareStage(), HandClock(), ImmediateJobs(), RememberingPrinter()
        self.notebooks = FakeNotebooks(folder / "notebook")
        self.looks, self.speller = PlainLooks(), PocketSpeller()
        self.local_lines = KeptLines()
        self.rng = Random(7)
        self.paths: Callable[[], tuple[Journey, ...]] = lambda: read_journeys(resources() / "journeys")
        self.flow = Flow(
            self.stage,
            Outside(
                notebooks=self.notebooks,
                library=library or Library(resources() / "packs"),
                journeys=self._journeys,
                helplines=lambda: help_page(resources() / "help-lines.yaml"),
                local_lines=self.local_lines,
                printer=self.printer,
                looks=self.looks,
                speller=self.speller,
                jobs=self.jobs,
                invented=self._invented,
                clock=self.clock,
                documents=folder,
            ),
        )
        self.flow.start()

    def _invented(self) -> Notebook:
        couple = invented(resources() / "demo.yaml")
        made = self.notebooks.create(self.folder / "passing", people_of(couple))
        for door in made.doors():
            made.begin(door.id, None, True)
        fill(made, couple, self.flow.outside.library.exercise, self.clock.now().date())
        made.lock_all()
        return made

    def _journeys(self) -> tuple[Journey, ...]:
        return self.paths()

    def on(self, kind: type[A]) -> A:
        """The screen in front, which must be of this kind."""
        assert isinstance(self.stage.screen, kind), f"{kind.__name__} expected, {self.stage.seen[-3:]} seen"
        return self.stage.screen

    @property
    def notebook(self) -> Any:
        """The pretend notebook."""
        return self.notebooks.made[self.folder / "notebook"]

    def person(self, index: int) -> PersonId:
        """Somebody's id, in the order they were named."""
        return str(self.notebook.doors()[index].id)

    # coming in

    def set_up(self, *names: str) -> Desk:
        """Make a notebook for one or two, up to the first one's first turn."""
        self.on(WelcomeScreen).go_on()
        setup = self.on(SetupScreen)
        setup.choose(len(names))
        for index, name in enumerate(names):
            setup.name(index, name)
        setup.done()
        return self

    def first_turn(self, passphrase: str | None = "one fine day") -> Desk:
        """Set a passphrase, or go without."""
        screen = self.on(FirstTurnScreen)
        if passphrase is None:
            screen.without(False)
        else:
            screen.begin(passphrase, passphrase, False)
        return self

    def come_in(self, index: int, passphrase: str = "one fine day") -> Desk:
        """Go to the door and come in as one of them."""
        self.flow.door()
        self.on(DoorScreen).enter(self.person(index))
        return self._pass(passphrase)

    def sit_down(self, passphrase: str = "one fine day") -> Desk:
        """Both come in and sit at the table."""
        self.flow.door()
        self.on(DoorScreen).together()
        return self._pass(passphrase)._pass(passphrase)

    def _pass(self, passphrase: str) -> Desk:
        if isinstance(self.stage.screen, FirstTurnScreen):
            return self.first_turn(passphrase)
        self.on(UnlockScreen).enter(passphrase)
        if isinstance(self.stage.screen, NoticeScreen) and "Go on without" in self.stage.screen.state.actions:
            self.choose("Go on without")  # a PIN, offered once a day
        return self

    # exercises

    def open(self, exercise: str, mode: Mode = "alone", short: bool = False) -> Desk:
        """Begin an exercise from home."""
        self.on(HomeScreen).ways.exercise(exercise)
        self.on(ExerciseScreen).begin(mode, short)
        return self._skip_the_questions()

    def _skip_the_questions(self) -> Desk:
        """What is offered once, before somebody's first exercise for two."""
        if isinstance(self.stage.screen, NoticeScreen) and "Skip it" in self.stage.screen.state.actions:
            self.choose("Skip it")
        return self

    def write(self, value: Any, field: str | None = None, author: PersonId | None = None) -> Desk:
        """Fill in the page in front."""
        walk = self.on(WalkScreen)
        group = walk.state.page.groups[0]
        walk.edit(author or group.author, field or group.step.fields()[0].id, value)
        return self

    def next(self) -> Desk:
        """On."""
        self.on(WalkScreen).next()
        return self._without_a_code()

    def walk(self, answers: Mapping[str, Any] | None = None) -> Desk:
        """Walk the whole part, answering with samples, or only with what is given."""
        while isinstance(self.stage.screen, WalkScreen):
            walk = self.stage.screen
            for group in walk.state.page.groups:
                said = group.step.sample(self.rng) if answers is None else answers.get(group.step.id)
                for field, value in (said or {}).items():
                    walk.edit(group.author, field, value)
            before = walk.state.page
            walk.next()
            assert walk.state.page is not before or self.stage.screen is not walk, "the walk does not go on"
        return self._without_a_code()

    def _without_a_code(self) -> Desk:
        """A recovery code, offered once, when the first words were kept."""
        if isinstance(self.stage.screen, NoticeScreen) and self.stage.screen.state.title == codeoffer.title():
            self.choose("Go on without")
        return self

    def seal(self, hold: tuple[str, ...] = ()) -> Desk:
        """Hold some steps back, seal the rest."""
        opening = self.on(OpeningScreen)
        for step in hold:
            opening.hold(step, True)
        opening.seal()
        self.on(NoticeScreen)
        return self._without_a_code()

    def pass_over(self, passphrase: str = "one fine day") -> Desk:
        """Pass the computer to the other one, who comes in."""
        self.choose("Pass the computer")
        self.on(HandoverScreen).here()
        return self._pass(passphrase)

    def choose(self, words: str) -> Desk:
        """Take the way that begins with these words."""
        notice = self.on(NoticeScreen)
        labels = notice.state.actions
        notice.choose(next(index for index, label in enumerate(labels) if label.startswith(words)))
        return self

    def open_all(self) -> Desk:
        """Open everything of the reveal in front."""
        while isinstance(self.stage.screen, RevealScreen):
            self.stage.screen.open()
            assert self.stage.screen.state.sides, self.stage.screen.state.trouble
            self.stage.screen.next()
        return self

    def at_the_table(self, index: int = 0) -> Desk:
        """Go on with one of the sittings between them."""
        table = self.on(TableScreen)
        table.sit_down(table.state.open[index].id)
        return self._together_at_last()

    def begin_here(self, exercise: str) -> Desk:
        """Begin an exercise at the table."""
        self.on(TableScreen).begin(exercise)
        return self._together_at_last()

    def _together_at_last(self) -> Desk:
        """What is said once, before the very first one that begins at the table."""
        if isinstance(self.stage.screen, NoticeScreen) and "Go on with it" in self.stage.screen.state.actions:
            self.choose("Go on with it")
        return self

    def half(self, index: int = 0) -> Desk:
        """Begin or go on with one's own half of a sitting for two."""
        home = self.on(HomeScreen)
        home.ways.half(home.state.for_two[index].id)
        return self._skip_the_questions()
