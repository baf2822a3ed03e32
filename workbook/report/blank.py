"""What is drawn by pen: lines to write on, boxes to tick, numbers to ring, and the input of every field as it stands on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from gettext import gettext as _

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workbook.content import fields
from workbook.content.fields import Option
from workbook.report import faces, markup, style, tags
from workbook.report.body import BodyDrawing
from workbook.report.setting import Columns, Stack
from workbook.report.tags import Tag
from workbook.report.words import Words

LINE = 25.0
"""From one line to write on to the next: wide enough for a tired hand, in points."""

BOX = "□"


class Ruled(Flowable):
    """Empty lines to write on; `wide` is their share of the width."""

    def __init__(self, lines: int, wide: float = 1) -> None:
        super().__init__()
        self.lines, self.share = lines, wide
        self.spaceAfter = 6

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = width * self.share, self.lines * LINE
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """As many lines as fit, and the others."""
        fits = int(height // LINE)
        return [Ruled(fits, self.share), Ruled(self.lines - fits, self.share)] if 0 < fits < self.lines else []

    def draw(self) -> None:
        """The lines."""
        with tags.decorating(self.canv) as canvas:
            canvas.setStrokeColor(style.QUIET)
            canvas.setLineWidth(0.5)
            for line in range(self.lines):
                canvas.line(0, line * LINE + 1, self.width, line * LINE + 1)


class Ticked(Flowable):
    """Something to mark: an empty box or circle, and its words beside it."""

    def __init__(self, words: str, *, circle: bool = False) -> None:
        super().__init__()
        self.circle = circle
        self.words, self.tag = Words(markup.line(words), style.SPOKEN, Tag("LBody")), Tag("LI")
        self.spaceBefore = self.spaceAfter = 3

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its words."""
        self.width, self.height = width, max(16.2, self.words.wrap(width - 22, height)[1])
        return self.width, self.height

    def draw(self) -> None:
        """The box, then the words."""
        with tags.decorating(self.canv) as canvas:
            canvas.setStrokeColor(style.INK)
            canvas.setLineWidth(0.8)
            if self.circle:
                canvas.circle(6, self.height - 8.5, 5.5)
            else:
                canvas.rect(0.5, self.height - 14, 11, 11)
        with tags.tagged(self.canv, self.tag):
            self.words.drawOn(self.canv, 22, 0)


