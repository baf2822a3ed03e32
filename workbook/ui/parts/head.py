"""What stays above a list while it scrolls: the title, the line to find something, the ways to narrow it down."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from workbook.ui.parts.column import Column
from workbook.ui.parts.soft_bar import WIDE

MOST = 0.4
"""The share of a page that may stay in sight above what scrolls; what would take more scrolls along."""


class Head(QWidget):
    """These widgets, above the column or in it."""

    def __init__(self, widgets: Iterable[QWidget], gap: int) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(gap)
        for widget in widgets:
            self._rows.addWidget(widget)
        self._edge = QFrame(self, frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Plain)
        self._edge.setForegroundRole(QPalette.ColorRole.Mid)

    def place(self, whole: QBoxLayout, column: Column, size: QSize, foot: int) -> bool:
        """Stand above the column in a page of this size, or in it where that leaves too little room; whether that moved it.

        There is the same air beside it as beside the column, and it begins where the words of any page begin.
        """
        beside, below = column.rows.contentsMargins().left(), column.rows.spacing()
        left, right = (0, WIDE) if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else (WIDE, 0)
        air = QMargins(beside + left, column.above(size.height() - foot), beside + right, below)
        aside = self._tall(size.width() - WIDE - 2 * beside) + air.top() + air.bottom() <= size.height() * MOST
        self._rows.setContentsMargins(air if aside else QMargins())
        self._edge.setVisible(aside)
        column.headed = aside
        goal = whole if aside else column.rows
        if goal.indexOf(self) == 0:
            return False
        at = QApplication.focusWidget()
        goal.insertWidget(0, self)
        self.show()  # at once: Qt would show it a moment later, and until then nothing in it can take the keyboard
        if at is not None and self.isAncestorOf(at):
            at.setFocus(Qt.FocusReason.OtherFocusReason)  # which it lost on the way
        return True

    def _tall(self, width: int) -> int:
        """How high its widgets are in this width."""
        now = self._rows.contentsMargins()
        return self._rows.heightForWidth(width + now.left() + now.right()) - now.top() - now.bottom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._edge.setGeometry(0, self.height() - 1, self.width(), 1)
        super().resizeEvent(event)
