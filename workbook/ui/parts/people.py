"""A row of pictures or colours, of which one is somebody's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from workbook.ui.colours import colours_of
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.picture import paint_person, person_colour
from workbook.ui.style import draw_ring
from workbook.ui.theme import space


class Swatch(QPushButton):
    """One picture or colour to choose."""

    def __init__(self, picture: str, colour: str, word: str) -> None:
        super().__init__()
        self.picture, self.colour = picture, colour
        self.setCheckable(True)
        self.setAutoExclusive(True)  # so that it is heard as one of several
        self.setText(word)
        self.setAccessibleName(word)
        self.setToolTip(word)

    def sizeHint(self) -> QSize:
        return QSize(space(13), space(13))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(7, 7, -7, -7)
        if self.picture:
            paint_person(painter, inner, self.picture, self.colour, colours)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(person_colour(colours, self.colour))
            painter.drawEllipse(inner.adjusted(4, 4, -4, -4))
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours["ink"], 2.4))
            painter.drawEllipse(inner.adjusted(-2, -2, 2, 2))
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), 10, colours["accent"])


class SwatchRow(QWidget):
    """A row of swatches of which one is chosen; arrow keys move between them."""

    def __init__(self, label: str, swatches: list[Swatch], chosen: int, choose: Callable[[int], None]) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        flow = Flow(self, space(1))
        for index, swatch in enumerate(swatches):
            swatch.setChecked(index == chosen)
            swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == chosen else Qt.FocusPolicy.ClickFocus)
            swatch.setAccessibleName(f"{label}: {swatch.text()}")
            self._group.addButton(swatch, index)
            swatch.clicked.connect(partial(_chosen, choose, index))
            flow.addWidget(swatch)


def _chosen(choose: Callable[[int], None], index: int, _checked: bool = False) -> None:
    choose(index)
