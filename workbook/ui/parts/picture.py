"""Small drawings that stand for a person, and one calm landscape for the curtain between two people."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from workbook.couple.people import COLOURS
from workbook.ui.colours import SCHEMES, Colours, Ink, colours_of, tint
from workbook.ui.style import RING, draw_ring
from workbook.ui.theme import space, typed
from workbook.ui.words import picture_word

_BELOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap

Drawing = Callable[[], tuple[QPainterPath, QPainterPath]]
"""Two paths on a square of 100: what is filled, and what is only drawn."""


def _path(*pieces: tuple[str, *tuple[float, ...]]) -> QPainterPath:
    """A path from pieces: M x y, L x y, C six numbers, Q four, O x y radii, Z."""
    path = QPainterPath()
    for letter, *at in pieces:
        if letter == "M":
            path.moveTo(*at)
        elif letter == "L":
            path.lineTo(*at)
        elif letter == "C":
            path.cubicTo(*at)
        elif letter == "Q":
            path.quadTo(*at)
        elif letter == "O":
            path.addEllipse(QPointF(at[0], at[1]), at[2], at[3])
        else:
            path.closeSubpath()
    return path


def _boat() -> tuple[QPainterPath, QPainterPath]:
    hull = _path(("M", 18, 62), ("L", 82, 62), ("C", 78, 76, 68, 80, 60, 80), ("L", 40, 80), ("C", 30, 80, 22, 74, 18, 62), ("Z",))
    sail = _path(("M", 52, 54), ("L", 52, 20), ("Q", 76, 38, 78, 54), ("Z",))
    return hull.united(sail), _path(("M", 44, 62), ("L", 44, 24), ("Q", 30, 40, 26, 54), ("L", 44, 54))


def _leaf() -> tuple[QPainterPath, QPainterPath]:
    blade = _path(("M", 24, 76), ("C", 16, 40, 44, 18, 82, 20), ("C", 84, 58, 62, 84, 24, 76), ("Z",))
    return blade, _path(("M", 16, 86), ("Q", 40, 62, 66, 38))


def _lamp() -> tuple[QPainterPath, QPainterPath]:
    shade = _path(("M", 36, 20), ("L", 64, 20), ("L", 78, 50), ("L", 22, 50), ("Z",))
    return shade, _path(("M", 50, 50), ("L", 50, 78), ("M", 34, 80), ("L", 66, 80))


def _moon() -> tuple[QPainterPath, QPainterPath]:
    moon = _path(("O", 48, 50, 32, 32)).subtracted(_path(("O", 63, 42, 27, 27)))
    return moon, _path(("O", 78, 28, 2.5, 2.5), ("O", 70, 50, 1.6, 1.6))


def _stone() -> tuple[QPainterPath, QPainterPath]:
    low = _path(("O", 50, 72, 33, 11))
    middle = _path(("O", 47, 51, 24, 9.5))
    return low.united(middle), _path(("O", 52, 33, 15, 7.5))


def _bird() -> tuple[QPainterPath, QPainterPath]:
    body = _path(("M", 16, 54), ("C", 30, 46, 34, 30, 54, 32), ("C", 72, 34, 74, 60, 56, 68), ("C", 42, 74, 26, 68, 16, 54), ("Z",))
    return body, _path(("M", 68, 42), ("L", 84, 44), ("L", 71, 51), ("M", 48, 70), ("L", 46, 82), ("M", 56, 69), ("L", 57, 82))


def _cup() -> tuple[QPainterPath, QPainterPath]:
    bowl = _path(("M", 22, 44), ("L", 70, 44), ("C", 70, 66, 62, 78, 46, 78), ("C", 30, 78, 22, 66, 22, 44), ("Z",))
    steam = ("M", 40, 34), ("C", 34, 26, 46, 24, 40, 15), ("M", 54, 34), ("C", 48, 26, 60, 24, 54, 15)
    return bowl, _path(("M", 70, 50), ("C", 86, 48, 84, 68, 67, 64), *steam)


def _hill() -> tuple[QPainterPath, QPainterPath]:
    near = _path(("M", 10, 78), ("C", 26, 46, 44, 40, 60, 62), ("C", 70, 74, 80, 78, 90, 78), ("Z",))
    return near, _path(("M", 48, 48), ("C", 60, 34, 76, 42, 90, 64), ("O", 70, 25, 7, 7))


DRAWINGS: dict[str, Drawing] = {
    "boat": _boat, "leaf": _leaf, "lamp": _lamp, "moon": _moon, "stone": _stone, "bird": _bird, "cup": _cup, "hill": _hill,
}  # fmt: skip


class Picture(QWidget):
    """A person's picture in their colour, in a soft circle. `steps` is its size in steps of space."""

    def __init__(self, picture: str, colour: str, steps: float = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._colour = picture, colour
        self._steps = steps
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(picture_word(picture))

    def sizeHint(self) -> QSize:
        return QSize(space(self._steps), space(self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_person(QPainter(self), QRectF(self.rect()), self._picture, self._colour, colours_of(self.palette()))


class PictureButton(QPushButton):
    """A door: a person's picture, and below it what they are called. The name is read aloud with it."""

    def __init__(self, picture: str, colour: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(name.replace("&", "&&"))
        self._picture, self._colour, self._name = picture, colour, name
        typed(self, "heading")
        self.setCheckable(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        name, around = self.fontMetrics().horizontalAdvance(self._name), min(space(14), 80)
        wide = max(self._picture_side() + around, min(space(70), name + space(8)))
        words = self.fontMetrics().boundingRect(QRect(0, 0, wide - space(6), 10_000), _BELOW, self._name).height()
        return QSize(wide, self._picture_side() + words + 3 * min(space(4), 24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _picture_side(self) -> int:
        """It grows less than letters do: both doors, and what opens for both, should be seen at once."""
        return min(space(24), 140)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        line = QPen(colours["accent" if chosen else "border"], 2.2 if chosen else 1.2)
        painter.setPen(Qt.PenStyle.NoPen if self.hasFocus() else line)
        painter.setBrush(tint(colours["accent"], colours["panel"], 0.1) if self.underMouse() or chosen else colours["panel"])
        inset = RING + 1.5 if self.hasFocus() else 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)
        side, air = self._picture_side(), min(space(4), 24)
        square = QRectF((self.width() - side) / 2, air, side, side)
        paint_person(painter, square, self._picture, self._colour, colours)
        painter.setPen(colours["ink"])
        below = self.rect().adjusted(space(3), side + 2 * air, -space(3), 0)
        painter.drawText(below, _BELOW, self._name)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), 15, colours["accent"])


def paint_person(painter: QPainter, rect: QRectF, picture: str, colour: str, colours: Colours) -> None:
    """One person's picture within a square."""
    ink = person_colour(colours, colour)
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / 100, side / 100)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint(ink, colours["page"], 0.13))
    painter.drawEllipse(QPointF(50, 50), 49, 49)
    painter.translate(14, 14)
    painter.scale(0.72, 0.72)
    filled, drawn = DRAWINGS[picture]()
    painter.setBrush(ink)
    painter.drawPath(filled)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 4.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(drawn)
    painter.restore()


def person_colour(colours: Colours, colour: str) -> QColor:
    """A person's colour in a palette; an unknown one is ink."""
    return colours[cast(Ink, colour)] if colour in COLOURS else colours["ink"]


class Horizon(QWidget):
    """Hills and a horizon, for the curtain: something to look at that says nothing of anybody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(space(100), min(space(54), 225))  # in large letters it must leave room for whose turn it is

    def minimumSizeHint(self) -> QSize:
        return QSize(space(30), min(space(40), 160))

    def paintEvent(self, event: QPaintEvent) -> None:
        from PySide6.QtGui import QLinearGradient  # it comes with the names of hundreds of colours, and no door has a sky

        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, tall = self.width(), self.height()
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), 12, 12)
        painter.setClipPath(frame)
        lines = colours is SCHEMES["contrast"]  # shades would be mud there
        sky = QLinearGradient(0, 0, 0, tall)
        sky.setColorAt(0, colours["page"])
        sky.setColorAt(1, tint(colours["accent"], colours["page"], 0 if lines else 0.1))
        painter.fillRect(self.rect(), sky)
        painter.setPen(QPen(colours["accent"], 1.6) if lines else Qt.PenStyle.NoPen)
        painter.setBrush(tint(colours["amber"], colours["page"], 0 if lines else 0.3))
        painter.drawEllipse(QPointF(wide * 0.72, tall * 0.42), tall * 0.055, tall * 0.055)
        for level, share, sway in ((0.56, 0.12, 0.05), (0.66, 0.2, -0.06), (0.77, 0.3, 0.045), (0.89, 0.44, -0.035)):
            painter.setBrush(tint(colours["accent"], colours["page"], 0 if lines else share))
            painter.drawPath(_ridge(wide, tall, tall * level, tall * sway))


def _ridge(wide: float, tall: float, level: float, sway: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, tall))
    path.lineTo(0, level + sway)
    path.cubicTo(wide * 0.2, level - sway * 1.4, wide * 0.34, level - sway * 1.2, wide * 0.52, level)
    path.cubicTo(wide * 0.68, level + sway * 1.3, wide * 0.84, level + sway * 0.6, wide, level - sway)
    path.lineTo(wide, tall)
    path.closeSubpath()
    return path
