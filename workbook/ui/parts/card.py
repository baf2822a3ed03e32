"""A card in a quiet list: a title, a line or two, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbook.ui.parts.buttons import Button
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space

BESIDE = 24
"""With letters that ask for more than so many pixels of room, nothing stands beside the words."""


class CardRow(Panel):
    """One card; its buttons say in their description what they belong to, for someone who hears the list.

    A single one stands beside the words, so that a list of cards is no longer than it has to be.
    """

    def __init__(self, title: str, line: str, *buttons: Button) -> None:
        super().__init__()
        said = QVBoxLayout()
        said.setSpacing(self.rows.spacing())
        said.addWidget(Words(title, "label"))
        if line:
            said.addWidget(Words(line, quiet=True))
        if len(buttons) == 1 and space(4) <= BESIDE:
            beside = QHBoxLayout()
            beside.setSpacing(space(4))
            beside.addLayout(said, 1)
            beside.addWidget(_row(title, buttons), 0, Qt.AlignmentFlag.AlignVCenter)
            self.rows.addLayout(beside)
            return
        self.rows.addLayout(said)
        if buttons:
            self.rows.addWidget(_row(title, buttons))


def _row(title: str, buttons: tuple[Button, ...]) -> QWidget:
    row = QWidget()
    flow = Flow(row, space(2.5))
    for button in buttons:
        button.setAccessibleDescription(title)
        flow.addWidget(button)
    return row
