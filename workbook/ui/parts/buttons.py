"""Buttons: one that leads on, quiet ones beside it, and some that look like words; big, with a plain ring for the keyboard."""

from __future__ import annotations

from typing import Literal, Self

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from workbook.ui.colours import Colours, colours_of, tint
from workbook.ui.parts.icon import Icon, draw_icon
from workbook.ui.style import RING, draw_ring
from workbook.ui.theme import space, typed

Manner = Literal["primary", "back", "quiet", "plain"]
"""Primary leads on and stands once on a page; where nothing does, the keyboard begins at back, which looks quiet; quiet stands
beside them; plain looks like words that can be pressed."""

SHORT = 18
"""A button of so few letters never has to wrap."""

LEAST = 36
"""How high a button is at least, in pixels."""

AIR = RING + 1.5
"""How far a button's body draws back where the ring takes its edge, so that words, boxes and buttons stand on one line."""

_AT_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter  # from the right, a painter takes left for right by itself
_SHOWN = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
_WRAPPED = Qt.AlignmentFlag.AlignCenter | _SHOWN


class Button(QPushButton):
    """A button that says what it does; `&` before a letter makes that letter its key."""

    def __init__(self, words: str, manner: Manner = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)  # given at once they are first tried as an icon, of which Qt has hundreds of names
        self.manner: Manner = manner
        self.slim = False
        """Whether it makes do with less air above its words and below them."""
        self._sign: Icon | None = None
        self._hints: tuple[tuple[str, str], QSize, QSize] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(len(words) > SHORT)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def with_icon(self, sign: Icon) -> Self:
        """Put an icon before the words, in their colour."""
        self._sign = sign
        return self

    def heightForWidth(self, width: int) -> int:
        if width >= self.sizeHint().width():
            return self.sizeHint().height()
        inner = QRect(0, 0, max(1, width - 2 * self._side() - self._before()), 10_000)
        return self.fontMetrics().boundingRect(inner, _WRAPPED, self.text()).height() + 2 * self._above()

    def sizeHint(self) -> QSize:
        return self._measured()[1]

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word."""
        return self._measured()[2]

    def _measured(self) -> tuple[tuple[str, str], QSize, QSize]:
        """Reckoned once for its words and their font: a layout asks many times."""
        key = (self.text(), self.font().key())
        if self._hints is None or self._hints[0] != key:
            metrics, around = self.fontMetrics(), self._before() + 2 * self._side()
            bounds = metrics.boundingRect(QRect(0, 0, 10_000, 10_000), _WRAPPED, self.text())
            longest = max((metrics.horizontalAdvance(word) for word in self.text().replace("&", "").split()), default=0)
            tall = max(LEAST, bounds.height() + 2 * self._above())
            self._hints = (key, QSize(max(LEAST, bounds.width() + around + 2), tall), QSize(longest + around, tall))
        return self._hints

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Held down, or with Ctrl, it is meant for the page before: nobody should seal or open anything by it.
            if not event.isAutoRepeat() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.hasFocus()
        body = QRectF(self.rect()).adjusted(AIR, AIR, -AIR, -AIR) if here else QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7)
        fill, line, ink = self._colours(colours)
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, 1.4) if line and not here else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(body, 7 if here else 9, 7 if here else 9)
        painter.setPen(ink)
        if self.manner == "plain" and (self.underMouse() or here):
            font = self.font()
            font.setUnderline(True)
            painter.setFont(font)
        self._paint_words(painter, colours, ink)
        if here:
            draw_ring(painter, QRectF(self.rect()), 10, colours["accent"])

    def _paint_words(self, painter: QPainter, colours: Colours, ink: QColor) -> None:
        """The words in the middle, the icon right before them."""
        room = self.rect().adjusted(self._side(), 0, -self._side(), 0)
        if self._sign is not None:
            words = self._beside_icon(room)
            slack = max(0, words.width() - self.fontMetrics().boundingRect(words, _WRAPPED, self.text()).width()) // 2
            draw_icon(painter, self, self._sign, self._square(room.adjusted(slack, 0, -slack, 0)), ink)
            room = words
        painter.drawText(room, _WRAPPED, self.text())

    def _beside_icon(self, room: QRect) -> QRect:
        """What is left for words."""
        before = self._before()
        return room.adjusted(0, 0, -before, 0) if self._mirrored() else room.adjusted(before, 0, 0, 0)

    def _square(self, room: QRect) -> QRectF:
        """Where the icon stands: first in the room there is."""
        side = self._icon_side()
        return QRectF(room.right() + 1 - side if self._mirrored() else room.left(), (self.height() - side) // 2, side, side)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _colours(self, colours: Colours) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, outline and words, as it stands now."""
        if not self.isEnabled():
            return colours["panel"], None, colours["quiet"]
        active = self.underMouse() or self.isDown()
        if self.manner == "primary":
            return (tint(colours["ink"], colours["accent"], 0.16) if active else colours["accent"]), None, colours["on_accent"]
        if self.manner in ("quiet", "back"):
            return (colours["panel"] if active else None), colours["border"], colours["ink"]
        return None, None, colours["accent"]

    def _side(self) -> int:
        return 5 if self.manner == "plain" else min(space(4), 28)

    def _above(self) -> int:
        if self.slim:
            return 4 if self.manner == "plain" else 8
        return 4 + min(space(1.5), 9) if self.manner == "plain" else min(space(2.2), 14)

    def _icon_side(self) -> int:
        return round(self.fontMetrics().height() * 0.85)

    def _before(self) -> int:
        """The room an icon takes before the words."""
        return self._icon_side() + space(2) if self._sign else 0


class Large(Button):
    """One of a few ways that weigh the same: large, with room around its words; an icon stands at its side."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "quiet", parent)
        typed(self, "heading")

    def _paint_words(self, painter: QPainter, colours: Colours, ink: QColor) -> None:
        if self._sign is None:
            super()._paint_words(painter, colours, ink)
            return
        room = self.rect().adjusted(self._side(), 0, -self._side(), 0)
        draw_icon(painter, self, self._sign, self._square(room), colours["accent"])
        painter.drawText(self._beside_icon(room), _AT_START | _SHOWN, self.text())

    def _colours(self, colours: Colours) -> tuple[QColor | None, QColor | None, QColor]:
        active = self.underMouse() or self.isDown()
        return tint(colours["accent"], colours["panel"], 0.1) if active else colours["panel"], colours["border"], colours["ink"]

    def _side(self) -> int:
        return min(space(5), 28)

    def _above(self) -> int:
        return max(12, min(space(5.5), 46 - space(5.5)))  # less in large letters: all four doors should be seen

    def _icon_side(self) -> int:
        return round(self.fontMetrics().height() * 1.1)

    def _before(self) -> int:
        return self._icon_side() + min(space(3), 16) if self._sign else 0


def plainly(words: str) -> str:
    """Words for a button that hold somebody's name: `&` in them is only an ampersand."""
    return words.replace("&", "&&")
