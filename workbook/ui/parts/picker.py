"""A list that unfolds, for what would be too long to lie open: a country, a page, a kind of file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbook.ui.colours import colours_of
from workbook.ui.parts.buttons import AIR, LEAST
from workbook.ui.parts.icon import draw_icon
from workbook.ui.parts.long_list import Index
from workbook.ui.parts.soft_bar import SoftBar
from workbook.ui.style import draw_ring
from workbook.ui.theme import space, typed


class Picker(QComboBox):
    """One of a list; `name` is what a screen reader calls it. Space or an arrow key opens it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        typed(self, "text")
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        unfolded = QListView()
        unfolded.setFrameShape(QFrame.Shape.NoFrame)
        unfolded.setVerticalScrollBar(SoftBar())
        self.setView(unfolded)
        self.setItemDelegate(_Roomy(unfolded))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0)
        return QSize(widest + 2 * space(4) + 2 * space(2) + self._side(), max(LEAST, metrics.height() + 2 * min(space(2.2), 14)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), space(40)), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; nothing is picked by rolling over it

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, inset = self.hasFocus(), AIR if self.hasFocus() else 0.7
        painter.setPen(Qt.PenStyle.NoPen if here else QPen(colours["border"], 1.4))
        painter.setBrush(colours["panel"] if self.underMouse() or here else colours["page"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        side, beside = self._side(), space(4)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        end = beside if mirrored else self.width() - beside - side
        draw_icon(painter, self, "chevron-down", QRectF(end, (self.height() - side) // 2, side, side), colours["quiet"])
        painter.setPen(colours["ink"])
        used = beside + side + space(2)
        room = self.rect().adjusted(used, 0, -beside, 0) if mirrored else self.rect().adjusted(beside, 0, -used, 0)
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        how = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, how, words)
        if here:
            draw_ring(painter, QRectF(self.rect()), 10, colours["accent"])

    def _side(self) -> int:
        return round(self.fontMetrics().height() * 0.8)


class _Roomy(QStyledItemDelegate):
    """Rows that can be hit: with as much room around their words as a button has."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(2 * space(4), min(space(3), 18))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            painter.fillRect(option.rect, option.palette.highlight())
        painter.setPen(option.palette.color(QPalette.ColorRole.HighlightedText if here else QPalette.ColorRole.Text))
        how = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(option.rect.adjusted(space(4), 0, -space(4), 0), how, str(index.data()))
