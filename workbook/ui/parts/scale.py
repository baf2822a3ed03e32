"""A rating as it was given: a place on its scale, with both ends in words. It counts nothing and colours nothing in."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbook.content.blocks import Bar
from workbook.ui.colours import colours_of
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class Scale(QWidget):
    """The row of places with one of them marked, and the number in words; nothing is marked where it was left open."""

    def __init__(self, bar: Bar) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(0.5))
        said = _("{n}, from {low} to {high}").replace("{low}", str(bar.low)).replace("{high}", str(bar.high))
        told = _("Left open") if bar.value is None else said.replace("{n}", str(bar.value))
        rows.addWidget(Words(told, quiet=bar.value is None))
        rows.addWidget(_Places(bar))
        ends = QHBoxLayout()
        low, high = Words(bar.low_label, "small", quiet=True), Words(bar.high_label, "small", quiet=True)
        high.setAlignment(Qt.AlignmentFlag.AlignRight)
        ends.addWidget(low, 1)
        ends.addWidget(high, 1)
        rows.addLayout(ends)
        self.setMaximumWidth(space(110))
        self.setAccessibleName(f"{told}: {bar.low} {bar.low_label}, {bar.high} {bar.high_label}")


class _Places(QWidget):
    def __init__(self, bar: Bar) -> None:
        super().__init__()
        self._bar = bar
        self.setFixedHeight(space(4.5))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, middle = self.height() / 2 - 2, self.height() / 2
        span = max(1, self._bar.high - self._bar.low)
        along = self.width() - 2 * radius - 4
        painter.setPen(QPen(colours["border"], 1.2))
        painter.drawLine(QPointF(radius + 2, middle), QPointF(radius + 2 + along, middle))
        for number in range(self._bar.low, self._bar.high + 1):
            at = QPointF(radius + 2 + along * (number - self._bar.low) / span, middle)
            chosen = number == self._bar.value
            painter.setBrush(colours["accent"] if chosen else colours["page"])
            painter.setPen(QPen(colours["accent"] if chosen else colours["border"], 1.2))
            size = radius if chosen else radius * 0.45
            painter.drawEllipse(at, size, size)
