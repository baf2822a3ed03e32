"""Scales through time on the screen: for each person a line of dots, with the numbers in words below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from workbook.content.blocks import Course
from workbook.couple.course import Dot, ends, numbers, stretches
from workbook.ui.colours import colours_of
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class Courses(QWidget):
    """A row for each scale, a column for each person."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(5))
        grid.setVerticalSpacing(space(2))
        for column, name in enumerate(course.names, start=1):
            grid.addWidget(Words(name, "label"), 0, column)
        for row, line in enumerate(course.lines, start=1):
            about = QWidget()
            rows = QVBoxLayout(about)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.addWidget(Words(line.label))
            rows.addWidget(Words(ends(line), "small", quiet=True))
            grid.addWidget(about, row, 0)
            for column, values in enumerate(line.values, start=1):
                grid.addWidget(_Dots(values, course.low, course.high), row, column)
        for column in range(len(course.names) + 1):
            grid.setColumnStretch(column, 1)


class _Dots(QWidget):
    def __init__(self, values: Sequence[int | None], low: int, high: int) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(0.5))
        rows.addWidget(_Drawing(stretches(values, low, high)))
        rows.addWidget(Words(numbers(values), "small", quiet=True))


class _Drawing(QWidget):
    def __init__(self, runs: list[list[Dot]]) -> None:
        super().__init__()
        self._runs = runs
        self.setFixedHeight(space(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours["hairline"], 1))
        for y in (4.0, self.height() - 4.0):
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        for run in self._runs:
            places = [QPointF(6 + dot.x * (self.width() - 12), 4 + (1 - dot.y) * (self.height() - 8)) for dot in run]
            painter.setPen(QPen(colours["accent"], 2))
            painter.drawPolyline(places)
            painter.setBrush(colours["accent"])
            for place in places:
                painter.drawEllipse(place, 3, 3)
