"""The loop on screen, painted from the same geometry as on paper; the same in words is one press away."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbook.content.blocks import Loop
from workbook.couple.figures import Arrow, Figure, Line, Node, lay_out, told
from workbook.ui.colours import Colours, colours_of, tint
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.exact import for_eyes
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class LoopPicture(QWidget):
    """The drawing, and a button that turns it into a list and back. `show_loop` redraws it with other words."""

    def __init__(self, loop: Loop) -> None:
        super().__init__()
        self.drawing, self.list = _Drawing(loop), Words(told(loop))
        self.list.hide()
        self.turn = Button(_("Read it as a list"), "plain")
        self.turn.clicked.connect(self._on_turn)
        policy = self.turn.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.turn.setSizePolicy(policy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(1))
        for widget in (self.drawing, self.list, self.turn):
            rows.addWidget(widget)

    def show_loop(self, loop: Loop) -> None:
        """Draw other words; whether it is a drawing or a list stays as it was."""
        self.drawing.show_loop(loop)
        self.list.setText(told(loop))

    def _on_turn(self) -> None:
        as_list = self.list.isHidden()
        self.list.setVisible(as_list)
        self.drawing.setVisible(not as_list)
        self.turn.setText(_("See it as a drawing") if as_list else _("Read it as a list"))


class _Drawing(QWidget):
    """The drawing itself; as high as its words need at the width it has."""

    def __init__(self, loop: Loop) -> None:
        super().__init__()
        self._loop = loop
        self._figure: Figure | None = None
        self._fonts: dict[tuple[float, bool], QFontMetricsF] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(told(loop))

    def show_loop(self, loop: Loop) -> None:
        """Draw other words."""
        self._loop, self._figure = loop, None
        self.setAccessibleName(told(loop))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).height) + 2

    def minimumSizeHint(self) -> QSize:
        return QSize(space(60), space(40))

    def sizeHint(self) -> QSize:
        return QSize(space(150), self.heightForWidth(space(150)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._figure = None
            self._fonts.clear()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        figure, colours = self._laid_out(self.width()), colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for arrow in figure.arrows:
            self._paint_arrow(painter, arrow, colours)
        for node in figure.nodes:
            _paint_box(painter, node, colours)
            self._paint_lines(painter, node.lines, colours)
        self._paint_lines(painter, figure.titles, colours)

    def _laid_out(self, width: int) -> Figure:
        if self._figure is None or self._figure.width != width:
            # As large as text is. Only in a narrow window it stays smaller, and whoever needs it larger reads the list.
            size = min(QFontInfo(self.font()).pixelSize() * 0.94, max(15, width / 20))
            self._figure = lay_out(self._loop, width, self._measure, size=size)
        return self._figure

    def _measure(self, text: str, size: float, bold: bool) -> float:
        return self._metrics(size, bold).horizontalAdvance(for_eyes(text))

    def _metrics(self, size: float, bold: bool) -> QFontMetricsF:
        key = (size, bold)
        if key not in self._fonts:
            self._fonts[key] = QFontMetricsF(self._font(size, bold))
        return self._fonts[key]

    def _font(self, size: float, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(size)))
        font.setBold(bold)
        return font

    def _paint_lines(self, painter: QPainter, lines: tuple[Line, ...], colours: Colours) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # what was typed goes its own way, whatever ours is
        for line in lines:
            painter.setFont(self._font(line.size, line.bold))
            painter.setPen(colours["quiet" if line.quiet else "ink"])
            painter.drawText(QPointF(line.x, line.y), for_eyes(line.text))

    def _paint_arrow(self, painter: QPainter, arrow: Arrow, colours: Colours) -> None:
        ink = colours["accent" if arrow.across else "border"]
        start, *bends = (QPointF(*point) for point in arrow.curve)
        path = QPainterPath(start)
        path.cubicTo(*bends)
        painter.setPen(QPen(ink, 2.4 if arrow.across else 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in arrow.head]))
        self._paint_lines(painter, arrow.label, colours)


def _paint_box(painter: QPainter, node: Node, colours: Colours) -> None:
    """What could be seen has a firm line; what lay underneath is soft and filled; what was not said is dotted.

    Where somebody can step out, a second firm line runs inside the first.
    """
    fill: QColor = colours["panel"] if node.look == "inner" else colours["page"]
    line = QPen(colours["border"], 1.5)
    if node.look == "inner":
        fill, line = tint(colours["accent"], colours["page"], 0.1), QPen(tint(colours["accent"], colours["page"], 0.35), 1)
    elif node.look == "empty":
        line.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(line)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(node.x, node.y, node.width, node.height), node.radius, node.radius)
    if node.way_out:
        painter.setPen(QPen(colours["accent"], 2.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = QRectF(node.x, node.y, node.width, node.height).adjusted(4, 4, -4, -4)
        painter.drawRoundedRect(inside, max(2, node.radius - 4), max(2, node.radius - 4))
