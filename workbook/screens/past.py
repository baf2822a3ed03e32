"""Looking back: one person's sittings and those of both by time, a line to find words in them, and what runs through many."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from msgspec import Struct

from workbook.couple.habits import ON_THIS_DAY
from workbook.couple.people import BOTH, PersonId
from workbook.couple.ports import Clock, Jobs, Notebook
from workbook.couple.searching import Found, Past
from workbook.screens import words
from workbook.screens.screen import Screen

BATCH = 50
"""How many sittings the list begins with, and how many more come at a time."""

RESULTS = 20
"""How many places of a word are shown at first."""


class PastWays(Struct, frozen=True, kw_only=True):
    """Where one can go from here."""

    look: Callable[[str], None]
    loops: Callable[[], None]
    triggers: Callable[[], None]
    pulse: Callable[[], None]
    set_out: Callable[[], None]
    back: Callable[[], None]


class PastState(Struct, frozen=True, kw_only=True):
    """The newest sittings, or where words were found; `asked` is what these places were looked for with.

    `names` says whose words they are; the reader's own have none. `at` is the sitting that was opened last.
    """

    entries: tuple[Past, ...] = ()
    older: bool = False
    on_this_day: tuple[Past, ...] = ()
    words: str = ""
    asked: str = ""
    found: tuple[Found, ...] = ()
    more: bool = False
    names: dict[PersonId, str] = {}
    at: str = ""
    trouble: str = ""
    loaded: bool = False


class PastScreen(Screen[PastState]):
    """Shows one person what lies behind; only headlines are read for it."""

    def __init__(self, me: PersonId, notebook: Notebook, jobs: Jobs, clock: Clock, ways: PastWays) -> None:
        self._me, self._notebook, self._jobs, self._clock = me, notebook, jobs, clock
        self.ways = ways
        self._results = RESULTS
        self._fetching = False
        super().__init__(PastState())
        self.refresh()

    def refresh(self) -> None:
        """Read the page anew, as far as it was open; what was looked for is looked for again."""
        most = max(BATCH, len(self.state.entries))
        self._jobs.run(partial(self._read, most), self._show, self._failed)
        if self.state.words.strip():
            self.find(self.state.words)

    def look(self, sitting: str) -> None:
        """Read one through; coming back, its place is kept."""
        self.change(at=sitting)
        self.ways.look(sitting)

    def fetch_more(self) -> None:
        """More of what is shown: sittings that lie further back, or places of the same words."""
        if self._fetching:
            return
        self._fetching = True
        if self.state.asked:
            self._results += 2 * RESULTS
            self.find(self.state.words)
            return
        last = self.state.entries[-1].at if self.state.entries else None
        space = self._notebook.space(self._me)
        self._jobs.run(partial(space.past, BATCH + 1, last), self._add, self._failed)

    def find(self, text: str) -> None:
        """Look for words; without any, the list comes back."""
        if text != self.state.words:
            self._results = RESULTS
        self.change(words=text)
        if not text.strip():
            self.change(asked="", found=(), more=False)
            return
        most = self._results
        self._jobs.run(
            lambda: self._notebook.space(self._me).search(text, most + 1), partial(self._show_found, text, most), self._failed
        )

    def _read(self, most: int) -> PastState:
        space, today = self._notebook.space(self._me), self._clock.now().date()
        space.note(today)
        entries = space.past(most + 1)
        reminded = ON_THIS_DAY.of(space.settings()) == "on"
        names = {person.id: person.name for person in self._notebook.shared().people() if person.id != self._me}
        return PastState(
            entries=entries[:most],
            older=len(entries) > most,
            on_this_day=space.on_day(today, 3) if reminded else (),
            names={BOTH: _("Both of you"), **names},
        )

    def _show(self, read: PastState) -> None:
        self.change(entries=read.entries, older=read.older, on_this_day=read.on_this_day, names=read.names, trouble="", loaded=True)

    def _add(self, entries: tuple[Past, ...]) -> None:
        self._fetching = False
        self.change(entries=(*self.state.entries, *entries[:BATCH]), older=len(entries) > BATCH)

    def _show_found(self, text: str, most: int, found: tuple[Found, ...]) -> None:
        self._fetching = False
        if text == self.state.words:  # somebody may have gone on typing
            self.change(asked=text, found=found[:most], more=len(found) > most, trouble="")

    def _failed(self, error: Exception) -> None:
        self._fetching = False
        self.change(trouble=words.trouble(error), loaded=True)
