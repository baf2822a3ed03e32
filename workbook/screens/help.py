"""Help: the same page for everyone, at the same place, one key away on every screen (G6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _

from msgspec import Struct

from workbook.content.helplines import Country, stale
from workbook.couple.ports import Clock, Jobs
from workbook.screens.screen import Screen
from workbook.screens.welcome import see_someone, what_it_is_not


def danger() -> str:
    """The first words of the page."""
    return _(
        "If someone is in danger now, call the emergency number. If you cannot speak safely, leave this page: "
        "the numbers are in any phone's emergency call screen too."
    )


class HelpState(Struct, frozen=True, kw_only=True):
    """The words, the countries to choose from, the one that was chosen, which of its entries are past their date."""

    danger: str
    what_it_is_not: str
    see_someone: str
    countries: tuple[Country, ...] = ()
    chosen: str = ""
    stale: frozenset[str] = frozenset()


class HelpScreen(Screen[HelpState]):
    """Shows help; the country is chosen, never detected (G34)."""

    def __init__(self, countries: Callable[[], tuple[Country, ...]], jobs: Jobs, clock: Clock, *, back: Callable[[], None]) -> None:
        self._clock, self.back = clock, back
        super().__init__(HelpState(danger=danger(), what_it_is_not=what_it_is_not(), see_someone=see_someone()))
        jobs.run(countries, lambda found: self.change(countries=found), lambda _error: None)

    def choose(self, country: str) -> None:
        """Show this country's numbers."""
        today: date = self._clock.now().date()
        old = {line.name for each in self.state.countries if each.id == country for line in each.lines if stale(line, today)}
        self.change(chosen=country, stale=frozenset(old))
