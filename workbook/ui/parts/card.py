"""A card in a quiet list: a title, a line or two, and what can be done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbook.ui.parts.buttons import Button
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class CardRow(Panel):
    """One card; its buttons say in their description what they belong to, for someone who hears the list."""

    def __init__(self, title: str, line: str, *buttons: Button) -> None:
        super().__init__()
        self.rows.addWidget(Words(title, "label"))
        if line:
            self.rows.addWidget(Words(line, quiet=True))
        if buttons:
            self.rows.addWidget(_row(title, buttons))


def _row(title: str, buttons: tuple[Button, ...]) -> QWidget:
    row = QWidget()
    flow = Flow(row, space(2.5))
    for button in buttons:
        button.setAccessibleDescription(title)
        flow.addWidget(button)
    return row
