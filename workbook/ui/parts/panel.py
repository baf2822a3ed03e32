"""A soft panel: a shade off the page, with round corners; a line around it only in high contrast."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbook.ui.colours import SCHEMES, colours_of
from workbook.ui.theme import space


class Panel(QWidget):
    """Things that belong together; put them into `rows`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.rows = QVBoxLayout(self)
        beside, above = min(space(4.5), 28), min(space(3.5), 24)
        self.rows.setContentsMargins(beside, above, beside, above)
        self.rows.setSpacing(space(1.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        # In high contrast a shade alone is not seen by everyone who chose it.
        painter.setPen(QPen(colours["hairline"], 1) if colours is SCHEMES["contrast"] else Qt.PenStyle.NoPen)
        painter.setBrush(colours["panel"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
