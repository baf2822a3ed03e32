"""One person's own home: what to go on with, what is there for two, the exercises, what is finished."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from workbook.content.pack import Summary
from workbook.couple.people import PersonId, partner_of
from workbook.couple.ports import Jobs, Notebook
from workbook.couple.sitting import Entry
from workbook.screens import words
from workbook.screens.screen import Screen


class Card(Struct, frozen=True):
    """A sitting in a list: its id, its title, one line about it."""

    id: str
    title: str
    line: str


class HomeState(Struct, frozen=True, kw_only=True):
    """Somebody's own page; it counts nothing that is missing (G13, G28)."""

    name: str = ""
    partner: str = ""
    going_on: tuple[Card, ...] = ()
    for_two: tuple[Card, ...] = ()
    finished: tuple[Card, ...] = ()
    exercises: tuple[Summary, ...] = ()
    trouble: str = ""
    older: bool = False
    loaded: bool = False


SHOWN = 12
"""How many sittings of a kind a page begins with; a notebook of years must not make it slow."""


class HomeWays(Struct, frozen=True, kw_only=True):
    """Where one can go from home."""

    go_on: Callable[[str], None]
    half: Callable[[str], None]
    not_now: Callable[[str], None]
    look: Callable[[str], None]
    exercise: Callable[[str], None]
    together: Callable[[], None]
    hand_over: Callable[[], None]
    lock: Callable[[], None]
    my_space: Callable[[], None]


class HomeScreen(Screen[HomeState]):
    """Shows where somebody was, and what else there is."""

    def __init__(
        self, me: PersonId, notebook: Notebook, exercises: Callable[[], tuple[Summary, ...]], jobs: Jobs, ways: HomeWays
    ) -> None:
        self._me, self._notebook, self._exercises, self._jobs = me, notebook, exercises, jobs
        self.ways = ways
        self._most = SHOWN
        super().__init__(HomeState())
        self.refresh()

    def refresh(self) -> None:
        """Read the page anew."""
        self._jobs.run(self._read, self._show, lambda error: self.change(trouble=words.trouble(error), loaded=True))

    def show_older(self) -> None:
        """Show more of what lies further back."""
        self._most += 2 * SHOWN
        self.refresh()

    def not_now(self, sitting: str) -> None:
        """Put a sitting for two out of one's own sight; to the other nothing changes (G5)."""
        self.ways.not_now(sitting)

    def _show(self, state: HomeState) -> None:
        self.state = state
        self.change()

    def _read(self) -> HomeState:
        space, shared = self._notebook.space(self._me), self._notebook.shared()
        people = shared.people()
        partner = partner_of(self._me, people)
        mine = {entry.sitting.id: entry for entry in space.entries()}
        aside = {id_ for id_, entry in mine.items() if entry.state == "set-aside"}
        begun = {entry.sitting.id: entry for entry in shared.sittings()}
        for_two = [entry for id_, entry in begun.items() if id_ not in aside]
        solo = [entry for entry in mine.values() if entry.sitting.mode == "alone"]
        read_in = [entry for id_, entry in mine.items() if entry.sitting.mode != "alone" and id_ not in begun]  # to be read only
        lists = {
            "going_on": [entry for entry in solo if entry.state == "open"],
            "for_two": [entry for entry in for_two if entry.state != "finished"],
            "finished": [entry for entry in (*solo, *for_two) if entry.state == "finished"] + read_in,
        }
        return HomeState(
            name=next(person.name for person in people if person.id == self._me),
            partner=partner.name if partner else "",
            going_on=_cards(lists["going_on"][: self._most]),
            for_two=_cards(lists["for_two"][: self._most]),
            finished=_cards(lists["finished"][: self._most]),
            older=any(len(entries) > self._most for entries in lists.values()),
            exercises=self._exercises(),
            loaded=True,
        )


def _cards(entries: Iterable[Entry]) -> tuple[Card, ...]:
    return tuple(Card(entry.sitting.id, entry.sitting.exercise.title, entry.sitting.exercise.purpose) for entry in entries)