class Numbers(Flowable):
    """The places of a scale, each a number to ring."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.low, self.high = low, high
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

    def _circles(self, canvas: Canvas) -> None:
        canvas.setStrokeColor(style.QUIET)
        canvas.setLineWidth(0.6)
        canvas.line(12, 15, self.width - 12, 15)
        canvas.setFont(faces.TEXT, 10)
        for number in range(self.low, self.high + 1):
            x = 12 + (self.width - 24) * (number - self.low) / max(1, self.high - self.low)
            canvas.setFillColor(style.WHITE)
            canvas.circle(x, 15, 10, stroke=1, fill=1)
            canvas.setFillColor(style.INK)
            canvas.drawCentredString(x, 11.5, str(number))


@singledispatch
def blank(field: object) -> list[Flowable]:
    """The input of a field, to be filled in by pen. Raises `TypeError` for a field that paper was not taught."""
    raise TypeError(f"no blank paper for {type(field).__name__}")


@blank.register
def _line(field: fields.Line) -> list[Flowable]:
    return [Ruled(2)]


@blank.register
def _paragraph(field: fields.Paragraph) -> list[Flowable]:
    return [Ruled(7)]


@blank.register
def _day(field: fields.Day) -> list[Flowable]:
    parts = (_("Day"), _("Month"), _("Year"))
    return [Columns([Stack([Ruled(1), small(part)]) for part in parts], (1, 2, 1))]


@blank.register
def _initials(field: fields.Initials) -> list[Flowable]:
    return [Ruled(1, 0.3)]


@blank.register
def _rating(field: fields.Rating) -> list[Flowable]:
    right = Words(markup.line(field.high_label), style.SMALL_RIGHT)
    return [Stack([Numbers(field.low, field.high), Columns([Stack([small(field.low_label)]), Stack([right])], (1, 1))], after=6)]


@blank.register
def _choice(field: fields.Choice) -> list[Flowable]:
    return [Ticked(option.text, circle=True) for option in field.options]


@blank.register
def _choices(field: fields.Choices) -> list[Flowable]:
    return [*(Ticked(option.text) for option in field.options), *_own_words(1)]


@blank.register
def _feelings(field: fields.Feelings) -> list[Flowable]:
    rings = ((label(ring.title), _boxes(feeling.text for feeling in ring.feelings)) for ring in field.rings)
    return [*(thing for ring in rings for thing in ring), *_own_words(1)]


@blank.register
def _ranking(field: fields.Ranking) -> list[Flowable]:
    if not field.items:
        return [Columns([Stack([_text(f"{at}.")]), Stack([Ruled(1)])], (1, 20), gap=4) for at in range(1, (field.most or 3) + 1)]
    most = _("Give them numbers. The first {n} are enough.").replace("{n}", str(field.most))
    hint = most if field.most and field.most < len(field.items) else _("Give them numbers; 1 comes first.")
    return [small(hint), *(Columns([Stack([Ruled(1)]), Stack([_text(item.text)])], (1, 10), gap=10) for item in field.items)]


@blank.register
def _sorting(field: fields.Sorting) -> list[Flowable]:
    return _grid(field.items, field.piles)


@blank.register
def _consent(field: fields.Consent) -> list[Flowable]:
    holds = _("Where there is no mark, it is: {answer}").replace("{answer}", field.levels[0].text if field.levels else "")
    return [small(holds), *_grid(field.items, field.levels)]


@blank.register
def _pairs(field: fields.Pairs) -> list[Flowable]:
    return [Columns([Stack([label(side), Ruled(4)]) for side in (field.surface, field.underneath)], (1, 1))]


@blank.register
def _timeline(field: fields.Timeline) -> list[Flowable]:
    heads = (field.when, *(lane.text for lane in field.lanes))
    shares = (1, *(2 for _lane in field.lanes))
    rows = [Columns([Stack([Ruled(2)]) for _head in heads], shares, gap=14) for _row in range(5)]
    return [Columns([Stack([label(head)]) for head in heads], shares, gap=14), *rows]


@blank.register
def _cards(field: fields.Cards) -> list[Flowable]:
    left_out = [label(_("Topics to leave out")), _boxes(topic.text for topic in field.topics)] if field.topics else []
    sides = (_("My own answer"), _("My guess: what my partner will say"))
    cards = [
        Stack([_text(card.ask), Columns([Stack([Ruled(2), small(side)]) for side in sides], (1, 1))], before=4, after=8)
        for card in field.cards
    ]
    return [*left_out, *cards]


@blank.register
def _commitment(field: fields.Commitment) -> list[Flowable]:
    asked = (_("Who?"), _("Does what?"), _("When?"), _("How will you know?"))
    return [Columns([Stack([_text(words)]), Stack([Ruled(1)])], (1, 3)) for words in asked]


@blank.register
def _reviewed(field: fields.Reviewed) -> list[Flowable]:
    hows = [how.text for how in field.hows()]
    return [Stack([small(_("What we had agreed")), Ruled(1), _boxes(hows)], after=8) for _row in range(3)]


@blank.register
def _body(field: fields.BodyMap) -> list[Flowable]:
    words = [label(_("Or in words: what was it like?")), Ruled(5)]
    return [Columns([Stack([BodyDrawing({})]), Stack(words)], (1, 1))]


@blank.register
def _agenda(field: fields.Agenda) -> list[Flowable]:
    minutes = _("{n} minutes")
    rows: list[Flowable] = []
    for segment in field.segments:
        about = " ".join(words for words in (segment.about, minutes.replace("{n}", str(segment.minutes)) + ".") if words)
        said = Stack([label(segment.text), small(about)])
        keep = Stack([Ruled(2), small(_("What we keep"))])
        rows.append(Columns([Stack([Ruled(1)]), said, keep], (1, 6, 8), gap=12))
    return [small(_("Give a number to those you want, in your own order.")), *rows, label(_("Parked for another time")), Ruled(3)]


def small(words: str) -> Flowable:
    """A quiet line of ours."""
    return Words(markup.line(words), style.SMALL)


def label(words: str) -> Flowable:
    """What the lines below are for."""
    made = Words(markup.line(words), style.LABEL)
    made.keepWithNext = 1
    return made


def _text(words: str) -> Flowable:
    return Words(markup.line(words), style.SPOKEN)


def _own_words(lines: int) -> list[Flowable]:
    return [label(_("In your own words")), Ruled(lines)]


def _boxes(words: Iterable[str]) -> Flowable:
    """Short words in a row that wraps, each with its box."""
    hard = markup.HARD_SPACE
    boxes = (f"{markup.line(BOX)}{hard}{markup.line(word.replace(' ', hard))}" for word in words)
    return Words(f"{hard * 3} ".join(boxes), style.BOXES)


def _grid(items: Sequence[Option], choices: Sequence[Option]) -> list[Flowable]:
    """A row for each thing with a box for each answer; empty rows where the things are one's own."""
    rows: list[Stack] = [Stack([_text(item.text)]) for item in items] or [Stack([Ruled(1)]) for _row in range(6)]
    shares = (3, *(1.4 for _choice in choices))
    return [Columns([row, *(Stack([Ticked(choice.text)]) for choice in choices)], shares, gap=10, line=True) for row in rows]
