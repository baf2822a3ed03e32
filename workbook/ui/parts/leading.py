"""A line of a short list that leads on: a title, a quiet sentence, and a sign at its end. All of it can be pressed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from workbook.ui.colours import Colours
from workbook.ui.parts.buttons import Large, plainly
from workbook.ui.parts.icon import draw_icon
from workbook.ui.parts.measure import Measured
from workbook.ui.theme import font, space

_TOP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Leading(Large):
    """One thing in a list; pressing it leads there. The title is what it is called, the sentence what is said of it."""

    def __init__(self, title: str, line: str) -> None:
        super().__init__(plainly(title))
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setFont(font("text"))
        self.setProperty("kind_of_words", None)
        self._title, self._line = title, line
        self._measured: tuple[Measured, Measured] | None = None
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return sum(part.height(width - self._around()) for part in self._parts()) + 2 * self._above()

    def sizeHint(self) -> QSize:
        hints = [part.hint for part in self._parts()]
        wide = max(hint.width() for hint in hints)
        return QSize(wide + self._around(), sum(hint.height() for hint in hints) + 2 * self._above())

    def minimumSizeHint(self) -> QSize:
        wide = max(part.narrowest.width() for part in self._parts())
        return QSize(wide + self._around(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        self._measured = None
        super().changeEvent(event)

    def _paint_words(self, painter: QPainter, colours: Colours, _ink: object) -> None:
        room = self.rect().adjusted(self._side(), self._above(), -self._side(), 0)
        side, mirrored = self._icon_side(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        end = QRectF(room.left() if mirrored else room.right() + 1 - side, (self.height() - side) // 2, side, side)
        draw_icon(painter, self, "chevron-left" if mirrored else "chevron-right", end, colours["quiet"])
        beside = side + space(2)
        room = room.adjusted(beside, 0, 0, 0) if mirrored else room.adjusted(0, 0, -beside, 0)
        how = QStyle.visualAlignment(self.layoutDirection(), _TOP) | Qt.TextFlag.TextWordWrap
        painter.setPen(colours["ink"])
        painter.setFont(self._bold())
        painter.drawText(room, how, self._title)
        painter.setPen(colours["quiet"])
        painter.setFont(self.font())
        painter.drawText(room.adjusted(0, self._parts()[0].height(room.width()), 0, 0), how, self._line)

    def _parts(self) -> tuple[Measured, ...]:
        if self._measured is None:
            how = _TOP | Qt.TextFlag.TextWordWrap
            title = Measured(self._title, QFontMetrics(self._bold()), QMargins(), how)
            self._measured = (title, Measured(self._line, self.fontMetrics(), QMargins(), how))
        return self._measured

    def _around(self) -> int:
        """What is beside the words: room at both ends, and the sign."""
        return 2 * self._side() + self._icon_side() + space(2)

    def _bold(self) -> QFont:
        bold = QFont(self.font())
        bold.setBold(True)
        return bold

    def _above(self) -> int:
        return min(space(3), 18)
