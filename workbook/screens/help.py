"""Help: the same page for everyone, at the same place, one key away on every screen (G6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from gettext import gettext as _

from msgspec import Struct

from workbook.content.days import written
from workbook.content.helplines import MOST, HelpLine, HelpPage, LocalLine, long_noted, noted, stale
from workbook.couple.habits import COUNTRY
from workbook.screens import words
from workbook.screens.hall import Outside
from workbook.screens.screen import Screen
from workbook.screens.welcome import see_someone, what_it_is_not


def in_danger() -> str:
    """What comes before any number."""
    return _("If someone is in danger now, call the emergency number. A locked phone can call it too.")


def danger() -> str:
    """The first words of the page."""
    return f"{in_danger()} {_('If someone may see this page, press Esc three times, quickly: that hides it.')}"


def not_checked() -> str:
    """Beside a number that is past its day, where others are not."""
    return _("Not checked lately")


def kind_words(kind: str) -> str:
    """What a help line is for."""
    return {
        "emergency": _("Emergency"),
        "suicide": _("When you think of dying"),
        "partner-violence": _("When someone hurts or frightens you at home"),
        "sexual-violence": _("After sexual violence"),
        "substance-use": _("Alcohol, drugs, other addictions"),
    }[kind]


def noted_words() -> str:
    """Above the lines that somebody wrote down."""
    return _("Written down here")


def reached(line: HelpLine) -> tuple[str, ...]:
    """The ways to reach somebody, each as one would say it."""
    ways = ((_("Call {it}"), line.number), (_("Text {it}"), line.text), (_("Web: {it}"), line.chat))
    return tuple(way.replace("{it}", it) for way, it in ways if it)


def about(line: HelpLine) -> str:
    """Who answers, when, and in which languages."""
    return ". ".join(part for part in (line.name, line.hours, ", ".join(line.languages)) if part)


def seen_on(line: HelpLine) -> str:
    """How old it is."""
    return _("This is how it stood on {date}.").replace("{date}", written(line.checked_on))


def noted_on(line: LocalLine) -> str:
    """The same for one that was written down here."""
    return _("Written down on {date}; nobody else checked it.").replace("{date}", written(line.noted_on))


class HelpState(Struct, frozen=True, kw_only=True):
    """The words, the page of numbers once it is read, the country that was chosen, which of its entries are past their date.

    `local` are the lines written down at this computer, `old` those that are a year old; `writing`: one more is being added.
    """

    danger: str
    what_it_is_not: str
    see_someone: str
    page: HelpPage | None = None
    chosen: str = ""
    stale: frozenset[str] = frozenset()
    local: tuple[LocalLine, ...] = ()
    old: frozenset[LocalLine] = frozenset()
    writing: bool = False
    trouble: str = ""


class HelpScreen(Screen[HelpState]):
    """Shows help; the country is chosen, never detected (G34), and stays chosen for everyone at this computer."""

    def __init__(self, outside: Outside, *, back: Callable[[], None]) -> None:
        self._outside, self.back = outside, back
        super().__init__(HelpState(danger=danger(), what_it_is_not=what_it_is_not(), see_someone=see_someone()))
        outside.jobs.run(lambda: (outside.helplines(), outside.local_lines.read()), self._read, lambda _error: None)

    def choose(self, country: str) -> None:
        """Show this country's numbers, now and the next time."""
        self._outside.looks.choose(COUNTRY.key, country)
        self._show(country)

    def write(self, writing: bool) -> None:
        """Begin to write a line down, or leave it."""
        self.change(writing=writing, trouble="")

    def add(self, name: str, number: str, hours: str) -> None:
        """Write a line down, for everyone at this computer; it stands below the others, which stay as they are."""
        line = noted(LocalLine(name=name, number=number, hours=hours, noted_on=self._today()))
        if line is None:
            self.change(trouble=_("It needs a name and a number."))
        else:
            self._keep((*self.state.local, line)[:MOST])

    def remove(self, line: LocalLine) -> None:
        """Take one away again."""
        self._keep(tuple(one for one in self.state.local if one != line))

    def _keep(self, lines: tuple[LocalLine, ...]) -> None:
        self._outside.jobs.run(
            lambda: self._outside.local_lines.keep(lines),
            lambda _none: self.change(local=lines, old=self._old(lines), writing=False, trouble=""),
            lambda error: self.change(trouble=words.trouble(error)),
        )

    def _read(self, found: tuple[HelpPage, tuple[LocalLine, ...]]) -> None:
        page, local = found
        self.change(page=page, local=local, old=self._old(local))
        self._show(COUNTRY.of(self._outside.looks.now()))

    def _show(self, country: str) -> None:
        countries = self.state.page.countries if self.state.page else ()
        old = {line.name for each in countries if each.id == country for line in each.lines if stale(line, self._today())}
        self.change(chosen=country, stale=frozenset(old))

    def _old(self, lines: tuple[LocalLine, ...]) -> frozenset[LocalLine]:
        return frozenset(line for line in lines if long_noted(line, self._today()))

    def _today(self) -> date:
        return self._outside.clock.now().date()
