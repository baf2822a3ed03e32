"""A hint for someone who is stuck: it stands at the same point for everyone, folded until it is wanted."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.ui.parts.fold import Unfolds
from workbook.ui.parts.prose import Prose
from workbook.ui.theme import space


class Stuck(QWidget):
    """A button that looks like words, and below it the hint once it was pressed. It tells nobody that it was."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.button = Unfolds(_("If you are stuck"))
        self.hint = Prose(text, quiet=True)
        self.hint.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(1))
        rows.addWidget(self.button)
        rows.addWidget(self.hint)
        self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.hint.setVisible(self.hint.isHidden())
        self.button.show_open(not self.hint.isHidden())
        self.button.setAccessibleDescription("" if self.hint.isHidden() else self.hint.accessibleName())
