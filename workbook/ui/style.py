"""What our own parts paint alike: the ring that says where the keyboard is, and a line to write on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen

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
