"""The body on paper, front and back, from the same geometry as on screen: hatched, dotted, or empty to be drawn into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from gettext import gettext as _
from typing import Any, cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from workbook.couple.body import Box, Figure, How, around, dots, hatching, height, lay_out, marked
from workbook.couple.figures import Point
from workbook.report import faces, style, tags
from workbook.report.markup import clean
from workbook.report.tags import Tag

WIDE = 210.0
"""How wide the two figures are side by side."""


class BodyDrawing(Flowable):
    """Two figures, and what the marks in them mean; `wide` is their width on the page, `told` says the marks in words."""

    def __init__(self, marks: Mapping[str, str], wide: float = WIDE, told: Sequence[str] = ()) -> None:
        super().__init__()
        self.told = told
        self.marks = {place: cast(How, how) for place, how in marks.items()}
        self.wide = wide
        self.spaceBefore, self.spaceAfter = 6, 8

    def wrap(self, width: float, height_: float) -> tuple[float, float]:
        """As wide as it likes to be, or as there is room."""
        self.drawn = min(self.wide, width)
        self.width, self.height = width, height(self.drawn) + 50
        return self.width, self.height

    def draw(self) -> None:
        """Both figures, their names, and the two marks."""
        with tags.figure(self.canv, Tag("Figure", self._alternative()), self.width, self.height):
            self._figures(self.canv)

    def _alternative(self) -> str:
        about = _("Two figures, from the front and from the back.")
        return f"{about} {'; '.join(self.told)}" if self.told else about

    def _figures(self, canvas: Canvas) -> None:
        canvas.translate(0, self.height)
        for figure, words in zip(lay_out(self.drawn), (_("Front"), _("Back")), strict=True):
            _figure(canvas, figure, self.marks)
            canvas.setFillColor(style.QUIET)
            canvas.setFont(faces.TEXT, 9.2)
            canvas.drawCentredString(figure.foot.x, -figure.foot.y - 11, clean(words))
        for line, (how, words) in enumerate(_says().items()):
            _swatch(canvas, -height(self.drawn) - 30 - 15 * line, how, clean(words))


def _says() -> dict[How, str]:
    return {"more": _("more going on"), "less": _("less, or numb")}


def _figure(canvas: Canvas, figure: Figure, marks: dict[str, How]) -> None:
    outline = canvas.beginPath()
    outline.moveTo(figure.start.x, -figure.start.y)
    for one, two, end in figure.curves:
        outline.curveTo(one.x, -one.y, two.x, -two.y, end.x, -end.y)
    outline.close()
    canvas.saveState()
    canvas.clipPath(outline, stroke=0, fill=0)
    for corners, how in marked(figure, marks):
        _mark(canvas, corners, how)
    canvas.restoreState()
    canvas.setStrokeColor(style.QUIET)
    canvas.setLineWidth(1)
    canvas.drawPath(outline, stroke=1, fill=0)


def _mark(canvas: Canvas, corners: tuple[Point, ...], how: How) -> None:
    path: Any = canvas.beginPath()
    path.moveTo(corners[0].x, -corners[0].y)
    for corner in corners[1:]:
        path.lineTo(corner.x, -corner.y)
    path.close()
    canvas.saveState()
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setStrokeColor(style.INK)
    canvas.setFillColor(style.INK)
    canvas.setLineWidth(0.8)
    box = around(corners)
    if how == "more":
        for start, end in hatching(box, 3.6):
            canvas.line(start.x, -start.y, end.x, -end.y)
    else:
        for dot in dots(box, 5.4):
            canvas.circle(dot.x, -dot.y, 0.7, stroke=0, fill=1)
    canvas.restoreState()
    canvas.setStrokeColor(style.PALE)
    canvas.drawPath(path, stroke=1, fill=0)


def _swatch(canvas: Canvas, y: float, how: How, words: str) -> None:
    """What a mark means."""
    box = Box(0, -y - 9, 18, -y)
    _mark(canvas, box.corners(), how)
    canvas.setStrokeColor(style.QUIET)
    canvas.setLineWidth(0.6)
    canvas.rect(box.left, y, 18, 9)
    canvas.setFillColor(style.QUIET)
    canvas.setFont(faces.TEXT, 9.2)
    canvas.drawString(box.right + 6, y + 1.2, words)
