"""A page that is read in a minute: all of it on one sheet, with what is drawn as large as the words leave room for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from itertools import product
from typing import Final

from reportlab.platypus.flowables import Flowable

from workbook.couple.figures import Figure, lay_out
from workbook.couple.figures import Words as Figured
from workbook.report import style
from workbook.report.drawing import SIZES, LoopDrawing
from workbook.report.setting import Stack
from workbook.report.writing import measure

_EASY: Final = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)
_SMALL: Final = (0.76,)
"""How far a page may be made smaller: a little, then less of it, then as small as can be read; else it goes on to a second one."""

_LEAST: Final = 7.0
"""The smallest letters of a drawing, in points on the page."""

NEAR: Final = 11.0
"""Points between two passages at the most."""

_ROOM: Final = (0.25, 0.45)
"""The shares of a page that a drawing may take, at the least and at the most."""


class OnePage(Flowable):
    """Flowables on one page: the drawing gets what room is left, then all of it becomes a little smaller, then there is less of it.

    `versions` are the flowables, the fullest first.
    """

    def __init__(self, versions: Sequence[Sequence[Flowable]]) -> None:
        super().__init__()
        self.versions = versions
        self.scale = 1.0
        self._take(versions[0])

    def _take(self, version: Sequence[Flowable]) -> None:
        self.children = version
        for loop in self._loops():
            loop.spaceBefore = loop.spaceAfter = 2
        self._stack = _Close(self.children)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its words, and no higher than a page where that is possible."""
        self._fit(width, style.HEIGHT - 12)
        self.width, self.height = width, self._stack.height * self.scale
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """On the next page, where there is more room; what no page holds goes on as it comes."""
        self.wrap(width, height)
        return list(self.children) if self.height > style.HEIGHT - 12 else []

    def _fit(self, width: float, most: float) -> None:
        for cut, scales in product((False, True), (_EASY, _SMALL)):  # words in a drawing are cut short last of all
            for version in self.versions:
                self._take(version)
                if self._fits(width, most, scales, cut=cut):
                    return
        self._take(self.versions[0])
        self._wrapped(width, 1.0)

    def _fits(self, width: float, most: float, scales: Sequence[float], *, cut: bool) -> bool:
        """Whether these children can be on one page, with long words in a drawing `cut` or not; as large as they can be then."""
        loops, words = self._loops(), _words()

        def high(scale: float, room: float) -> float:
            for loop in loops:
                loop.figure = _small(loop, width / scale, room / scale, words, _LEAST / scale, cut=cut)
            return self._wrapped(width, scale)

        least = style.HEIGHT * _ROOM[0]
        fits = bisect_left(scales, True, key=lambda scale: high(scale, least) <= most)
        if fits == len(scales):
            return False
        scale = scales[fits]
        left = most - high(scale, least)
        for room in (min(left + sum(loop.figure.height for loop in loops if loop.figure) * scale, style.HEIGHT * _ROOM[1]), least):
            if high(scale, room) <= most:
                break
        return True

    def _loops(self) -> list[LoopDrawing]:
        return [child for child in _within(self.children) if isinstance(child, LoopDrawing)]

    def _wrapped(self, width: float, scale: float) -> float:
        """How high it is on the page at a scale."""
        self.scale = scale
        self._stack = _Close(self.children)
        self._stack.anew()
        return self._stack.wrap(width / scale, style.HEIGHT)[1] * scale

    def draw(self) -> None:
        """Its children, as small as they have to be."""
        self.canv.scale(self.scale, self.scale)
        self._stack.drawOn(self.canv, 0, 0)


class _Close(Stack):
    """Passages nearer to each other than on other pages."""

    def _gap(self, at: int) -> float:
        return min(NEAR, super()._gap(at))


def _words() -> Figured:
    return Figured(clipped=_("(in full further on)"))


def _small(loop: LoopDrawing, width: float, room: float, words: Figured, least: float, *, cut: bool) -> Figure:
    """The loop within a height: in smaller letters first, then, if they may be `cut`, with long words cut short."""
    sizes = [size for size in SIZES if size >= least] or [least]
    drawn = [lay_out(loop.loop, width, measure, words, size=size) for size in sizes]
    fitting = next((figure for figure in drawn if figure.height <= room), None)
    return fitting or (lay_out(loop.loop, width, measure, words, size=sizes[-1], room=room) if cut else drawn[-1])


def _within(children: Sequence[Flowable]) -> Iterator[Flowable]:
    for child in children:
        yield child
        if isinstance(child, Stack):
            yield from _within(child.children)
