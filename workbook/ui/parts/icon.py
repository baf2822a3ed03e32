"""Icons of the Lucide set (ISC licence, beside them in `resources/icons`), in a colour of the palette, and never without words."""

from __future__ import annotations

import importlib
import sys
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.paths import resources
from workbook.ui.colours import colours_of
from workbook.ui.theme import space

Icon = Literal[
    "chevron-down", "chevron-left", "chevron-right", "circle-pause", "life-buoy", "message-circle", "pencil-line",
    "printer", "search", "star", "sun",
]  # fmt: skip


def draw_icon(painter: QPainter, widget: QWidget, icon: Icon, square: QRectF, colour: QColor, *, full: bool = False) -> None:
    """Paint an icon into a square of the widget, `full` of its colour or in lines alone.

    The very first one comes a moment later, so that no first page waits for it.
    """
    if "PySide6.QtSvg" not in sys.modules:
        QTimer.singleShot(0, widget, lambda: _bring(widget))
        return
    ratio = widget.devicePixelRatioF()
    painter.drawImage(square, _image(icon, round(square.width() * ratio), colour.name(), full))


class Sign(QWidget):
    """An icon before a label, as high as its letters; it says nothing to a screen reader, which has the label."""

    def __init__(self, icon: Icon) -> None:
        super().__init__()
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(space(4), space(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(QPainter(self), self, self._icon, QRectF(self.rect()), colours_of(self.palette())["quiet"])


def _bring(widget: QWidget) -> None:
    importlib.import_module("PySide6.QtSvg")
    widget.update()


@lru_cache(maxsize=128)
def _image(icon: Icon, side: int, colour: str, full: bool) -> QImage:
    """Drawn anew for each size in real pixels, so that its lines are sharp."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = (resources() / "icons" / "lucide" / f"{icon}.svg").read_text("ascii")
    drawing = drawing.replace('fill="none"', 'fill="currentColor"' if full else 'fill="none"').replace("currentColor", colour)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    return image
