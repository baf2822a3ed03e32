"""One person's own home: four doors, what to go on with, what is there for two, favourites, what is finished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from workbook.content import days
from workbook.content.journey import Journey
from workbook.content.pack import Summary
from workbook.couple.people import PersonId, partner_of
from workbook.couple.ports import Clock, Jobs, Notebook, Space
from workbook.couple.sitting import Headline
from workbook.screens import words
from workbook.screens.library import FAVOURITES, favourites
from workbook.screens.screen import Screen
from workbook.screens.suggesting import Suggestion, let_go, suggestions


class HomeState(Struct, frozen=True, kw_only=True):
    """Somebody's own page; it counts nothing that is missing (G13, G28). `days` tell apart what is called the same."""

    name: str = ""
    partner: str = ""
    going_on: tuple[Headline, ...] = ()
    for_two: tuple[Headline, ...] = ()
    finished: tuple[Headline, ...] = ()
    favourites: tuple[Summary, ...] = ()
    suggested: tuple[Suggestion, ...] = ()
    days: Mapping[str, str] = {}
    trouble: str = ""
    older: bool = False
    loaded: bool = False


SHOWN, OLDER = 4, 24
"""How many sittings of a kind a page begins with, so that it stays quiet; and how many more come at a time."""


AT_A_TIME = 100
"""How many answers the search reads before anything else may come in between."""


class HomeWays(Struct, frozen=True, kw_only=True):
    """Where one can go from home."""

    go_on: Callable[[str], None]
    half: Callable[[str], None]
    not_now: Callable[[str], None]
    look: Callable[[str], None]
    exercise: Callable[[str], None]
    library: Callable[[], None]
    look_back: Callable[[], None]
    at_once: Callable[[str], None]
    together: Callable[[], None]
    hand_over: Callable[[], None]
    lock: Callable[[], None]
    my_space: Callable[[], None]


HAPPENED, SAY, FIVE = "quick-capture", "gentle-opening", "three-things"
"""The exercises behind three of the four doors; the fourth is the pause, which opens anywhere."""


class HomeScreen(Screen[HomeState]):
    """Shows where somebody was, and what else there is."""

    def __init__(
        self,
        me: PersonId,
        notebook: Notebook,
        exercises: Callable[[], tuple[Summary, ...]],
        paths: Callable[[], tuple[Journey, ...]],
        jobs: Jobs,
        clock: Clock,
        ways: HomeWays,
    ) -> None:
        self._me, self._notebook, self._exercises, self._paths = me, notebook, exercises, paths
        self._jobs, self._clock = jobs, clock
        self.ways = ways
        self._most = SHOWN
        super().__init__(HomeState())
        self.refresh()

    def refresh(self) -> None:
        """Read the page anew."""
        self._jobs.run(self._read, self._show, lambda error: self.change(trouble=words.trouble(error), loaded=True))

    def show_older(self) -> None:
        """Show more of what lies further back."""
        self._most += OLDER
        self.refresh()

    def not_now(self, sitting: str) -> None:
        """Put a sitting for two out of one's own sight; to the other nothing changes (G5)."""
        self.ways.not_now(sitting)

    def take(self, suggestion: Suggestion) -> None:
        """Go to what is suggested."""
        self._let_go(suggestion, lambda: self.ways.exercise(suggestion.exercise))

    def leave_out(self, suggestion: Suggestion) -> None:
        """Not this one, this time."""
        self._let_go(suggestion, self.refresh)

    def _let_go(self, suggestion: Suggestion, then: Callable[[], None]) -> None:
        if not suggestion.sitting:
            then()
            return
        work = partial(let_go, self._notebook.space(self._me), suggestion.sitting)
        self._jobs.run(work, lambda _none: then(), lambda error: self.change(trouble=words.trouble(error)))

    def _note(self) -> None:
        """For looking back, the day on which this was first seen; it is made up for there where it does not work now."""
        self._notebook.space(self._me).note(self._clock.now().date())

    def _read_words(self, left: bool = True) -> None:
        """Let the search read what is new, a little at a time, so that whatever is asked for meanwhile need not wait."""
        if left:
            self._jobs.run(lambda: self._notebook.space(self._me).read_words(AT_A_TIME), self._read_words, lambda _error: None)

    def _show(self, state: HomeState) -> None:
        self.state = state
        self.change()
        self._jobs.run(self._note, lambda _none: None, lambda _error: None)  # what nobody waits for
        self._read_words()

    def _read(self) -> HomeState:
        space, shared = self._notebook.space(self._me), self._notebook.shared()
        people = shared.people()
        partner = partner_of(self._me, people)
        most = self._most + 1  # one more tells whether there are older ones
        aside = space.aside()

        def in_sight(newest: Callable[[int], tuple[Headline, ...]]) -> tuple[Headline, ...]:
            return tuple(one for one in newest(most + len(aside)) if one.id not in aside)

        going_on, for_two = space.going_on(most), in_sight(shared.going_on)
        finished = (*space.finished(most), *in_sight(shared.finished), *space.read_in(most))
        shown = [*going_on[: self._most], *for_two[: self._most], *finished[: self._most]]
        exercises, marked = self._exercises(), favourites(space.setting(FAVOURITES))
        return HomeState(
            name=next(person.name for person in people if person.id == self._me),
            partner=partner.name if partner else "",
            going_on=going_on[: self._most],
            for_two=for_two[: self._most],
            finished=finished[: self._most],
            older=any(len(found) > self._most for found in (going_on, for_two, finished)),
            favourites=tuple(summary for summary in exercises if summary.id in marked),
            days=_days(space, shown),
            suggested=suggestions(space, shared, exercises, self._paths, self._clock.now().date()),
            loaded=True,
        )


def _days(space: Space, shown: Sequence[Headline]) -> dict[str, str]:
    """Since when somebody has had each of those that are called the same."""
    often, since = Counter(one.title for one in shown), space.days([one.id for one in shown])
    alike = ((one.id, since.get(one.id)) for one in shown if often[one.title] > 1)
    return {name: days.written(day) for name, day in alike if day is not None}
