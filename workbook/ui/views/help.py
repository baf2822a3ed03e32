"""Help: the same page for everyone."""

from __future__ import annotations

import re
from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit, QWidget

from workbook.content.helplines import KINDS, LONGEST, MOST, Country, HelpLine, HelpPage, LocalLine
from workbook.screens.help import (
    HelpScreen,
    HelpState,
    about,
    kind_words,
    not_checked,
    noted_on,
    noted_words,
    reached,
    seen_on,
)
from workbook.ui.parts.line import labelled, single_line
from workbook.ui.parts.page import Page
from workbook.ui.parts.picker import Picker
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


def _narrow(text: str, most: int) -> str:
    """Words of so many letters may break, so that no line that was written down makes the page wider than the window."""
    return re.sub(rf"\S{{{most}}}(?=\S)", "\\g<0>\u200b", text)


class HelpView(PageView[HelpScreen]):
    """Danger first, then the country; once it is chosen its numbers come first. Below, the words of the first page again."""

    def page_key(self, state: HelpState) -> object:
        """A new page when the numbers come, another country is chosen, or a line is written down."""
        return (state.chosen, state.page is None, state.local, state.writing)

    def build(self, page: Page, state: HelpState) -> None:
        """The page from top to bottom."""
        page.title(_("Help"))
        if not state.chosen:
            page.say(state.danger)
        if state.page is not None:
            self._countries(page, state)
            self._written_down(page, state)
        page.gap()
        page.say(state.what_it_is_not)
        page.say(state.see_someone)
        page.add_row(button(_("&Keys that work here"), self.house.keys, "plain"))
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))
        page.beside(self.pause_button())

    def update_page(self, page: Page, state: HelpState) -> None:
        """Why a line could not be written down."""
        page.note(state.trouble)

    def first_stop(self) -> QWidget | None:
        """The first line to fill in, where one is being written down."""
        return self._name if self.presenter.state.writing else super().first_stop()

    def _countries(self, page: Page, state: HelpState) -> None:
        if state.page is None:
            return
        self._box = Picker(_("Country"))
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
        page.add_row(*(Words(way, "ask") for way in reached(line)))
        page.add(Words(about(line), "text"))
        seen = seen_on(line)
        page.add(Words(f"{seen} {not_checked()}." if marked else seen, "small", quiet=True))

    def _written_down(self, page: Page, state: HelpState) -> None:
        """Below the others, which nobody here can change."""
        page.gap()
        page.add(Words(noted_words(), "heading"))
        for line in state.local:
            self._local(page, line, line in state.old)
        if state.writing:
            self._form(page)
        elif len(state.local) < MOST:
            page.say(_("A therapist can write down a line for this place here, such as a practice or a clinic."), quiet=True)
            page.add_row(button(_("&Write a line down"), partial(self.presenter.write, True), "plain"))

    def _local(self, page: Page, line: LocalLine, old: bool) -> None:
        page.add_row(Words(_narrow(line.number, 12), "ask"))
        page.add(Words(_narrow(". ".join(part for part in (line.name, line.hours) if part), 24), "text"))
        noted = noted_on(line)
        page.add(Words(f"{noted} {not_checked()}." if old else noted, "small", quiet=True))
        away = button(_("Take it away"), partial(self.presenter.remove, line), "plain")
        away.setAccessibleName(_("Take away {name}").replace("{name}", line.name))
        page.add_row(away)

    def _form(self, page: Page) -> None:
        page.say(
            _(
                "It stands here in the open for everyone who opens Help on this computer, and on every plan for afterwards that is "
                "printed. Write only what anyone may see, and no private person’s number. Call it once to see that it is right."
            )
        )
        asked = ((_("Who is it?"), LONGEST), (_("The number"), 60), (_("When does somebody answer? (if you like)"), LONGEST))
        self._name, number, hours = (self._line_for(page, label, most) for label, most in asked)
        name = self._name
        page.add_row(
            button(_("Write it &down"), lambda: self.presenter.add(name.text(), number.text(), hours.text())),
            button(_("&Leave it"), partial(self.presenter.write, False), "plain"),
        )

    def _line_for(self, page: Page, label: str, most: int) -> QLineEdit:
        line = single_line(label)
        line.setMaxLength(most)
        page.add(labelled(label, line, "label"))
        return line

    def _on_country(self, index: int) -> None:
        self.presenter.choose(str(self._box.itemData(index)))
