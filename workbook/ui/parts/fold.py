"""Something few want, folded away behind a few words until somebody does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbook.ui.parts.buttons import Button
from workbook.ui.theme import space


class Fold(QWidget):
    """A button that looks like words; what is in `rows` shows once it was pressed, and the keyboard goes to `first`."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.first: QWidget | None = None
        self.button = Button(words, "plain")
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, self.button.sizePolicy().verticalPolicy())
        self.inside = QWidget()
        self.inside.hide()
        self.rows = QVBoxLayout(self.inside)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(space(2))
        all_rows = QVBoxLayout(self)
        all_rows.setContentsMargins(0, 0, 0, 0)
        all_rows.setSpacing(space(1))
        all_rows.addWidget(self.button)
        all_rows.addWidget(self.inside)
        self.button.clicked.connect(self._on_clicked)

    def open(self) -> bool:
        """Whether it is unfolded."""
        return not self.inside.isHidden()

    def _on_clicked(self) -> None:
        self.inside.setVisible(not self.open())
        if self.open() and self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
