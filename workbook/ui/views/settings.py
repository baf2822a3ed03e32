"""How it behaves for me."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtWidgets import QWidget

from workbook.screens.finding import holds
from workbook.screens.row import Row
from workbook.screens.settings import SettingsScreen, SettingsState
from workbook.ui.parts.finding import find_line
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.options import OneOf, Option
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Prose, Words
from workbook.ui.theme import space
from workbook.ui.view import PageView, button, pressed


class SettingsView(PageView[SettingsScreen]):
    """One panel a setting."""

    def page_key(self, state: SettingsState) -> object:
        """A new page once the settings are read; what is picked changes on it."""
        return tuple(row.key for row in state.rows)

    def build(self, page: Page, state: SettingsState) -> None:
        """The list."""
        page.title(_("How it behaves for me"))
        page.say(_("What you pick counts at once. How it looks is for everyone at this computer. The rest is yours alone."))
        find_line(page, _("Find a setting"), _("A word from it"), self.presenter.find).set_words(state.words)
        self._panels: dict[str, Panel] = {}
        self._offered: dict[str, QWidget] = {}
        self._lines: dict[str, Prose] = {}
        self._groups: dict[str, OneOf] = {}
        self._options: dict[str, tuple[tuple[str, str], ...]] = {}
        for row in state.rows:
            self._row(page, row)
        self._elsewhere = [(errand, page.add(pressed(Leading(errand.title, errand.line), errand.go))) for errand in state.elsewhere]
        self._none_words = _("No setting says that.")
        self._none = page.say(self._none_words)
        self._trouble = page.add(Words("", "text"))
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))
        self.always_there()

    def update_page(self, page: Page, state: SettingsState) -> None:
        """What is picked, and how the last change went."""
        for row in state.rows:
            if row.options != self._options[row.key]:
                self._offer(row)
            self._groups[row.key].choose([value for value, _words in row.options].index(row.picked))
            self._lines[row.key].set_words(row.line)
            self._panels[row.key].setVisible(row.found(state.words))
        for errand, leading in self._elsewhere:
            leading.setVisible(holds(f"{errand.title} {errand.line}", state.words))
        found = [row for row in state.rows if row.found(state.words)]
        self._none.setVisible(bool(state.rows) and not found and all(leading.isHidden() for _errand, leading in self._elsewhere))
        left = len(found) + sum(not leading.isHidden() for _errand, leading in self._elsewhere)
        several = ngettext("{n} setting", "{n} settings", left).replace("{n}", str(left)) if left else self._none_words
        self.announce_soon(several if state.words else "")
        self._trouble.setText(state.trouble)
        self._trouble.setVisible(bool(state.trouble))
        page.note(state.status)

    def _row(self, page: Page, row: Row) -> None:
        self._panels[row.key] = panel = page.add(Panel())
        panel.rows.addWidget(Words(row.title, "label"))
        self._lines[row.key] = Prose(row.line)
        panel.rows.addWidget(self._lines[row.key])
        self._offer(row)

    def _offer(self, row: Row) -> None:
        """What can be picked; where more is known by now, instead of what stood there."""
        panel, options = self._panels[row.key], QWidget()
        flow, group = Flow(options, space(1)), OneOf(panel)
        for _value, label in row.options:
            option = Option(label, "pill")
            option.setAccessibleDescription(row.title)
            group.add(option)
            flow.addWidget(option)
        group.changed.connect(partial(self._on_picked, row, group))
        if (before := self._offered.get(row.key)) is not None:
            panel.rows.removeWidget(before)
            before.deleteLater()
        panel.rows.addWidget(options)
        self._offered[row.key] = options
        self._groups[row.key], self._options[row.key] = group, row.options

    def _on_picked(self, row: Row, group: OneOf) -> None:
        """A setting always has a value: choosing the same again leaves it as it is."""
        if group.chosen is None:
            self.update_page(self.page, self.presenter.state)
        else:
            self.presenter.pick(row.key, row.options[group.chosen][0])
