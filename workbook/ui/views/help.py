"""Help: the same page for everyone."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QComboBox

from workbook.content.helplines import KINDS, Country, HelpLine, HelpPage
from workbook.screens.help import HelpScreen, HelpState
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.theme import typed
from workbook.ui.view import PageView, button


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


class HelpView(PageView[HelpScreen]):
    """Danger first, then the country; once it is chosen its numbers come first. Below, the words of the first page again."""

    def page_key(self, state: HelpState) -> object:
        """A new page when the numbers come, or another country is chosen."""
        return (state.chosen, state.page is None)

    def build(self, page: Page, state: HelpState) -> None:
        """The page from top to bottom."""
        page.title(_("Help"))
        if not state.chosen:
            page.say(state.danger)
        if state.page is not None:
            self._countries(page, state)
        page.gap()
        page.say(state.what_it_is_not)
        page.say(state.see_someone)
        page.add_row(button(_("&Keys that work here"), self.house.keys, "plain"))
        page.lead_on(button(_("&Back"), self.presenter.back, "primary"))
        page.beside(self.pause_button())

    def _countries(self, page: Page, state: HelpState) -> None:
        if state.page is None:
            return
        self._box = typed(QComboBox(), "text")
        self._box.setAccessibleName(_("Country"))
        self._box.addItem(_("Country …"), "")
        for country in state.page.countries:
            self._box.addItem(country.name, country.id)
        self._box.setCurrentIndex(max(0, self._box.findData(state.chosen)))
        self._box.activated.connect(self._on_country)
        page.add(self._box)
        chosen = [country for country in state.page.countries if country.id == state.chosen]
        if not chosen:
            page.say(_("Choose the country you are in. The program does not know where you are."))
            page.say(state.page.about, quiet=True)
        for country in chosen:
            self._lines(page, state, state.page, country)

    def _lines(self, page: Page, state: HelpState, around: HelpPage, country: Country) -> None:
        some = 0 < len(state.stale) < len({line.name for line in country.lines})
        if state.stale:
            page.add(Words(f"{not_checked()}: {around.caution}" if some else around.caution, "small"))
        for kind in KINDS:
            page.add(Words(kind_words(kind), "heading"))
            lines = country.lines_for(kind)
            for line in lines:
                self._line(page, line, marked=some and line.name in state.stale)
            if not lines:
                page.say(around.missing, quiet=True)
            if kind == "emergency":
                page.say(state.danger)
                page.say(" ".join(words for words in (country.about, around.about) if words), quiet=True)
        page.add(Words(f"{around.directory.name}: {around.directory.address}", "text"))
        page.say(around.directory.note, quiet=True)

    def _line(self, page: Page, line: HelpLine, marked: bool) -> None:
        ways = ((_("Call {it}"), line.number), (_("Text {it}"), line.text), (_("Web: {it}"), line.chat))
        page.add_row(*(Words(way.replace("{it}", it), "ask") for way, it in ways if it))
        about = ". ".join(part for part in (line.name, line.hours, ", ".join(line.languages)) if part)
        page.add(Words(about, "text"))
        seen = _("This is how it stood on {date}.").replace("{date}", line.checked_on.strftime("%d %B %Y").lstrip("0"))
        page.add(Words(f"{seen} {not_checked()}." if marked else seen, "small", quiet=True))

    def _on_country(self, index: int) -> None:
        self.presenter.choose(str(self._box.itemData(index)))
