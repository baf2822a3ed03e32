"""A few beginnings for someone who is stuck, folded away until they are wanted."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.ui.parts.buttons import Button
from workbook.ui.parts.prose import Prose
from workbook.ui.theme import space


class Stuck(QWidget):
    """A button, and below it what it unfolds."""

    def __init__(self, text: str) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(1))
        self._button = Button(_("If you are stuck"), "plain")
        self._words = Prose(text, quiet=True)
        self._words.hide()
        self._button.clicked.connect(self._on_clicked)
        rows.addWidget(self._button)
        rows.addWidget(self._words)

    def _on_clicked(self) -> None:
        self._words.setVisible(self._words.isHidden())
