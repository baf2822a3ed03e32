"""The little that a palette cannot say: a focus ring that always shows, and soft scroll bars. Own parts paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen
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


def draw_field(painter: QPainter, rect: QRectF, palette: QPalette, *, here: bool) -> None:
    """A single line to write on: a soft strip and a line below, so that an empty one is seen to be room; `here` adds the ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strip = QPainterPath()
    strip.addRoundedRect(rect if here else rect.adjusted(0, 0, 0, 8), 8, 8)
    painter.setClipRect(rect)
    painter.fillPath(strip, palette.color(QPalette.ColorRole.AlternateBase))
    if not here:
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1.5, rect.width(), 1.5), palette.color(QPalette.ColorRole.Shadow))
    painter.restore()
    if here:
        draw_ring(painter, rect, 8, palette.color(QPalette.ColorRole.Highlight))


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
            draw_field(painter, QRectF(option.rect), palette, here=bool(option.state & QStyle.StateFlag.State_HasFocus))
        elif element == QStyle.PrimitiveElement.PE_PanelButtonCommand:  # only in dialogs that are not ours: ours paint themselves
            down = bool(option.state & (QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_MouseOver))
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Shadow), 1))
            painter.setBrush(palette.color(QPalette.ColorRole.Button if down else QPalette.ColorRole.Window))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
            painter.restore()
        else:
            super().drawPrimitive(element, option, painter, widget)
