"""The way through the house: first start, the door, coming in, help and pause from anywhere. It holds no rule and draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from gettext import gettext as _
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from msgspec.structs import replace

from workbook.couple.people import Door, Person, PersonId
from workbook.couple.ports import Notebook
from workbook.screens import mishaps, words
from workbook.screens.asked import Asked, tidy
from workbook.screens.cover import CoverScreen
from workbook.screens.door import DoorScreen, locked
from workbook.screens.hall import Outside
from workbook.screens.handover import HandoverScreen
from workbook.screens.knowing import Knowing
from workbook.screens.notice import NoticeScreen
from workbook.screens.pause import PauseScreen
from workbook.screens.pauses import PauseFlow
from workbook.screens.screen import Quiet, Screen, Stage
from workbook.screens.starting import StartFlow
from workbook.screens.unlock import FirstTurnScreen, UnlockScreen

T = TypeVar("T")
P = ParamSpec("P")
STEADY = "steady-ground"
CURTAIN = 15 * 60.0
"""Seconds that a PIN outlives a hand-over at which nobody comes in."""


class Flow:
    """Who comes after whom."""

    def __init__(self, stage: Stage, outside: Outside) -> None:
        self._asked = Asked(outside.jobs)
        self.stage, self.outside = stage, replace(outside, jobs=self._asked)
        self.screen: Screen[Any] | None = None
        self._notebook: Notebook | None = None
        self._pauses = PauseFlow(self, lambda: self._notebook)
        self._starting = StartFlow(self, self._opened, self._made)
        self._asked.quietly(lambda: tidy(self._notebook))
        self.knowing = Knowing(lambda: self._notebook)

    # the one way to show a screen, and the one way to ask for slow work

    def show(self, screen: Screen[Any]) -> None:
        """Put a screen in front; nothing that was asked for before the cover came takes its place (G9)."""
        if not self._asked.late:
            self.screen = screen
            self.stage.turn_to(screen)

    def ask(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Have something done off the screen's thread; what goes wrong is said on a page of its own."""
        self.outside.jobs.run(work, self._here(then), self._here(self.trouble))

    def _here(self, call: Callable[P, None]) -> Callable[P, None]:
        """The same; but what was asked of a notebook that is closed by then leads nowhere."""
        asked = self._notebook
        return lambda *found, **named: call(*found, **named) if self._notebook is asked else None

    def trouble(self, error: Exception) -> None:
        """Say what went wrong, with a way back."""
        self.show(NoticeScreen(_("That did not work"), words.trouble(error), (_("Back"), self.door)))

    def bug(self, report: str) -> None:
        """Say that the program is at fault, that what was saved is safe, and what could be sent to its authors."""
        under = self.screen
        back = self.door if under is None or isinstance(under, NoticeScreen) else lambda: self.show(under)
        self.show(mishaps.mistake(report, back, self.door))

    @property
    def notebook(self) -> Notebook:
        """The open notebook. Raises `RuntimeError` before there is one: no screen that needs it shows before."""
        if self._notebook is None:
            raise RuntimeError("no notebook is open")
        return self._notebook

    # first start

    def start(self, chosen: Path | None = None) -> None:
        """Open the notebook there is, in the folder somebody chose or the usual one, or begin."""
        self._starting.start(chosen)

    def open(self, folder: Path) -> None:
        """Open a notebook that lies in a folder."""
        self.ask(lambda: self.outside.notebooks.open(folder), self._opened)

    def welcome(self) -> None:
        """The first screen of all."""
        self._starting.welcome()

    def way_out(self) -> Callable[[], None] | None:
        """The way out of the invented couple's notebook, for every page that somebody sees while they look round there."""
        looks = self._starting.looking_round(self._notebook) and not isinstance(self.screen, CoverScreen)
        return self.leave_invented if looks else None

    def leave_invented(self) -> None:
        """Leave the invented couple's notebook: it goes, with everything that was typed there."""
        if self.screen is not None and self.way_out():
            self.screen.cover(lambda: self._close(self.welcome))

    def _opened(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self.door()

    def _made(self, notebook: Notebook) -> None:
        self._notebook = notebook
        first = notebook.doors()[0]
        self.show(self._first_turn(first, lambda: self.home(first.id)))

    # the door, and coming in

    def door(self) -> None:
        """Lock everything and ask who is here; where there is no notebook, the first page."""
        notebook = self._notebook
        if notebook is None:
            self.welcome()
        else:
            self.ask(lambda: locked(notebook), lambda doors: self.show(self._door(doors)) if doors else self._no_more())

    def _no_more(self) -> None:
        self._notebook = None  # the last one in it has deleted it
        self.welcome()

    def _door(self, doors: tuple[Door, ...]) -> DoorScreen:
        return DoorScreen(
            doors,
            enter=lambda person: self.come_in(person, lambda: self.home(person)),
            together=self.sit_down,
            too_much=self.pause,
            steady=self.steady,
        )

    def come_in(self, person: PersonId, then: Callable[[], None]) -> None:
        """One person's door: their first turn, their passphrase, or straight in where they have none."""
        door = next(door for door in self.notebook.doors() if door.id == person)
        if not door.begun:
            self.show(self._first_turn(door, then))
        else:
            self.show(
                UnlockScreen(
                    door,
                    self.notebook,
                    self.outside.jobs,
                    done=self._here(lambda: self._let_in(person, then)),
                    back=self.door,
                    with_code=lambda: self._recover(door, then),
                )
            )

    def _recover(self, door: Door, then: Callable[[], None]) -> None:
        from workbook.screens.recovering import recover  # rarely gone to

        recover(self, door, self._here(lambda: self._let_in(door.id, then)))

    def _let_in(self, person: PersonId, then: Callable[[], None]) -> None:
        from workbook.screens import backups  # no door needs it

        backups.once_a_day(notebook := self.notebook, self.outside.jobs, self.outside.clock)

        def known(settings: Mapping[str, str]) -> None:
            self.knowing.learn(person, settings)
            self._pauses.first(then)

        self.ask(lambda: notebook.space(person).settings(), known)

    def _first_turn(self, door: Door, then: Callable[[], None]) -> FirstTurnScreen:
        def begun() -> None:
            self.knowing.learn(door.id, {})  # whoever begins anew has picked nothing
            then()

        return FirstTurnScreen(door, self.notebook, self.outside.jobs, done=self._here(begun), back=self.door)

    def sit_down(self) -> None:
        """Both come in, one after the other, and sit at the table."""
        doors = sorted(self.notebook.doors(), key=lambda door: door.emptied)
        if not all(door.begun or door.emptied for door in doors):
            self.show(mishaps.first_alone(self.door))
            return
        first, second = doors[0], doors[1]
        from workbook.screens.together import TableFlow  # a third of all screens, none of them the first

        self.come_in(first.id, lambda: self.come_in(second.id, TableFlow(self).table))

    def home(self, person: PersonId) -> None:
        """The own page of somebody who is unlocked."""
        from workbook.screens.own import OwnFlow  # as above

        OwnFlow(self, person).home()

    def hand_over(self, to: Person, then: Callable[[], None]) -> None:
        """Lock everyone's keys, draw the curtain, wait for the other."""
        notebook, curtain = self.notebook, HandoverScreen(to, here=lambda: self._from_behind(to.id, then), door=self.door)
        self.ask(lambda: notebook.lock_all(forget=False), lambda _none: self.show(curtain))
        self.outside.clock.after(CURTAIN, lambda: self._forget_at(notebook))

    def _from_behind(self, person: PersonId, then: Callable[[], None]) -> None:
        """In from behind the curtain; who has a passphrase is offered a PIN there, and who comes for the first time is not."""
        from workbook.screens.pinoffer import offer  # a page that is rarely shown

        begun = next(door.begun for door in self.notebook.doors() if door.id == person)
        self.come_in(person, (lambda: offer(self, person, then)) if begun else then)

    def _forget_at(self, notebook: Notebook) -> None:
        """Nobody came: a PIN does not wait behind a curtain."""
        if self._notebook is notebook and isinstance(self.screen, HandoverScreen | UnlockScreen):
            self._drop_keys()

    # from anywhere

    def steady(self) -> None:
        """Steady ground, for anyone, without unlocking: nothing of it is kept."""
        from workbook.screens.pens import LoosePen  # walking brings in every kind of step
        from workbook.screens.walk import WalkScreen
        from workbook.screens.walks import loose_walk

        back, outside = self.door, self.outside
        self.ask(
            lambda: loose_walk(outside.library.exercise(STEADY)),
            lambda walk: self.show(WalkScreen(walk, LoosePen(), outside.jobs, outside.clock, done=back, stop=back)),
        )

    def help(self) -> None:
        """Help, and back to the same place."""
        from workbook.screens.help import HelpScreen  # what comes in behind the door is there when somebody asks

        if not isinstance(self.screen, HelpScreen):
            self._over(lambda back: HelpScreen(self.outside, back=back))

    def pause(self) -> None:
        """Pause, and back to the same place."""
        if not isinstance(self.screen, PauseScreen):
            self._over(self._pauses.screen)

    def shortcuts(self) -> None:
        """The list of keys, and back to the same place."""
        from workbook.screens.shortcuts import ShortcutsScreen  # rarely gone to

        if not isinstance(self.screen, ShortcutsScreen):
            self._over(lambda back: ShortcutsScreen(back=back))

    def quiet(self) -> Quiet:
        """What the page in front allows while nobody touches anything."""
        return "nothing" if self.screen is None or self._notebook is None else self.screen.quiet

    def cover(self) -> None:
        """Cover everything now; then keep what is there and drop the keys (G9)."""
        under = self.screen
        if isinstance(under, CoverScreen) and not under.state.talking:
            return
        self.show(CoverScreen(lambda: self._starting.again() if self._notebook is None else self.door()))
        self._asked.cover()
        if under is not None:
            under.cover(self._drop_keys)

    def dim(self) -> None:
        """Two people talk and nobody touches anything: a quiet page, and back to where they were."""
        self._over(lambda back: CoverScreen(back, talking=True))

    def lock(self) -> None:
        """Nobody has been here for a while: keep what is there, then the door."""
        if self.screen is not None:
            self.screen.cover(self.door)

    def _drop_keys(self) -> None:
        if self._notebook is not None:
            notebook = self._notebook
            if notebook.unlocked() or notebook.at_table():
                notebook.backups().interrupt()
            self.outside.jobs.run(notebook.lock_all, lambda _none: None, lambda _error: None)

    def quit(self, then: Callable[[], None]) -> None:
        """Keep what is on the screen, lock everything, then go."""
        if self.screen is None:
            then()
        else:
            self.screen.leave(lambda: self._close(then))

    def _close(self, then: Callable[[], None]) -> None:
        if self._notebook is None:
            then()
            return
        from workbook.screens import backups  # as above

        notebook, self._notebook = self._notebook, None
        today = self.outside.clock.now().date()
        self.show(CoverScreen(self._starting.again))
        self.outside.jobs.run(lambda: backups.then_close(notebook, today), lambda _none: then(), lambda _error: then())

    def _over(self, make: Callable[[Callable[[], None]], Screen[Any]]) -> None:
        under = self.screen

        if under is None:
            self.show(make(self.door))
        else:
            under.leave(lambda: self.show(make(lambda: self.show(under))))
