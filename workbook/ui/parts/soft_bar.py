"""A scroll bar that is there and does not ask to be looked at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from workbook.ui.colours import colours_of

WIDE = 14
"""As wide as a mouse finds easily, in pixels; what is painted is slimmer."""


class SoftBar(QScrollBar):
    """Without arrows, wider while the mouse is over it; upright unless it is said to lie."""

    def __init__(self, parent: QWidget | None = None, *, lies: bool = False) -> None:
        super().__init__(Qt.Orientation.Horizontal if lies else Qt.Orientation.Vertical, parent)
        self._lies = lies
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(3 * WIDE, WIDE) if self._lies else QSize(WIDE, 3 * WIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours["page"])
        painter.drawRect(self.rect())  # to fill it Qt would look among hundreds of named gradients first
        if self.maximum() <= self.minimum():
            return
        active = self.underMouse() or self.isSliderDown()
        long = self.width() if self._lies else self.height()
        reach = self.maximum() - self.minimum() + self.pageStep()
        tall = max(3.0 * WIDE, long * self.pageStep() / reach)
        top = min(long * (self.value() - self.minimum()) / reach, long - tall)
        if self._lies and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            top = long - tall - top
        inset = 3 if active else 5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours["border"])
        slim = WIDE - 2 * inset
        handle = QRectF(top + 2, inset, tall - 4, slim) if self._lies else QRectF(inset, top + 2, slim, tall - 4)
        painter.drawRoundedRect(handle, slim / 2, slim / 2)
