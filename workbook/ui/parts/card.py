"""A card in a list: a title, a line or two, and what can be done with it."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbook.ui.parts.buttons import Button
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class CardRow(QFrame):
    """A soft panel; its buttons say their card's title to a screen reader."""

    def __init__(self, title: str, line: str, *buttons: Button) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(space(4), space(3), space(4), space(3))
        rows.setSpacing(space(1.5))
        rows.addWidget(Words(title, "label"))
        rows.addWidget(Words(line, "text", quiet=True))
        row = QWidget()
        flow = Flow(row, space(2))
        for button in buttons:
            button.setAccessibleDescription(title)
            flow.addWidget(button)
        rows.addWidget(row)
