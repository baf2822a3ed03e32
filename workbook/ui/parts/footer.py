"""The foot of a page: the buttons that lead on, and what is always there; two rows where one would not hold them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbook.ui.parts.buttons import Button
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.prose import Words
from workbook.ui.parts.soft_bar import WIDE
from workbook.ui.theme import space


class Footer(QFrame):
    """The row of buttons below the page, under a fine line; two rows where one would not hold them."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.onward, self.always, self.note = QWidget(), QWidget(), Words("", "small", quiet=True)
        self.note.hide()
        self._flows = {row: Flow(row, min(space(2), 16)) for row in (self.onward, self.always)}
        self._most, self._above = space(width), min(space(2), 8)
        inner = QWidget()
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._box = QBoxLayout(QBoxLayout.Direction.RightToLeft, inner)
        self._box.setSpacing(self._above)
        self._box.addWidget(self.onward)
        self._box.addStretch(1)
        self._box.addWidget(self.always)
        line = QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(line)
        rows.addWidget(inner)
        self.hide()

    def fill(self, row: QWidget, buttons: Iterable[Button]) -> None:
        """Put these buttons in a row, in place of those that were there."""
        flow = self._flows[row]
        while flow.count():
            old = flow.takeAt(0).widget()
            if old is not None and old is not self.note:
                old.hide()
                old.deleteLater()
        for button in buttons:
            flow.addWidget(button)
            button.show()
        if row is self.always:
            flow.addWidget(self.note)
        self.show()
        self._turn()

    def say(self, text: str) -> None:
        """A word beside the buttons, on lines of its own where it is long."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self._turn()

    def widen(self, width: float) -> None:
        """Let it become as wide as a column of so many steps of space."""
        self._most = space(width)
        self._turn()

    def put_onward(self, rows: QBoxLayout | None) -> bool:
        """Put what leads on at the end of these rows, or back here; whether that moved it."""
        goal = rows or self._box
        if goal.indexOf(self.onward) >= 0:
            return False
        shown = not self.onward.isHidden()
        goal.insertWidget(0 if rows is None else rows.count(), self.onward)
        self.onward.setVisible(shown)
        self._turn()
        return True

    def height_of_both(self, width: int) -> int:
        """How high this is with both rows in it."""
        room = self._room(width)
        highs = [flow.heightForWidth(room) for flow in self._flows.values()]
        return (sum(highs) + self._box.spacing() if self._narrow(room) else max(highs)) + 2 * self._above + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _room(self, width: int) -> int:
        return min(width - WIDE - 2 * side(), self._most)

    def _narrow(self, room: int) -> bool:
        return self.onward.sizeHint().width() + self.always.sizeHint().width() + space(2) > room

    def _turn(self) -> None:
        beside = max(side(), (self.width() - WIDE - self._most + 1) // 2)
        bar = (0, WIDE) if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else (WIDE, 0)
        self._box.setContentsMargins(beside + bar[0], self._above, beside + bar[1], self._above)
        way = QBoxLayout.Direction.TopToBottom if self._narrow(self._room(self.width())) else QBoxLayout.Direction.RightToLeft
        if self._box.direction() != way:
            self._box.setDirection(way)


def side() -> int:
    """The least air beside a page's column and beside its foot; it grows less than letters do."""
    return min(space(9), 48)
