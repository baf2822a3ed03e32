"""Whose help lines stand on a paper: picked, never detected (G34)."""

from __future__ import annotations

from gettext import gettext as _
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.screens.pages import PagesScreen, PagesState
from workbook.ui.parts.picker import Picker
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class CountryPick(QWidget):
    """There only on a plan for afterwards."""

    def __init__(self, presenter: PagesScreen[Any]) -> None:
        super().__init__()
        self._presenter = presenter
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(1))
        label = _("Whose help lines stand on it?")
        rows.addWidget(Words(label, "label"))
        self._box = Picker(label)
        self._box.activated.connect(self._on_picked)
        rows.addWidget(self._box)
        rows.addWidget(Words(_("Lines that were written down in Help on this computer stand there too."), "small", quiet=True))
        self.hide()

    def show_state(self, state: PagesState) -> None:
        """Which there are, and which is picked."""
        if state.countries and not self._box.count():
            self._box.addItem(_("Country …"), "")
            for country, name in state.countries:
                self._box.addItem(name, country)
        self._box.setCurrentIndex(max(0, self._box.findData(state.country)))
        self.setVisible(bool(state.countries))

    def _on_picked(self, index: int) -> None:
        self._presenter.pick_country(str(self._box.itemData(index)))
