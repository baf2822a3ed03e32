"""What takes a mark: lines, boxes, circles, numbers. With the same measures on paper and in a form, where each is an input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from gettext import gettext as _
from operator import add
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workbook.content.fields import Option
from workbook.report import faces, markup, style, tags
from workbook.report.fillable import Asked, Pen, cross, dot, filled, ring, ruled
from workbook.report.tags import Tag
from workbook.report.words import Words

LINE = 25.0
"""From one line to write on to the next: wide enough for a tired hand, in points."""

BOX, BESIDE, APART = 11.0, 22.0, 16.0
"""A box, from its left edge to its words, and from there to the next box."""


class Ruled(Flowable):
    """Empty lines to write on; `wide` is their share of the width, `high` from one to the next."""

    def __init__(self, lines: int, wide: float = 1, *, asked: Asked | None = None, high: float = LINE) -> None:
        super().__init__()
        self.lines, self.share, self.asked, self.high = lines, wide, asked, high
        self.spaceAfter = 6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = width * self.share, self.lines * self.high
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """As many lines as fit, and the others."""
        fits = int(height // self.high)
        return [self._some(fits), self._some(self.lines - fits)] if 0 < fits < self.lines else []

    def _some(self, lines: int) -> Ruled:
        return Ruled(lines, self.share, asked=self.asked, high=self.high)

    def draw(self) -> None:
        """The lines."""
        lines = reduce(add, (Pen.line(0, at * self.high + 0.5, self.width, at * self.high + 0.5) for at in range(self.lines)))
        several = self.lines > 1
        tall = self.height if several else min(18.0, self.high - 2)
        ruled(self.canv, self.asked, (0, 0.5, self.width, tall - 0.5), lines, several=several)


class Ticked(Flowable):
    """Something to mark, and its words beside it: a box of its own, or `this` one of several, in a circle unless `box`.

    `headed`: its words stand above, as the head of a column.
    """

    def __init__(self, words: str, asked: Asked, *, this: str = "", box: bool = False, headed: bool = False) -> None:
        super().__init__()
        self.asked, self.this, self.plain, self.box = asked, this, words, box or not this
        self.words = Words("" if headed else markup.line(words), style.SPOKEN, Tag("LBody"))
        self.tag = None if headed else Tag("LI")
        self.spaceBefore = self.spaceAfter = 3

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its words."""
        self.width, self.height = width, max(16.2, self.words.wrap(width - BESIDE, height)[1])
        return self.width, self.height

    def draw(self) -> None:
        """The box, then the words."""
        low = self.height - 12.5
        with tags.decorating(self.canv) as canvas:
            canvas.setStrokeColor(style.INK)
            canvas.setLineWidth(0.8)
            if self.box:
                canvas.rect(0.5, low, BOX, BOX)
            else:
                canvas.circle(6, low + 5.5, 5.5)
        with tags.tagged(self.canv, self.tag):
            mark, place = (cross if self.box else dot)(BOX), (0.5, low, BOX, BOX)
            if self.this:
                filled(self.canv, self.asked, lambda form, asked: form.pick(self.canv, asked, place, mark, self.this, self.plain))
            else:
                filled(self.canv, self.asked, lambda form, asked: form.tick(self.canv, asked, place, mark))
            self.words.drawOn(self.canv, BESIDE, 0)


class Boxes(Flowable):
    """Short words in rows, each with its box."""

    ROW = 21.0

    def __init__(self, options: Sequence[Option], asked: Asked) -> None:
        super().__init__()
        self.options, self.asked = tuple(options), asked
        self.items = [Ticked(option.text, asked.part(option.id, option.text)) for option in options]
        self.rows: list[list[tuple[Ticked, float]]] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As many beside each other as fit."""
        self.rows = list(self._in_rows(width))
        self.width, self.height = width, len(self.rows) * self.ROW
        return self.width, self.height

    def _in_rows(self, width: float) -> Iterator[list[tuple[Ticked, float]]]:
        row: list[tuple[Ticked, float]] = []
        x = 0.0
        for item in self.items:
            item.words.wrap(width, self.ROW)
            wide = BESIDE + 1 + max((line.wide for line in item.words.lines), default=0.0)
            if row and x + wide > width:
                yield row
                row, x = [], 0.0
            item.wrap(min(wide, width), self.ROW)
            row.append((item, x))
            x += wide + APART
        yield row

    def split(self, width: float, height: float) -> list[Flowable]:
        """The rows that fit, and the others."""
        self.wrap(width, height)
        fits = sum(len(row) for row in self.rows[: int(height // self.ROW)])
        parts = self.options[:fits], self.options[fits:]
        return [Boxes(part, self.asked) for part in parts] if all(parts) else []

    def draw(self) -> None:
        """Row by row."""
        for at, row in enumerate(self.rows, 1):
            for item, x in row:
                item.drawOn(self.canv, x, self.height - at * self.ROW + 3)


class Numbers(Flowable):
    """The places of a scale, each a number to ring."""

    RADIUS = 10.0

    def __init__(self, low: int, high: int, asked: Asked | None = None) -> None:
        super().__init__()
        self.low, self.high, self.asked = low, high, asked
        self.keepWithNext = 1

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """A line across."""
        self.width, self.height = width, 30.0
        return self.width, self.height

    def draw(self) -> None:
        """The line, and a circle for each number."""
        told = _("Numbers from {low} to {high}, to ring one of them").format(low=self.low, high=self.high)
        with tags.figure(self.canv, Tag("Figure", told), self.width, self.height):
            self._circles(self.canv)
        canvas: Any = self.canv
        with tags.tagged(canvas, Tag("P") if canvas.form else None):
            for number in range(self.low, self.high + 1):
                self._input(number)

    def _input(self, number: int) -> None:
        size, word = 2 * self.RADIUS, str(number)
        place = (self._x(number) - self.RADIUS, 15 - self.RADIUS, size, size)
        filled(self.canv, self.asked, lambda form, asked: form.pick(self.canv, asked, place, ring(size), word, word), role=None)

    def _x(self, number: int) -> float:
        return 12 + (self.width - 24) * (number - self.low) / max(1, self.high - self.low)

    def _circles(self, canvas: Canvas) -> None:
        canvas.setStrokeColor(style.QUIET)
        canvas.setLineWidth(0.6)
        canvas.line(12, 15, self.width - 12, 15)
        canvas.setFont(faces.TEXT, 10)
        for number in range(self.low, self.high + 1):
            canvas.setFillColor(style.WHITE)
            canvas.circle(self._x(number), 15, self.RADIUS, stroke=1, fill=1)
            canvas.setFillColor(style.INK)
            canvas.drawCentredString(self._x(number), 11.5, str(number))
