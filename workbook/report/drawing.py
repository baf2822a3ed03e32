"""Paints a figure as vector lines: firm, soft and dotted edges that a photocopier keeps apart too."""

from __future__ import annotations

from gettext import gettext as _
from itertools import groupby
from typing import Any

from msgspec.structs import replace
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from workbook.content.blocks import Loop, LoopHalf
from workbook.couple.figures import Arrow, Figure, Line, Node, Words, lay_out
from workbook.report import faces, style, tags, writing
from workbook.report.fillable import NOTHING, Asked, ruled
from workbook.report.markup import clean
from workbook.report.phrases import left_open
from workbook.report.tags import Tag
from workbook.report.writing import measure

SIZES = (9.6, 9.2, 8.8, 8.4, 8.0, 7.6)
"""How large the letters of a drawing may be: smaller only where it would else leave most of a page empty."""


class LoopDrawing(Flowable):
    """The loop on a page, never higher than most of it, so that its heading stands above it."""

    def __init__(self, loop: Loop) -> None:
        super().__init__()
        self.loop = replace(
            loop, first=_clean(loop.first), second=_clean(loop.second), name=clean(loop.name) if loop.name else None
        )
        self.figure: Figure | None = None
        self.size = SIZES[0]
        self.spaceBefore, self.spaceAfter = 16, 12

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room."""
        if self.figure is None or self.figure.width != width:
            self.figure = self._drawn(width, self.size)
        self.width, self.height = width, self.figure.height
        return width, self.height

    def shrink(self, width: float, height: float) -> bool:
        """Be drawn in smaller letters where that makes it fit into a height; whether it does."""
        for size in SIZES:
            figure = self._drawn(width, size)
            if figure.height <= height:
                self.figure, self.size = figure, size
                return True
        return False

    def _drawn(self, width: float, size: float) -> Figure:
        return lay_out(self.loop, width, measure, size=size, room=style.HEIGHT * 0.8)

    def draw(self) -> None:
        """Paint it, upwards as paper has it."""
        figure = self.figure
        assert figure is not None
        canvas: Canvas = self.canv
        with tags.figure(canvas, Tag("Figure", figure.alternative), self.width, self.height):
            canvas.translate(0, figure.height)
            for arrow in figure.arrows:
                _arrow(canvas, arrow)
            for node in figure.nodes:
                _node(canvas, node)
            for line in figure.titles:
                _line(canvas, line)


class EmptyLoop(LoopDrawing):
    """The loop to be filled in by pen: its places with as much room to write as a page has, and arrows that say nothing yet."""

    def __init__(self, loop: Loop, asked: Asked) -> None:
        super().__init__(loop)
        self.asked = asked

    def _drawn(self, width: float, size: float) -> Figure:
        words, most = Words(lands="", lands_somewhere=""), style.HEIGHT * 0.75
        drawn = [lay_out(self.loop, width, measure, words, size=size, lines=lines) for lines in (2, 3, 4, 5, 6)]
        return next((figure for figure in reversed(drawn) if figure.height <= most), drawn[0])

    def draw(self) -> None:
        """The drawing, and in a form an input in each place."""
        super().draw()
        canvas: Any = self.canv
        for node in self.figure.nodes if self.figure and canvas.form else ():
            self._inputs(node)

    def _inputs(self, node: Node) -> None:
        """Where the empty lines of a place are."""
        groups = [list(group) for empty, group in groupby(node.lines, key=lambda line: not line.text) if empty]
        for place, lines in zip(node.places, groups, strict=False):
            half = self.loop.second if node.side else self.loop.first
            asked = self.asked.part("partner" if node.side else "me").also(place, f"{half.name} {getattr(Words(), place)}")
            top, low, x = self.height - lines[0].y + self.size, self.height - lines[-1].y - self.size * 0.34, lines[0].x
            box = (x - 2, low, node.width - 2 * (x - node.x) + 4, top - low)
            ruled(self.canv, asked, box, NOTHING, several=True)


def _clean(half: LoopHalf) -> LoopHalf:
    texts = {place: getattr(half, place) for place in half.__struct_fields__}
    return replace(half, **{place: clean(text) for place, text in texts.items() if text is not None})


def _node(canvas: Canvas, node: Node) -> None:
    canvas.saveState()
    match node.look:
        case "outer":
            canvas.setStrokeColor(style.ACCENT)
            canvas.setLineWidth(1.1)
        case "inner":
            canvas.setStrokeColor(style.PALE)
            canvas.setFillColor(style.SOFT)
            canvas.setLineWidth(0.6)
            canvas.setDash([4, 2.5])
        case "empty":
            canvas.setStrokeColor(style.QUIET)
            canvas.setLineWidth(1)
            canvas.setLineCap(1)
            canvas.setDash([0, 3.2])
    fill = 1 if node.look == "inner" else 0
    canvas.roundRect(node.x, -node.y - node.height, node.width, node.height, node.radius, stroke=1, fill=fill)
    canvas.restoreState()
    if node.way_out:  # a second firm line inside the first, which a photocopier keeps too
        canvas.saveState()
        canvas.setStrokeColor(style.ACCENT)
        canvas.setLineWidth(1.6)
        canvas.roundRect(node.x + 3, -node.y - node.height + 3, node.width - 6, node.height - 6, max(1, node.radius - 3), stroke=1)
        canvas.restoreState()
    for line in node.lines:
        _line(canvas, line)


def _arrow(canvas: Canvas, arrow: Arrow) -> None:
    canvas.saveState()
    canvas.setStrokeColor(style.ACCENT)
    canvas.setFillColor(style.ACCENT)
    canvas.setLineWidth(1.7 if arrow.across else 1)
    canvas.setLineCap(1)
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = arrow.curve
    canvas.bezier(x1, -y1, x2, -y2, x3, -y3, x4, -y4)
    path = canvas.beginPath()
    path.moveTo(arrow.head[0].x, -arrow.head[0].y)
    for point in arrow.head[1:]:
        path.lineTo(point.x, -point.y)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
    for line in arrow.label:
        _line(canvas, line)


def _line(canvas: Canvas, line: Line) -> None:
    look = faces.BOLD if line.bold else faces.TEXT
    words = canvas.beginText(line.x, -line.y)
    words.setFillColor(style.QUIET if line.quiet else style.INK)
    deep = writing.levels(line.text) if writing.turns(line.text) else None
    writing.paint(words, writing.stretches(line.text, look, line.size, deep), line.x, -line.y, line.size)
    canvas.drawText(words)


class Scale(Flowable):
    """A rating on its scale: a filled knob with its number, or an empty line where nobody touched it."""

    INSET, KNOB = 10.0, 8.5

    def __init__(self, value: int | None, low: int, high: int) -> None:
        super().__init__()
        self.value, self.low, self.high = value, low, high

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """A line across, no longer than the eye follows."""
        self.width, self.height = width, 26.0
        return width, self.height

    def draw(self) -> None:
        """The line, its places, the knob."""
        canvas: Canvas = self.canv
        with tags.figure(canvas, Tag("Figure", self._told()), self.width, self.height):
            canvas.setStrokeColor(style.PALE)
            canvas.setLineWidth(1.4)
            canvas.setLineCap(1)
            if self.value is None:
                canvas.setDash([0, 4])
                self._open(canvas)
            else:
                canvas.line(self.INSET, 13, self.width - self.INSET, 13)
                self._knob(canvas, self.value)

    def _told(self) -> str:
        ends = (_("left open"), str(self.low), str(self.high))
        words = (
            _("{value}, on a scale from {low} to {high}")
            if self.value is not None
            else _("{open}, on a scale from {low} to {high}")
        )
        return words.format(value=self.value, open=ends[0], low=ends[1], high=ends[2])

    def _open(self, canvas: Canvas) -> None:
        """A dotted line that says in its middle that nobody touched it."""
        words = clean(left_open())
        middle, room = self.width / 2, measure(words, 10, False) / 2 + 8
        canvas.line(self.INSET, 13, middle - room, 13)
        canvas.line(middle + room, 13, self.width - self.INSET, 13)
        canvas.setFillColor(style.QUIET)
        faces.face(faces.ITALIC)
        canvas.setFont(faces.ITALIC, 10)
        canvas.drawCentredString(middle, 9.8, words)

    def _knob(self, canvas: Canvas, value: int) -> None:
        canvas.setFillColor(style.PALE)
        for place in range(self.low, self.high + 1) if self.high - self.low <= 20 else ():
            canvas.circle(self._x(place), 13, 1.7, stroke=0, fill=1)
        x = self._x(min(self.high, max(self.low, value)))
        canvas.setFillColor(style.ACCENT)
        canvas.circle(x, 13, self.KNOB, stroke=0, fill=1)
        canvas.setFillColor(style.WHITE)
        faces.face(faces.BOLD)
        canvas.setFont(faces.BOLD, 10)
        canvas.drawCentredString(x, 9.5, str(value))

    def _x(self, value: int) -> float:
        return self.INSET + (self.width - 2 * self.INSET) * (value - self.low) / max(1, self.high - self.low)


class Emblem(Flowable):
    """Two half circles that follow each other: the sign on the title page."""

    RADIUS = 30.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """A small square."""
        self.width = self.height = 2 * self.RADIUS + 8
        return self.width, self.height

    def draw(self) -> None:
        """The second half is the first, turned."""
        with tags.decorating(self.canv) as canvas:
            canvas.translate(self.RADIUS + 2, self.RADIUS + 4)
            for colour in (style.ACCENT, style.PALE):
                self._half(canvas, colour)
                canvas.rotate(180)

    def _half(self, canvas: Canvas, colour: Color) -> None:
        canvas.setStrokeColor(colour)
        canvas.setFillColor(colour)
        canvas.setLineWidth(3)
        canvas.setLineCap(1)
        canvas.arc(-self.RADIUS, -self.RADIUS, self.RADIUS, self.RADIUS, 22, 138)
        head = canvas.beginPath()
        head.moveTo(self.RADIUS - 8.5, 12)
        head.lineTo(self.RADIUS + 8, 12)
        head.lineTo(self.RADIUS + 1.5, -3)
        head.close()
        canvas.drawPath(head, stroke=0, fill=1)
