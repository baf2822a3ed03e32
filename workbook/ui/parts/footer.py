"""The foot of a page: the buttons that lead on, and what is always there; two rows where one would not hold them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbook.ui.parts.buttons import Button
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.layouts import widgets_in
from workbook.ui.parts.prose import Words
from workbook.ui.parts.soft_bar import WIDE
from workbook.ui.theme import space

LARGE = 20
"""With letters that ask for more than so many pixels of room, buttons are lower here: most of the page is for the question."""


class Footer(QFrame):
    """The row of buttons below the page, under a fine line; two rows where one would not hold them.

    What is said beside them moves none of them: it stands where there is room left, or below all of them.
    """

    def __init__(self, width: float) -> None:
        super().__init__()
        self.onward, self.always, self.note = QWidget(), QWidget(), Words("", "small", quiet=True)
        self.note.hide()
        self._flows = {row: Flow(row, min(space(2), 16)) for row in (self.onward, self.always)}
        self._slim = space(4) > LARGE
        self._most, self._above = space(width), 4 if self._slim else min(space(2), 8)
        self._expected = 0
        inner = QWidget()
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._box = QBoxLayout(QBoxLayout.Direction.RightToLeft, inner)
        self._box.setSpacing(self._above)
        self._first, self._second = (_row_of(row) for row in (self.onward, self.always))
        self._box.addLayout(self._first)
        self._box.addStretch(1)
        self._box.addLayout(self._second)
        line = QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(line)
        rows.addWidget(inner)
        self._below = QHBoxLayout()
        rows.addLayout(self._below)
        self._second.insertWidget(1, self.note)
        self.hide()

    def fill(self, row: QWidget, buttons: Iterable[Button]) -> None:
        """Put these buttons in a row, in place of those that were there."""
        flow = self._flows[row]
        for old in widgets_in(flow):
            flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        for button in buttons:
            button.slim = self._slim
            flow.addWidget(button)
            button.show()
        self.show()
        self._turn()

    def expect(self, text: str) -> None:
        """This may be said here: leave room for it, so that nothing moves when it is."""
        self._expected = self.note.fontMetrics().horizontalAdvance(text) + space(2)

    def say(self, text: str) -> None:
        """A word beside the buttons, below them where there is no room for it."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self._turn()

    def widen(self, width: float) -> None:
        """Let it become as wide as a column of so many steps of space."""
        self._most = space(width)
        self._turn()

    def put_onward(self, rows: QBoxLayout | None) -> bool:
        """Put what leads on at the end of these rows, or back here; whether that moved it."""
        goal = rows or self._first
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
        return self._buttons() + self._expected + space(2) > room

    def _buttons(self) -> int:
        return self.onward.sizeHint().width() + self.always.sizeHint().width()

    def _place_note(self, room: int, *, narrow: bool) -> None:
        """Beside what is always there, beside what leads on, or below both."""
        wide = self.note.sizeHint().width() + space(2)
        here = self._first.indexOf(self.onward) >= 0
        if not narrow:
            where: QBoxLayout = self._second if self._buttons() + wide <= room else self._below
        elif here and self.onward.sizeHint().width() + wide <= room:
            where = self._first
        else:
            where = self._second if self.always.sizeHint().width() + wide <= room else self._below
        if not self.note.isHidden() and where.indexOf(self.note) < 0:
            where.insertWidget(where.count() and 1, self.note)

    def _turn(self) -> None:
        beside = max(side(), (self.width() - WIDE - self._most + 1) // 2)
        bar = (0, WIDE) if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else (WIDE, 0)
        self._box.setContentsMargins(beside + bar[0], self._above, beside + bar[1], self._above)
        room = self._room(self.width())
        narrow = self._narrow(room)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.RightToLeft
        if self._box.direction() != way:
            self._box.setDirection(way)
        self._place_note(room, narrow=narrow)
        below = not self.note.isHidden() and self._below.indexOf(self.note) >= 0
        self._below.setContentsMargins(*((beside + bar[0], 0, beside + bar[1], self._above) if below else (0, 0, 0, 0)))


def _row_of(widget: QWidget) -> QHBoxLayout:
    """A widget, with room for a word behind it."""
    row = QHBoxLayout()
    row.setSpacing(space(2))
    row.addWidget(widget)
    row.addStretch(1)
    return row


def side() -> int:
    """The least air beside a page's column and beside its foot; it grows less than letters do."""
    return min(space(9), 48)
