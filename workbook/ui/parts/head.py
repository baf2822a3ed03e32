"""What stays above a list while it scrolls: the title, the line to find something, the ways to narrow it down."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMargins
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget


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
        self.aside = False
        """Whether it stands above the column."""

    def height_with(self, width: int, air: QMargins) -> int:
        """How high it is above a column of this width, with this air around."""
        now = self._rows.contentsMargins()
        tall = self._rows.heightForWidth(width + now.left() + now.right()) - now.top() - now.bottom()
        return tall + air.top() + air.bottom()

    def stand(self, rows: QBoxLayout, air: QMargins, *, aside: bool) -> bool:
        """Stand first in these rows; whether that moved it."""
        self._rows.setContentsMargins(air if aside else QMargins())
        self._edge.setVisible(aside)
        if rows.indexOf(self) == 0:
            return False
        self.aside = aside
        rows.insertWidget(0, self)
        self.show()  # at once: Qt would show it a moment later, and until then nothing in it can take the keyboard
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._edge.setGeometry(0, self.height() - 1, self.width(), 1)
        super().resizeEvent(event)
