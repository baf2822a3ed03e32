"""The column of a page, in the middle of the room there is, and what it scrolls in."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbook.ui.parts.footer import side
from workbook.ui.parts.soft_bar import WIDE, SoftBar
from workbook.ui.theme import space

WIDTH = 172
"""How wide the column may grow, in steps of space: about 720 pixels at 100 %, some 75 letters."""

LOW = 560
"""In a page that is higher than so many pixels, the words begin further down: a tall screen should not look empty at its foot."""


class Column(QWidget):
    """The column; as wide as reads well, in the middle of the room there is."""

    def __init__(self, width: float = WIDTH) -> None:
        super().__init__()
        # Air grows less than letters do: in large text a question and its answer should still be seen together.
        self._most, self._side, self._above = space(width), side(), min(space(8), 32)
        self.headed = False
        """Whether the page's title stands above this, so that it may begin at once."""
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(min(space(4), 20))
        self.fit(self._most, 0)

    def whole(self) -> int:
        """How wide it is at its widest, with the air beside it and the bar."""
        return self._most + 2 * self._side + WIDE

    def widen(self, width: float) -> None:
        """Let it become as wide as this, in steps of space."""
        self._most = space(width)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()  # nobody goes by it, and Qt would lay the page out in a width that it never has

    def fit(self, wide: int, high: int) -> None:
        """Leave what is too wide empty on both sides: by margins, since a layout around this one would double the work."""
        beside = max(self._side, (wide - self._most + 1) // 2)
        above = min(space(2), 10) if self.headed else self.above(high)
        if (beside, above) != (self.rows.contentsMargins().left(), self.rows.contentsMargins().top()):
            self.rows.setContentsMargins(beside, above, beside, self._above)


    def above(self, high: int) -> int:
        """How far down the words of a page begin that is so high."""
        return self._above + min(max(0, high - LOW) // 8, 200)


class Scroll(QScrollArea):
    """Goes up and down only."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self._column = column
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(SoftBar())
        # Always there, and empty where nothing scrolls: else the page would be laid out twice, and move sideways between steps.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._column.fit(event.size().width(), event.size().height())
        super().resizeEvent(event)

    def fit(self) -> None:
        """Have the column take its margins anew."""
        room = self.contentsRect()
        self._column.fit(room.width() - WIDE, room.height())
