"""A paragraph: plain words broken into lines. There is no markup in it, so nothing that anybody typed can be read as any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple
from unicodedata import combining

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from workbook.report import faces, writing
from workbook.report.tags import Tag

SPACE, HARD_SPACE = " ", "\u00a0"

_EAST = "\u2e80-\u303f\u3041-\u30ff\u3105-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6"
_OPENING = "\u3008\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\uff5b"
_CLOSING = "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\u30fc\u2026"
_EASTERN = re.compile(f"[{_EAST}]")
_PIECES = re.compile(f"[{_OPENING}]*[{_EAST}][{_CLOSING}]*|[^{_EAST}]+[{_CLOSING}]*")
"""Where words without spaces may be parted: between two characters, but never before a closing sign or after an opening one."""


class Line(NamedTuple):
    """From where to where of the text a line goes, with the space it ends in, and how wide it is without."""

    start: int
    end: int
    wide: float


class Words(Flowable):
    """A paragraph in one style; `slanted` are the stretches of it, from where to where, that lean."""

    def __init__(
        self,
        text: str,
        look: ParagraphStyle,
        tag: Tag | None = None,
        *,
        slanted: Sequence[tuple[int, int]] = (),
        lines: Sequence[Line] = (),
        whole: Words | None = None,
    ) -> None:
        super().__init__()
        self.text, self.look, self.tag, self.slanted = text, look, tag or Tag("P"), slanted
        self.spaceBefore, self.spaceAfter = look.spaceBefore, look.spaceAfter
        self.lines = list(lines)
        self._wide = -1.0
        turns = writing.turns(text) if whole is None else whole.deep is not None
        self.deep: list[int] | None = (writing.levels(text) if whole is None else whole.deep) if turns else None
        self._short = self.deep is None and not slanted and (text.isascii() or faces.letters(faces.TEXT).issuperset(text))
        self._eastern = not self._short and _EASTERN.search(text) is not None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break it into lines, once for each width."""
        if width != self._wide:
            start, end = (self.lines[0].start, self.lines[-1].end) if self.lines else (0, len(self.text))
            self.lines = list(self._broken(start, end, width))
            self._wide = width
        self.width, self.height = width, len(self.lines) * float(self.look.leading)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The lines that fit and the others; never one line alone on either page."""
        self.wrap(width, height)
        fits, there = int(height / self.look.leading + 1e-6), len(self.lines)
        if fits >= there:
            return [self]
        if there - fits == 1:
            fits -= 1
        return [self._part(self.lines[:fits], width), self._part(self.lines[fits:], width)] if fits > 1 else []

    def _part(self, lines: Sequence[Line], width: float) -> Words:
        part = Words(self.text, self.look, self.tag, slanted=self.slanted, lines=lines, whole=self)
        part._wide = width
        return part

    def _broken(self, start: int, end: int, width: float) -> Iterator[Line]:
        """As many words in each line as there is room for."""
        if start == end:
            return
        space = faces.measured(SPACE, self.look.fontName, self.look.fontSize)
        first, filled, last = start, -1.0, start
        for begin, until, wide in self._pieces(start, end):
            if begin == until and filled >= 0:  # a space at the end hangs out
                continue
            apart = space if begin > last else 0.0
            if filled >= 0 and filled + apart + wide > width:
                yield Line(first, begin, filled)
                filled = -1.0
            if filled < 0:
                first = begin
                if wide > width:
                    *full, (first, _until, filled) = self._chopped(begin, until, width)
                    yield from full
                else:
                    filled = wide
            else:
                filled += apart + wide
            last = until
        yield Line(first, end, max(0.0, filled))

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, float]]:
        """What is not parted, from where to where, and its width: words, and each character of a script that has no spaces."""
        at, measured = start, self._measured
        for word in self.text[start:end].split(SPACE):
            if self._eastern and _EASTERN.search(word):
                for piece in _PIECES.finditer(word):
                    yield at + piece.start(), at + piece.end(), measured(piece[0])
            else:
                yield at, at + len(word), measured(word)
            at += len(word) + 1

    def _chopped(self, start: int, end: int, width: float) -> Iterator[Line]:
        """A word that is wider than the paper, at whatever letter the line is full."""
        filled, first = 0.0, start
        for at in range(start, end):
            wide = self._measured(self.text[at])
            if filled + wide > width and at > first and not combining(self.text[at]):
                yield Line(first, at, filled)
                first, filled = at, 0.0
            filled += wide
        yield Line(first, end, filled)

    def _measured(self, text: str) -> float:
        if self._short:
            return faces.measured(text, self.look.fontName, self.look.fontSize)
        return writing.wide(text, self.look.fontName, self.look.fontSize)

    def draw(self) -> None:
        """Its lines, tagged as what they are."""
        if not self.lines:
            return
        canvas: Any = self.canv
        ascent = float(pdfmetrics.getAscentDescent(self.look.fontName, self.look.fontSize)[0])
        if self.look.name != "title" and self.lines[0].start == 0:
            canvas.noted(self.tag.role, self.text, self.height)
        if self.tag.role and not canvas.tree.hidden:
            canvas.told.append(self.text[self.lines[0].start : self.lines[-1].end].replace(HARD_SPACE, SPACE).strip())
        canvas.tree.begin(self.tag, canvas._code)
        if not self._short and (self.deep is not None or any(map(faces.unseen, self.text))):
            self.tag.said = self.text.replace(HARD_SPACE, SPACE)
        (self._draw_plain if self._short else self._draw_any)(canvas, self.height - ascent)
        canvas.tree.end(canvas._code)

    def _draw_plain(self, canvas: Canvas, top: float) -> None:
        """Letters of one face."""
        right = self.look.alignment == TA_RIGHT
        pen = canvas.beginText(0, top)
        pen.setFillColor(self.look.textColor)
        pen.setFont(self.look.fontName, self.look.fontSize, self.look.leading)
        for at, line in enumerate(self.lines):
            if right:
                pen.setTextOrigin(self.width - line.wide, top - at * self.look.leading)
            pen.textLine(self.text[line.start : line.end])
        canvas.drawText(pen)

    def _draw_any(self, canvas: Canvas, top: float) -> None:
        """Letters of several faces, or such as turn."""
        size = self.look.fontSize
        pen = canvas.beginText(0, top)
        pen.setFillColor(self.look.textColor)
        for at, line in enumerate(self.lines):
            painted = list(self._stretches(line))
            x = self._left_edge(line.wide, sum(one.wide for one in painted))
            writing.paint(pen, painted, x, top - at * self.look.leading, size, self.look.leading)
        canvas.drawText(pen)

    def _left_edge(self, wide: float, with_space: float) -> float:
        """Words that begin with a script that goes to the left stand at the right, the space at their end hanging out."""
        if self.deep is not None and min(self.deep) == 1:
            return 0.0 if self.look.alignment == TA_RIGHT else self.width - with_space
        return self.width - wide if self.look.alignment == TA_RIGHT else 0.0

    def _stretches(self, line: Line) -> Iterator[writing.Stretch]:
        start, end, _wide = line
        if self.deep is not None:
            yield from writing.stretches(self.text[start:end], self.look.fontName, self.look.fontSize, self.deep[start:end])
            return
        edges = sorted({start, end, *(min(end, max(start, edge)) for slant in self.slanted for edge in slant)})
        for first, last in pairwise(edges):
            leans = any(begin <= first < until for begin, until in self.slanted)
            look = faces.ITALIC if leans else self.look.fontName
            yield from writing.stretches(self.text[first:last], look, self.look.fontSize)
