"""Help: the same page for everyone, at the same place, one key away on every screen (G6)."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from msgspec import Struct

from workbook.content.helplines import HelpPage, stale
from workbook.couple.habits import COUNTRY
from workbook.screens.hall import Outside
from workbook.screens.screen import Screen
from workbook.screens.welcome import see_someone, what_it_is_not


def danger() -> str:
    """The first words of the page."""
    return _(
        "If someone is in danger now, call the emergency number. A locked phone can call it too. "
        "If someone may see this page, press Esc three times, quickly: that hides it."
    )


class HelpState(Struct, frozen=True, kw_only=True):
    """The words, the page of numbers once it is read, the country that was chosen, which of its entries are past their date."""

    danger: str
    what_it_is_not: str
    see_someone: str
    page: HelpPage | None = None
    chosen: str = ""
    stale: frozenset[str] = frozenset()


class HelpScreen(Screen[HelpState]):
    """Shows help; the country is chosen, never detected (G34), and stays chosen for everyone at this computer."""

    def __init__(self, outside: Outside, *, back: Callable[[], None]) -> None:
        self._outside, self.back = outside, back
        super().__init__(HelpState(danger=danger(), what_it_is_not=what_it_is_not(), see_someone=see_someone()))
        outside.jobs.run(outside.helplines, self._read, lambda _error: None)

    def choose(self, country: str) -> None:
        """Show this country's numbers, now and the next time."""
        self._outside.looks.choose(COUNTRY.key, country)
        self._show(country)

    def _read(self, page: HelpPage) -> None:
        self.change(page=page)
        self._show(COUNTRY.of(self._outside.looks.now()))

    def _show(self, country: str) -> None:
        today = self._outside.clock.now().date()
        countries = self.state.page.countries if self.state.page else ()
        old = {line.name for each in countries if each.id == country for line in each.lines if stale(line, today)}
        self.change(chosen=country, stale=frozenset(old))
