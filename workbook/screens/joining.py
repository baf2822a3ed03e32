"""Somebody joins a notebook that was for one: a name, a picture, a colour; nothing that is there moves."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from gettext import gettext as _

from msgspec import Struct
from msgspec.structs import replace

from workbook.couple.people import COLOURS, PICTURES, Person
from workbook.couple.ports import Jobs, Notebook
from workbook.screens import words
from workbook.screens.hall import Hall
from workbook.screens.notice import NoticeScreen
from workbook.screens.screen import Screen


class JoinState(Struct, frozen=True, kw_only=True):
    """Who joins, as far as it was said."""

    person: Person
    fault: str = ""
    busy: bool = False


class JoinScreen(Screen[JoinState]):
    """Asks what the partner is called, and adds them."""

    def __init__(
        self, mine: Person, notebook: Notebook, jobs: Jobs, *, done: Callable[[Person], None], back: Callable[[], None]
    ) -> None:
        self._mine, self._notebook, self._jobs, self._done, self.back = mine, notebook, jobs, done, back
        picture = next(one for one in PICTURES if one != mine.picture)
        colour = next(one for one in COLOURS if one != mine.colour)
        super().__init__(JoinState(person=Person(secrets.token_hex(8), "", picture, colour)))

    def name(self, name: str) -> None:
        """What they are called."""
        self._put(name=name)

    def picture(self, picture: str) -> None:
        """Their picture."""
        self._put(picture=picture)

    def colour(self, colour: str) -> None:
        """Their colour."""
        self._put(colour=colour)

    def go(self) -> None:
        """Add them."""
        person = replace(self.state.person, name=self.state.person.name.strip())
        fault = self._fault(person)
        if fault or self.state.busy:
            self.change(fault=fault)
            return
        self.change(busy=True, fault="")
        self._jobs.run(
            lambda: self._notebook.add_person(person),
            lambda _none: self._done(person),
            lambda error: self.change(busy=False, fault=words.trouble(error)),
        )

    def _fault(self, person: Person) -> str:
        if not person.name:
            return _("A name is missing, or whatever your partner is called. One letter is enough.")
        if person.name == self._mine.name:
            return _("Two names that are the same are hard to tell apart on the page. Change one a little.")
        if person.picture == self._mine.picture:
            return _("That is your own picture. Choose another one.")
        return ""

    def _put(self, **changes: str) -> None:
        self.change(person=replace(self.state.person, **changes), fault="")


def join(hall: Hall, me: str, back: Callable[[], None]) -> None:
    """Ask who joins; where somebody else has left before, a new notebook is the better place, and this says so."""

    def done(person: Person) -> None:
        text = _(
            "{name} opens their own space once, alone, and sets their own passphrase. "
            "What you wrote before is yours alone; nothing of it has moved."
        )
        ways = (
            (_("Pass the computer to {name}"), lambda: hall.hand_over(person, lambda: hall.home(person.id))),
            (_("My page"), lambda: hall.home(me)),
        )
        named = tuple((label.replace("{name}", person.name), go) for label, go in ways)
        hall.show(NoticeScreen(_("There is a door for {name} now").replace("{name}", person.name), _named(text, person), *named))

    def show(people: tuple[Person, ...]) -> None:
        if any(person.left for person in people):
            hall.show(NoticeScreen(_("With somebody new"), _first_a_new_one(), (_("Back"), back)))
            return
        mine = next(person for person in people if person.id == me)
        hall.show(JoinScreen(mine, hall.notebook, hall.outside.jobs, done=done, back=back))

    hall.ask(lambda: hall.notebook.shared().people(), show)


def _named(text: str, person: Person) -> str:
    return text.replace("{name}", person.name)


def _first_a_new_one() -> str:
    return _(
        "In this notebook lies what you shared with somebody else, and that should stay between the two of you. "
        "To begin with somebody new, make a new notebook. Your own words can come along: "
        "write them out with *Everything of mine*, then add that file there."
    )
