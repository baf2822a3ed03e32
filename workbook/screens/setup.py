"""Setting up: the two of us or just me, what you are called, a picture and a colour each."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from workbook.couple.people import COLOURS, PICTURES, Person
from workbook.couple.ports import Jobs, Notebook, Notebooks
from workbook.screens import words
from workbook.screens.screen import Screen


class SetupState(Struct, frozen=True, kw_only=True):
    """Who it is for (1 or 2 people, or not said yet), their names and pictures, where it will lie, what is missing.

    `synced` names a program that copies that folder elsewhere; `better` is a folder that none copies, if there is one;
    `elsewhere` says that somebody chose the folder.
    """

    people: tuple[Person, ...] = ()
    folder: str = ""
    fault: str = ""
    busy: bool = False
    synced: str = ""
    better: str = ""
    elsewhere: bool = False


class SetupScreen(Screen[SetupState]):
    """Makes a new notebook."""

    quiet = "nothing"

    def __init__(
        self, notebooks: Notebooks, jobs: Jobs, folder: Path, *, done: Callable[[Notebook], None], back: Callable[[], None]
    ) -> None:
        self._notebooks, self._jobs, self._done, self.back = notebooks, jobs, done, back
        super().__init__(SetupState(folder=str(folder)))
        self._look_at(folder)

    def choose(self, how_many: int) -> None:
        """The two of us, or just me; what was typed already stays."""
        new = tuple(
            Person(secrets.token_hex(8), "", PICTURES[index], COLOURS[index]) for index in range(len(self.state.people), how_many)
        )
        self.change(people=self.state.people[:how_many] + new, fault="")

    def name(self, index: int, name: str) -> None:
        """What somebody is called."""
        self._put(index, name=name)

    def picture(self, index: int, picture: str) -> None:
        """Somebody's picture."""
        self._put(index, picture=picture)

    def colour(self, index: int, colour: str) -> None:
        """Somebody's colour."""
        self._put(index, colour=colour)

    def keep_in(self, folder: str) -> None:
        """Keep the notebook somewhere else."""
        self.change(folder=folder, elsewhere=True, fault="", synced="", better="")
        self._look_at(Path(folder))

    def done(self) -> None:
        """Make the notebook and go on."""
        people = tuple(replace(person, name=person.name.strip()) for person in self.state.people)
        fault = self._fault(people)
        if fault or self.state.busy:
            self.change(fault=fault)
            return
        self.change(busy=True, fault="")
        folder = Path(self.state.folder)
        self._jobs.run(lambda: self._notebooks.create(folder, people), self._done, self._failed)

    def _look_at(self, folder: Path) -> None:
        """Notice a folder that a sync program copies elsewhere."""

        def work() -> tuple[str, str]:
            usual, program = self._notebooks.usual(), self._notebooks.synced(folder)
            return program, str(usual) if program and not self._notebooks.synced(usual) else ""

        self._jobs.run(work, lambda found: self.change(synced=found[0], better=found[1]), lambda _error: None)

    def _failed(self, error: Exception) -> None:
        self.change(busy=False, fault=words.trouble(error))

    def _fault(self, people: tuple[Person, ...]) -> str:
        names = [person.name for person in people]
        if not people:
            return _("Choose first: the two of you, or just you.")
        if not all(names):
            return _("Each needs a name, or whatever you are called. One letter is enough.")
        if len(set(names)) < len(names):
            return _("Two names that are the same are hard to tell apart on the page. Change one a little.")
        if len({person.picture for person in people}) < len(people):
            return _("Choose two different pictures.")
        return ""

    def _put(self, index: int, **changes: str) -> None:
        people = list(self.state.people)
        people[index] = replace(people[index], **changes)
        self.change(people=tuple(people), fault="")
