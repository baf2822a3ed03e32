"""Scales through time: a small drawing for each, one person beside the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from workbook.content.blocks import Course, Line
from workbook.couple import course
from workbook.couple.course import Dot, stretches, upright
from workbook.report import markup, style, tags
from workbook.report.setting import Columns, Stack
from workbook.report.tags import Tag
from workbook.report.words import Words


def through_time(block: Course) -> list[Flowable]:
    """A row for each scale, and what happened meanwhile below."""
    shares = (3, *(2 for _name in block.names))
    heads = [Stack([_words(name, style.NAME)] if name else [], tag=Tag("TH")) for name in ("", *block.names)]
    happened = [_words(words, style.SMALL) for words in course.told(block.events)]
    rows = [Columns(heads, shares, tag=Tag("TR")), *(_row(line, block, shares) for line in block.lines)]
    return [Stack(rows, before=2, after=2 if happened else 8, tag=Tag("Table")), *happened]


def _row(line: Line, block: Course, shares: Sequence[float]) -> Columns:
    bare = not (line.low_label or line.high_label)
    about = _words(line.label if bare else f"{line.label}: {course.ends(line)}", style.SMALL)
    cells = (Stack([_cell(each, block, bare)], tag=Tag("TD")) for each in line.values)
    return Columns([Stack([about], tag=Tag("TH", scope="Row")), *cells], shares, before=3, tag=Tag("TR"))


def _cell(values: Sequence[int | None], block: Course, bare: bool) -> Flowable:
    """One scale, its numbers beside it, or told to a screen reader where there is little room."""
    if bare:
        return Spark(values, block, course.numbers(values))
    return Columns([Stack([Spark(values, block)]), Stack([_words(course.numbers(values), style.SMALL)])], (1, 1), gap=8)


def _words(text: str, look: ParagraphStyle) -> Words:
    return Words(markup.line(text), look)


class Spark(Flowable):
    """One scale through time: dots in their order, joined where they follow each other; numbered lines where something happened.

    `told` says it in words where no others stand beside it.
    """

    def __init__(self, values: Sequence[int | None], course: Course, told: str = "") -> None:
        super().__init__()
        self.told = told
        self.runs, self.events = stretches(values, course.low, course.high), upright(course.events, len(values))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """A line of text high."""
        self.width, self.height = width, 15.0
        return self.width, self.height

    def draw(self) -> None:
        """Tell it, and draw it."""
        if self.told:
            with tags.figure(self.canv, Tag("Figure", self.told), self.width, self.height):
                self._draw(self.canv)
        else:
            with tags.decorating(self.canv) as canvas:
                self._draw(canvas)

    def _draw(self, canvas: Canvas) -> None:
        """Its two ends as faint lines, then what was marked."""
        canvas.setStrokeColor(style.PALE)
        canvas.setLineWidth(0.5)
        for y in (2.5, self.height - 2.5):
            canvas.line(0, y, self.width, y)
        for number, x in enumerate(self.events, start=1):
            at = 4 + x * (self.width - 8)
            canvas.setStrokeColor(style.QUIET)
            canvas.line(at, 2.5, at, self.height - 2.5)
            canvas.setFillColor(style.QUIET)
            canvas.setFont(style.SMALL.fontName, 6)
            canvas.drawString(at + 1.5, self.height - 8.5, str(number))
        canvas.setStrokeColor(style.ACCENT)
        canvas.setFillColor(style.ACCENT)
        canvas.setLineWidth(1.2)
        for run in self.runs:
            places = [self._at(dot) for dot in run]
            for start, end in pairwise(places):
                canvas.line(*start, *end)
            for x, y in places:
                canvas.circle(x, y, 2, stroke=0, fill=1)

    def _at(self, dot: Dot) -> tuple[float, float]:
        return 4 + dot.x * (self.width - 8), 2.5 + dot.y * (self.height - 5)
