"""Something few want, folded away behind a few words until somebody does."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbook.ui.parts.buttons import Button
from workbook.ui.theme import space


class Unfolds(Button):
    """A button that looks like words; once something is unfolded, its words say that it can be folded away."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "plain")
        self._words = words
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, self.sizePolicy().verticalPolicy())
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_open(self, is_open: bool) -> None:
        """Say which way it goes next: to be read, and heard by whoever comes back to it."""
        away = _("{words} – fold away").replace("{words}", self._words.removesuffix(" …"))
        self.setText(away if is_open else self._words)
        self.updateGeometry()


class Fold(QWidget):
    """What is in `rows` shows once the button was pressed, and the keyboard goes to `first`."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.first: QWidget | None = None
        self.button = Unfolds(words)
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

    def unfold(self, is_open: bool) -> None:
        """Show what is inside, or fold it away."""
        self.inside.setVisible(is_open)
        self.button.show_open(is_open)

    def _on_clicked(self) -> None:
        self.unfold(not self.open())
        if self.open() and self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
