"""The hands of the invented couple: they wait until the app has come to rest, then use the screen in front."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from workbook.app import App
from workbook.couple.beside import Mark
from workbook.couple.invented import Couple, Said
from workbook.couple.people import BOTH, PersonId
from workbook.demo.pages import Album
from workbook.screens import codeoffer
from workbook.screens.door import DoorScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.screen import Screen
from workbook.screens.unlock import FirstTurnScreen, UnlockScreen
from workbook.screens.walk import WalkScreen
from workbook.trouble import Trouble

S = TypeVar("S", bound=Screen[Any])
T = TypeVar("T")


class Hands:
    """Uses the real screens of an app, as people would."""

    def __init__(self, app: App, album: Album, couple: Couple) -> None:
        self.app, self.album, self.couple = app, album, couple

    # the screen in front

    def settle(self) -> None:
        """Wait until everything asked for is done and shown."""
        while self.app.jobs.busy:
            self.app.qt.processEvents()
            time.sleep(0.001)
        for _ in range(2):  # a new page is laid out in the first round and painted in the second
            self.app.qt.processEvents()

    def front(self) -> Screen[Any] | None:
        """The screen in front, once the app has come to rest."""
        self.settle()
        return self.app.flow.screen

    def on(self, kind: type[S]) -> S:
        """The screen in front, which must be of this kind. Raises Trouble `demo-stopped` with what it says instead."""
        screen = self.front()
        if not isinstance(screen, kind):
            raise stopped(screen)
        return screen

    def keep(self, name: str) -> None:
        """Keep a picture of the page in front."""
        self.settle()
        self.album.keep(name)

    def keep_answered(self, name: str) -> None:
        """Keep a picture of the page in front with the answers in its inputs."""
        self.album.show_answers()
        self.keep(name)

    def ask(self, work: Callable[[], T]) -> T:
        """Have something read from the notebook, and wait for it."""
        told: list[T] = []
        failed: list[Exception] = []
        self.app.jobs.run(work, told.append, failed.append)
        self.settle()
        for error in failed:
            raise error
        return told[0]

    # people

    def names(self) -> dict[PersonId, str]:
        """What everyone is called in what is said; doors stand in the order in which people were named."""
        doors = self.app.flow.notebook.doors()
        return {BOTH: BOTH} | {door.id: person.name for door, person in zip(doors, self.couple.people, strict=True)}

    def enter(self, name: str) -> None:
        """Come in by the door, which is in front; whoever has just set up the notebook is in already."""
        door = self.front()
        if isinstance(door, DoorScreen):
            self.album.keep_first("door")
            door.enter(next(person for person, called in self.names().items() if called == name))
            self.say_passphrase(name)

    def say_passphrase(self, name: str) -> None:
        """Type one's own passphrase: a new one at one's first turn."""
        screen = self.front()
        person = next(person for person in self.couple.people if person.name == name)
        if isinstance(screen, FirstTurnScreen):
            self.album.keep("first-turn")
            screen.begin(person.passphrase, person.passphrase, person.name_on_door)
        else:
            self.on(UnlockScreen)
            self.album.keep_first("unlock")
            self.on(UnlockScreen).enter(person.passphrase)
            self._past_the_pin()

    def _past_the_pin(self) -> None:
        """A PIN is offered when the computer goes to and fro; these two do without."""
        notice = self.front()
        if isinstance(notice, NoticeScreen):
            self.album.keep_first("pin-offered")
            notice.choose(0)

    def past_the_code(self) -> None:
        """A recovery code is offered once to each; these two do without."""
        notice = self.front()
        if isinstance(notice, NoticeScreen) and notice.state.title == codeoffer.title():
            self.album.keep_first("code-offered")
            notice.choose(0)
            self.settle()

    def both(self) -> None:
        """Both come in, in the order of the doors, and sit at the table."""
        for person in self.couple.people:
            self.say_passphrase(person.name)

    def choose(self, index: int) -> None:
        """Take one of the ways on from a few calm words."""
        self.on(NoticeScreen).choose(index)

    # walking and opening

    def walk(self, exercise: str, said: Said) -> None:
        """Walk one part to its end; a step that nobody says anything to is skipped."""
        walk, names = self.on(WalkScreen), self.names()
        while self.front() is walk:
            page = walk.state.page
            picture = f"{exercise}-{page.step.id}"
            self.album.keep_first(picture)
            authors = [group.author for group in page.groups]
            answers = {author: said.get(names.get(author, ""), {}).get(page.step.id, {}) for author in authors}
            for author, answer in answers.items():
                for field, value in answer.items():
                    walk.edit(author, field, value)
                walk.settle_field(author)
            self.settle()
            if any(answers.values()):
                self.keep_answered(f"{picture}-answered")
            walk.next()
            if self.front() is walk and walk.state.page is page:
                raise stopped(walk)
        self.past_the_code()

    def open_all(self, exercise: str, marks: Mapping[str, Mapping[str, Mark]]) -> None:
        """Open everything in the reveal in front; who marks something there is told by name and step."""
        reveal = self.on(RevealScreen)
        while self.front() is reveal:
            self.album.keep(f"{exercise}-reveal-closed")
            reveal.open()
            self.settle()
            if not reveal.state.sides:
                raise stopped(reveal)
            for one in reveal.state.markings:
                reveal.mark(one.author, marks.get(one.name, {}).get(reveal.step))
            self.keep(f"{exercise}-reveal-open")
            reveal.next()


def stopped(screen: Screen[Any] | None) -> Trouble:
    """Why the demo cannot go on, in the words of the page that stands in its way."""
    state = screen.state if screen else None
    said = (getattr(state, part, "") for part in ("trouble", "fault", "text"))
    return Trouble("demo-stopped", {"said": next((words for words in said if words), type(screen).__name__)})
