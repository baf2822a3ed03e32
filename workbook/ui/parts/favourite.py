"""A line of a list with a star at its end that makes it a favourite; the words beside the star say how it stands."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from workbook.ui.colours import colours_of
from workbook.ui.parts.icon import draw_icon
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.options import LEAST, Tick
from workbook.ui.style import draw_ring
from workbook.ui.theme import font, space


class Star(Tick):
    """Marks something as a favourite, or no longer; `whose` is what is marked."""

    def __init__(self, whose: str, tall: int) -> None:
        self._ways = _("Make it a favourite"), _("Your favourite")
        super().__init__(self._ways[0])
        self.setAccessibleDescription(whose)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        face = font("small")
        self._face, self._metrics, self._tall = face, QFontMetrics(face), max(LEAST, tall)
        self.toggled.connect(self._on_toggled)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        """As wide as either of its words, so that nothing moves when it is pressed."""
        wide = max(self._metrics.horizontalAdvance(words) for words in self._ways)
        return QSize(self._side() + space(1.5) + wide + 2 * self._air(), self._tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, on = QPainter(self), colours_of(self.palette()), self.isChecked()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        face = QFont(self._face)
        face.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(face)
        ink, side = colours["accent" if on or self.underMouse() else "quiet"], self._side()
        painter.setPen(ink)
        wide, beside = self._metrics.horizontalAdvance(self.words), side + space(1.5)
        start = self._air() + wide if mirrored else self.width() - self._air() - wide - beside
        start += space(1.5) if mirrored else 0
        draw_icon(painter, self, "star", QRectF(start, (self.height() - side) // 2, side, side), ink, full=on)
        words = QRectF(self._air() if mirrored else start + beside, 0, wide + 2, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, self.words)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), 8, colours["accent"])

    def _on_toggled(self, on: bool) -> None:
        self.words = self._ways[on]
        self.setText(self.words)

    def _air(self) -> int:
        return min(space(5), 28)

    def _side(self) -> int:
        return round(self._metrics.height() * 0.8)


class Kept(QWidget):
    """A line and its star, in one place: the line is all of it, the star stands in its lower corner."""

    def __init__(self, line: Leading, title: str) -> None:
        super().__init__()
        self.line, self.star = line, Star(title, line.low())
        both = QGridLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(line, 0, 0)
        both.addWidget(self.star, 0, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        line.keep_free(self.star.sizeHint().width())
