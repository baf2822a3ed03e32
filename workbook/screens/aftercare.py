"""The help lines as they stand on paper, at the end of every plan for afterwards (G34)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from gettext import gettext as _

from msgspec import Struct

from workbook.content.blocks import Block, Heading, Listing, Prose, Table
from workbook.content.days import written
from workbook.content.helplines import KINDS, Country, HelpLine, HelpPage, LocalLine, long_noted, stale
from workbook.couple.habits import COUNTRY
from workbook.screens.hall import Outside
from workbook.screens.help import about, in_danger, kind_words, not_checked, noted_on, noted_words, reached, seen_on

Row = tuple[str, str, str]
"""What it is for, how to reach it, who answers."""


class Lines(Struct, frozen=True, kw_only=True):
    """What there is to print: all countries, the lines written down at this computer, today."""

    page: HelpPage
    local: tuple[LocalLine, ...]
    today: date

    def blocks(self, chosen: str, *, cards: bool = False) -> tuple[Block, ...]:
        """The lines of one country, and those that were written down here; without a country, where to look for one.

        On cards stand the numbers alone, with their days.
        """
        country = next((one for one in self.page.countries if one.id == chosen), None)
        if cards:
            return self._short(country)
        rows = (*(self._rows(country) if country else ()), *map(self._noted, self.local))
        said = [in_danger(), *(self._country(country) if country else [self._without()])]
        table = Table(("", _("How to reach them"), _("Who answers")), rows)
        where = f"{self.page.directory.name}: {self.page.directory.address}. {self.page.directory.note}"
        title = " · ".join([_("Help, at any time"), *([country.name] if country else [])])
        return (Heading(title, 2), Prose("\n\n".join(said)), *([table] if rows else []), Prose(where))

    def _short(self, country: Country | None) -> tuple[Block, ...]:
        lines = [line for kind in KINDS for line in (country.lines_for(kind) if country else ())]
        said = [f"{kind_words(line.kind)}: {', '.join(reached(line))} ({written(line.checked_on)})" for line in lines]
        said += [f"{line.name}: {line.number} ({written(line.noted_on)})" for line in self.local]
        old = [self.page.caution] if country and (self._stale(country) or any(map(self._old, self.local))) else []
        title = " · ".join([_("Help"), *([country.name] if country else [])])
        return (Heading(title, 2), Listing((*said, *old, *([] if country else [in_danger(), self._without()]))))

    def _without(self) -> str:
        return _("No country was picked, so there are no numbers here. Find out the emergency number of the place you are in.")

    def _country(self, country: Country) -> list[str]:
        missing = [kind_words(kind) for kind in KINDS if not country.lines_for(kind)]
        return [
            *([country.about] if country.about else []),
            *([self.page.caution] if self._stale(country) or any(self._old(line) for line in self.local) else []),
            *([f"{'; '.join(missing)}: {self.page.missing}"] if missing else []),
        ]

    def _stale(self, country: Country) -> list[HelpLine]:
        return [line for line in country.lines if stale(line, self.today)]

    def _rows(self, country: Country) -> Iterable[Row]:
        mixed = 0 < len(self._stale(country)) < len(country.lines)
        for kind in KINDS:
            for line in country.lines_for(kind):
                age = f"{seen_on(line)} {not_checked()}." if mixed and stale(line, self.today) else seen_on(line)
                yield kind_words(kind), "\n".join(reached(line)), f"{about(line)}\n{age}"

    def _noted(self, line: LocalLine) -> Row:
        age = f"{noted_on(line)} {not_checked()}." if self._old(line) else noted_on(line)
        return noted_words(), line.number, f"{'. '.join(part for part in (line.name, line.hours) if part)}\n{age}"

    def _old(self, line: LocalLine) -> bool:
        return long_noted(line, self.today)


class After:
    """The help lines at the end of one paper; they are read when they are first needed, off the screen's thread."""

    def __init__(self, outside: Outside) -> None:
        self._outside, self._today = outside, outside.clock.now().date()
        self.country = COUNTRY.of(outside.looks.now())
        self._read: Lines | None = None

    def lines(self) -> Lines:
        """What there is to print."""
        if self._read is None:
            self._read = Lines(page=self._outside.helplines(), local=self._outside.local_lines.read(), today=self._today)
        return self._read

    def countries(self) -> tuple[tuple[str, str], ...]:
        """Those that can be picked, by their ids."""
        return tuple((country.id, country.name) for country in self.lines().page.countries)
