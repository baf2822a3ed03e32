"""Buttons: one that leads on, quiet ones beside it, and some that look like words; big, with a plain ring for the keyboard."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from workbook.ui.colours import Colours, colours_of, tint
from workbook.ui.style import draw_ring
from workbook.ui.theme import space, typed

Manner = Literal["primary", "quiet", "plain"]
"""Primary leads on and stands once on a page; quiet stands beside it; plain looks like words that can be pressed."""

SHORT = 18
"""A button of so few letters never has to wrap."""

EDGE = 4
"""Room around a button's body for the focus ring, in pixels."""

_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic


class Button(QPushButton):
    """A button that says what it does; `&` before a letter makes that letter its key."""

    def __init__(self, words: str, manner: Manner = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.manner: Manner = manner
        self._hint: tuple[tuple[str, str], QSize] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(len(words) > SHORT)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def heightForWidth(self, width: int) -> int:
        if width >= self.sizeHint().width():
            return self.sizeHint().height()
        inner = QRect(0, 0, max(1, width - 2 * self._side()), 10_000)
        return self.fontMetrics().boundingRect(inner, _WRAPPED, self.text()).height() + 2 * self._above()

    def sizeHint(self) -> QSize:
        key = (self.text(), self.font().key())
        if self._hint is None or self._hint[0] != key:
            bounds = self.fontMetrics().boundingRect(QRect(0, 0, 10_000, 10_000), _WRAPPED, self.text())
            least = 36 + 2 * EDGE
            wide, tall = bounds.width() + 2 * self._side() + 2, bounds.height() + 2 * self._above()
            self._hint = (key, QSize(max(least, wide), max(least, tall)))
        return self._hint[1]

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word."""
        words = (self.fontMetrics().horizontalAdvance(word) for word in self.text().replace("&", "").split())
        return QSize(max(words, default=0) + 2 * self._side(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        fill, line, ink = self._colours(colours)
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, 1.4) if line else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(body.adjusted(0.7, 0.7, -0.7, -0.7), 8, 8)
        painter.setPen(ink)
        if self.manner == "plain" and (self.underMouse() or self.hasFocus()):
            font = self.font()
            font.setUnderline(True)
            painter.setFont(font)
        painter.drawText(self.rect().adjusted(self._side(), 0, -self._side(), 0), _WRAPPED, self.text())
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), 11, colours["accent"])

    def _colours(self, colours: Colours) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, outline and words, as it stands now."""
        if not self.isEnabled():
            return colours["panel"], None, colours["quiet"]
        active = self.underMouse() or self.isDown()
        if self.manner == "primary":
            return (tint(colours["ink"], colours["accent"], 0.16) if active else colours["accent"]), None, colours["on_accent"]
        if self.manner == "quiet":
            return (colours["panel"] if active else None), colours["border"], colours["ink"]
        return None, None, colours["accent"]

    def _side(self) -> int:
        return EDGE + (3 if self.manner == "plain" else space(5))

    def _above(self) -> int:
        return EDGE + (min(space(1.5), 9) if self.manner == "plain" else min(space(2.2), 14))


class Large(Button):
    """One of a few ways that weigh the same: large, quiet, with room around its words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "quiet", parent)
        typed(self, "heading")

    def _side(self) -> int:
        return EDGE + space(9)

    def _above(self) -> int:
        return EDGE + min(space(7), 40)


def plainly(words: str) -> str:
    """Words for a button that hold somebody's name: `&` in them is only an ampersand."""
    return words.replace("&", "&&")
