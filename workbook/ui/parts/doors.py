"""A few large ways in, all of one size: two beside each other where there is room, else one below the other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from workbook.ui.parts.buttons import Button
from workbook.ui.theme import space


class Doors(QWidget):
    """Puts its buttons into a grid; in the order they are given, row by row."""

    def __init__(self, *buttons: Button) -> None:
        super().__init__()
        self._buttons = buttons
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(min(space(3), 16))
        for button in buttons:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            button.setSizePolicy(policy)
        self._place(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        widest = max(button.sizeHint().width() for button in self._buttons)
        self._place(2 if event.size().width() >= 2 * widest + min(space(3), 16) else 1)
        super().resizeEvent(event)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // columns, at % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
