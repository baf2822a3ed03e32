"""A scroll bar that is there and does not ask to be looked at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from workbook.ui.colours import colours_of

WIDE = 14
"""As wide as a mouse finds easily, in pixels; what is painted is slimmer."""


class SoftBar(QScrollBar):
    """Upright, without arrows; wider while the mouse is over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, 3 * WIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colours["page"])
        if self.maximum() <= self.minimum():
            return
        active = self.underMouse() or self.isSliderDown()
        reach = self.maximum() - self.minimum() + self.pageStep()
        top = self.height() * (self.value() - self.minimum()) / reach
        tall = max(3.0 * WIDE, self.height() * self.pageStep() / reach)
        inset = 3 if active else 5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours["border"])
        handle = QRectF(inset, min(top, self.height() - tall) + 2, WIDE - 2 * inset, tall - 4)
        painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)
