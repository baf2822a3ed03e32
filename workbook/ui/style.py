"""The little that a palette cannot say: a focus ring that always shows, and soft scroll bars. Own parts paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

RING = 2.5
"""How thick the focus ring is, in pixels."""


def draw_ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """A ring just inside `rect` that says: the keyboard is here."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = RING / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


class WorkbookStyle(QProxyStyle):
    """Fusion, with the focus always to be seen.

    Only painting is overridden: sizes and hints are asked for thousands of times a page, and asking Python costs.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        palette = option.palette
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect:
            draw_ring(painter, QRectF(option.rect), 4, palette.color(QPalette.ColorRole.Highlight))
        elif element == QStyle.PrimitiveElement.PE_PanelLineEdit:
            line, rect = palette.color(QPalette.ColorRole.Shadow), QRectF(option.rect)
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1.5, rect.width(), 1.5), line)
            if option.state & QStyle.StateFlag.State_HasFocus:
                draw_ring(painter, rect, 6, palette.color(QPalette.ColorRole.Highlight))
        else:
            super().drawPrimitive(element, option, painter, widget)
