"""The body on screen, front and back, painted from the same geometry as on paper: more is hatched, less is dotted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.couple.body import Box, Figure, How, around, dots, hatching, height, lay_out, marked, place_at
from workbook.couple.figures import Point
from workbook.ui.colours import Colours, colours_of, tint
from workbook.ui.theme import font, space

WIDE = 66
"""How wide the drawing would like to be, in steps of space."""


def says() -> dict[How, str]:
    """What the two marks mean."""
    return {"more": _("more going on"), "less": _("less, or numb")}


class BodyPicture(QWidget):
    """Two figures and what the marks mean; `pressed` names a place that somebody pointed at, among those `to_touch`.

    It takes no keyboard: the list beside it says and does the same; `told` is that list, for a screen reader.
    """

    pressed = Signal(str)

    def __init__(self, told: Sequence[str] = (), to_touch: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._texts = dict(to_touch or {})
        self._marks: dict[str, How] = {}
        self._at: str | None = None
        self.setMouseTracking(bool(self._texts))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(space(WIDE))
        self.setAccessibleName("; ".join((_("The body, front and back"), *told)))

    def show_marks(self, marks: Mapping[str, str]) -> None:
        """Show where there is more and where less."""
        self._marks = {place: cast(How, how) for place, how in marks.items()}
        self.update()

    def heightForWidth(self, width: int) -> int:
        width = min(width, self.maximumWidth())  # a layout asks for the whole of a broad column
        return round(height(width)) + (4 if self._texts else 3) * self.fontMetrics().height() + space(2)

    def sizeHint(self) -> QSize:
        return QSize(space(WIDE), self.heightForWidth(space(WIDE)))

    def minimumSizeHint(self) -> QSize:
        words = max(self.fontMetrics().horizontalAdvance(text) for text in says().values())
        narrow = words + 2 * self.fontMetrics().height()
        return QSize(narrow, self.heightForWidth(narrow))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMaximumWidth(space(WIDE))
            self.updateGeometry()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._place(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for figure in lay_out(self.width()):
            self._paint_figure(painter, figure, colours)
        self._paint_words(painter, colours)

    def _paint_figure(self, painter: QPainter, figure: Figure, colours: Colours) -> None:
        outline = QPainterPath(QPointF(*figure.start))
        for curve in figure.curves:
            outline.cubicTo(*(QPointF(*point) for point in curve))
        painter.fillPath(outline, colours["panel"])
        painter.save()
        painter.setClipPath(outline)
        for region in figure.regions:
            if region.place == self._at:
                painter.setBrush(tint(colours["accent"], colours["page"], 0.2))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawPolygon(_polygon(region.corners))
        for corners, how in marked(figure, self._marks):
            _paint_mark(painter, corners, how, colours)
        painter.restore()
        painter.strokePath(outline, QPen(colours["border"], 1.6))

    def _paint_words(self, painter: QPainter, colours: Colours) -> None:
        """Which is which, what the marks mean, and the place that is pointed at."""
        painter.setFont(font("small"))
        line = painter.fontMetrics().height()
        top = height(self.width()) + line * 0.15
        painter.setPen(colours["quiet"])
        for figure, words in zip(lay_out(self.width()), (_("Front"), _("Back")), strict=True):
            painter.drawText(QRectF(figure.foot.x - 200, top, 400, line), Qt.AlignmentFlag.AlignCenter, words)
        for how, words in says().items():
            top += line * (1.3 if how == "more" else 1.15)
            swatch = QRectF(1, top + line * 0.12, line * 1.5, line * 0.76)
            corners = Box(swatch.left(), swatch.top(), swatch.right(), swatch.bottom()).corners()
            _paint_mark(painter, corners, how, colours)
            painter.setPen(QPen(colours["border"], 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(swatch)
            painter.setPen(colours["quiet"])
            painter.drawText(QPointF(swatch.right() + space(2), top + painter.fontMetrics().ascent()), words)
        if self._texts:
            painter.setPen(colours["ink"])
            words = self._texts.get(self._at or "", "")
            painter.drawText(QPointF(1, top + line * 1.25 + painter.fontMetrics().ascent()), words)

    def _point_at(self, place: str | None) -> None:
        if place != self._at:
            self._at = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor)
            self.update()

    def _place(self, at: QPointF) -> str | None:
        place = place_at(lay_out(self.width()), Point(at.x(), at.y())) if self._texts else None
        return place if place in self._texts else None


def _polygon(corners: tuple[Point, ...]) -> QPolygonF:
    return QPolygonF([QPointF(*corner) for corner in corners])


def _paint_mark(painter: QPainter, corners: tuple[Point, ...], how: How, colours: Colours) -> None:
    path, box, gap = QPainterPath(), around(corners), space(1.5)
    path.addPolygon(_polygon(corners))
    path.closeSubpath()
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    if how == "more":
        painter.fillPath(path, tint(colours["accent"], colours["page"], 0.22))
        painter.setPen(QPen(colours["accent"], max(1.4, gap * 0.28)))
        for start, end in hatching(box, gap):
            painter.drawLine(QPointF(*start), QPointF(*end))
    else:
        painter.fillPath(path, colours["page"])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours["quiet"])
        for dot in dots(box, gap * 1.4):
            painter.drawEllipse(QPointF(*dot), gap * 0.2, gap * 0.2)
    painter.strokePath(path, QPen(colours["border"], 1.6))
    painter.restore()
