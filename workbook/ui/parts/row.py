"""A row of a long list that can be pressed: a title and a quiet line, painted by itself, since a list has many of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMargins, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen

from workbook.ui.colours import colours_of, tint
from workbook.ui.parts.buttons import EDGE, Button, plainly
from workbook.ui.parts.measure import Measured
from workbook.ui.style import draw_ring
from workbook.ui.theme import space

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Row(Button):
    """One thing in a list; pressing it leads to it."""

    def __init__(self, title: str, line: str) -> None:
        super().__init__(plainly(f"{title}\n{line}"))
        self.setAccessibleName(", ".join(part for part in (title, line) if part))
        self._title, self._line = title, line
        self._measured: tuple[Measured, Measured] | None = None

    def heightForWidth(self, width: int) -> int:
        title, line = self._parts()
        room = width - 2 * self._side()
        return title.height(room) + line.height(room) * bool(self._line) + 2 * self._above()

    def sizeHint(self) -> QSize:
        title, line = (part.hint for part in self._parts())
        tall = title.height() + line.height() * bool(self._line)
        return QSize(max(title.width(), line.width()) + 2 * self._side(), tall + 2 * self._above())

    def minimumSizeHint(self) -> QSize:
        wide = max(part.narrowest.width() for part in self._parts())
        return QSize(wide + 2 * self._side(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        self._measured = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.underMouse() or self.isDown()
        painter.setPen(QPen(colours["border"], 1))
        painter.setBrush(tint(colours["panel"], colours["accent"], 0.1) if active else colours["panel"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(EDGE + 0.5, EDGE + 0.5, -EDGE - 0.5, -EDGE - 0.5), 8, 8)
        room = self.rect().adjusted(self._side(), self._above(), -self._side(), 0)
        painter.setPen(colours["ink"])
        painter.setFont(self._bold())
        painter.drawText(room, _LEFT, self._title)
        painter.setPen(colours["quiet"])
        painter.setFont(self.font())
        painter.drawText(QRect(room).adjusted(0, self._parts()[0].height(room.width()), 0, 0), _LEFT, self._line)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), 11, colours["accent"])

    def _parts(self) -> tuple[Measured, Measured]:
        if self._measured is None:
            bare = QMargins()
            title = Measured(self._title, QFontMetrics(self._bold()), bare, _LEFT)
            self._measured = (title, Measured(self._line, self.fontMetrics(), bare, _LEFT))
        return self._measured

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _above(self) -> int:
        return EDGE + space(2.5)
