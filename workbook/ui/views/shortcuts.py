"""The list of keys."""

from __future__ import annotations

from gettext import gettext as _
from gettext import ngettext

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from workbook.screens.shortcuts import Shortcut, ShortcutsScreen, ShortcutsState
from workbook.ui.parts.card import BESIDE
from workbook.ui.parts.finding import find_line
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Prose, Words
from workbook.ui.theme import space
from workbook.ui.view import PageView, button

KEYS = 46
"""How wide the keys stand beside what they do, in steps of space."""


class ShortcutsView(PageView[ShortcutsScreen]):
    """One panel a group; the line to find one hides what it does not name."""

    def build(self, page: Page, state: ShortcutsState) -> None:
        """Everything, once."""
        page.title(_("Keys"))
        page.say(_("Nothing here needs a mouse. These are all the keys there are."), quiet=True)
        find_line(page, _("Find a key"), _("What it does, or its name"), self.presenter.find)
        self._listed: list[tuple[Shortcut, QWidget]] = []
        self._groups = [self._group(page, title, keys) for title, keys in state.groups]
        self._none_words = _("No key does that.")
        self._none = page.say(self._none_words)
        page.lead_on(button(_("&Back"), self.presenter.back))
        self.always_there()

    def update_page(self, page: Page, state: ShortcutsState) -> None:
        """Only what was looked for."""
        for shortcut, row in self._listed:
            row.setVisible(state.found(shortcut))
        for panel, keys in self._groups:
            panel.setVisible(any(state.found(shortcut) for shortcut in keys))
        left = sum(state.found(shortcut) for shortcut, _row in self._listed)
        self._none.setVisible(not left)
        several = ngettext("{n} key", "{n} keys", left).replace("{n}", str(left)) if left else self._none_words
        self.announce_soon(several if state.words else "")

    def _group(self, page: Page, title: str, keys: tuple[Shortcut, ...]) -> tuple[Panel, tuple[Shortcut, ...]]:
        panel = page.add(Panel())
        panel.rows.addWidget(Words(title, "heading"))
        for shortcut in keys:
            row = _row(shortcut)
            panel.rows.addWidget(row)
            self._listed.append((shortcut, row))
        return panel, keys


def _row(shortcut: Shortcut) -> QWidget:
    """The key, and beside it what it does; below it in large letters."""
    row, keys, line = QWidget(), Words(shortcut.keys, "label"), Prose(shortcut.line)
    beside = space(4) <= BESIDE
    both = QBoxLayout(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom, row)
    both.setContentsMargins(0, space(1), 0, space(1))
    both.setSpacing(space(4) if beside else space(1))
    if beside:
        keys.setFixedWidth(space(KEYS))
    how = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0)
    both.addWidget(keys, 0, how)
    both.addWidget(line, 1, how)
    return row
