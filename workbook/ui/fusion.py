"""The little that a palette cannot say of Qt's own widgets: a focus ring that always shows, and lines to write on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from workbook.ui.style import draw_field, draw_ring


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
