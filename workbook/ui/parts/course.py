"""Scales through time on the screen: for each person a line of dots, with the numbers in words below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from workbook.content.blocks import Course
from workbook.couple.course import Dot, ends, numbers, stretches, told, upright
from workbook.ui.colours import colours_of
from workbook.ui.parts.prose import Words
from workbook.ui.parts.said import Said
from workbook.ui.theme import font, space


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
            rows.setContentsMargins(0, space(5) if course.events else 0, 0, 0)
            rows.setSpacing(space(0.5))
            rows.addWidget(Words(line.label))
            rows.addWidget(Words(ends(line), "small", quiet=True))
            rows.addStretch(1)
            grid.addWidget(about, row, 0)
            for column, values in enumerate(line.values, start=1):
                grid.addWidget(_Dots(values, course), row, column)
        for row, happened in enumerate(told(course.events), start=len(course.lines) + 1):
            grid.addWidget(Said(happened), row, 0, 1, len(course.names) + 1)
        for column in range(len(course.names) + 1):
            grid.setColumnStretch(column, 3 if column else 2)


class _Dots(QWidget):
    def __init__(self, values: Sequence[int | None], course: Course) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(0.5))
        rows.addWidget(_Drawing(stretches(values, course.low, course.high), upright(course.events, len(values))))
        rows.addWidget(Words(numbers(values), "small", quiet=True))


class _Drawing(QWidget):
    def __init__(self, runs: list[list[Dot]], events: list[float]) -> None:
        super().__init__()
        self._runs, self._events = runs, events
        self._line = space(5) if events else 0
        self.setFont(font("small"))
        self.setFixedHeight(min(space(14), 90) + self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = colours_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours["hairline"], 1))
        top, low = 4.0 + self._line, self.height() - 4.0
        for y in (top, low):
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        for number, x in enumerate(self._events, start=1):
            at = 6 + x * (self.width() - 12)
            painter.setPen(QPen(colours["quiet"], 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(at, top), QPointF(at, low))
            painter.drawText(QRectF(at - 20, 0, 40, self._line), Qt.AlignmentFlag.AlignCenter, str(number))
        for run in self._runs:
            places = [QPointF(6 + dot.x * (self.width() - 12), top + (1 - dot.y) * (low - top)) for dot in run]
            painter.setPen(QPen(colours["accent"], 2))
            painter.drawPolyline(places)
            painter.setBrush(colours["accent"])
            for place in places:
                painter.drawEllipse(place, 3, 3)
