"""What is drawn by pen: lines to write on, boxes to tick, numbers to ring, and the input of every field as it stands on paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from gettext import gettext as _

from reportlab.platypus import Flowable, Spacer

from workbook.content import fields
from workbook.content.fields import Option
from workbook.report import markup, style
from workbook.report.body import BodyDrawing
from workbook.report.fillable import Asked
from workbook.report.pens import LINE, Boxes, Numbers, Ruled, Ticked
from workbook.report.setting import Columns, Stack
from workbook.report.words import Words

WHOLE = 200.0
"""What belongs together as much as this: it is parted only where no page holds it."""


@singledispatch
def blank(field: object, asked: Asked) -> list[Flowable]:
    """The input of a field, to be filled in by pen or on a screen. Raises `TypeError` for one that paper was not taught."""
    raise TypeError(f"no blank paper for {type(field).__name__}")


@blank.register
def _line(field: fields.Line, asked: Asked) -> list[Flowable]:
    return [Ruled(2, asked=asked)]


@blank.register
def _paragraph(field: fields.Paragraph, asked: Asked) -> list[Flowable]:
    return [Ruled(7, asked=asked)]


@blank.register
def _day(field: fields.Day, asked: Asked) -> list[Flowable]:
    parts = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    return [Columns([Stack([Ruled(1, asked=asked.also(part, words)), small(words)]) for part, words in parts.items()], (1, 2, 1))]


@blank.register
def _initials(field: fields.Initials, asked: Asked) -> list[Flowable]:
    return [Ruled(1, 0.3, asked=asked)]


@blank.register
def _rating(field: fields.Rating, asked: Asked) -> list[Flowable]:
    right = Words(markup.line(field.high_label), style.SMALL_RIGHT)
    ends = Columns([Stack([small(field.low_label)]), Stack([right])], (1, 1))
    return [Stack([Numbers(field.low, field.high, asked), ends], after=6)]


@blank.register
def _choice(field: fields.Choice, asked: Asked) -> list[Flowable]:
    return _in_threes([Ticked(option.text, asked, this=option.id) for option in field.options])


@blank.register
def _choices(field: fields.Choices, asked: Asked) -> list[Flowable]:
    ticks = (Ticked(option.text, asked.part(option.id, option.text)) for option in field.options)
    return _in_threes([*ticks, *_own_words(1, asked)])


@blank.register
def _feelings(field: fields.Feelings, asked: Asked) -> list[Flowable]:
    rings = ((label(ring.title), Boxes(ring.feelings, asked)) for ring in field.rings)
    return _in_threes([*(thing for ring in rings for thing in ring), *_own_words(1, asked)])


@blank.register
def _ranking(field: fields.Ranking, asked: Asked) -> list[Flowable]:
    if not field.items:
        places = [(f"{at}.", Ruled(1, asked=asked.also(str(at), f"{at}."))) for at in range(1, (field.most or 3) + 1)]
        return [Columns([Stack([_text(place)]), Stack([line])], (1, 20), gap=4) for place, line in places]
    most = _("Give them numbers. The first {n} are enough.").replace("{n}", str(field.most))
    hint = most if field.most and field.most < len(field.items) else _("Give them numbers; 1 comes first.")
    rows = [(Ruled(1, asked=asked.also(item.id, item.text)), _text(item.text)) for item in field.items]
    return [small(hint), *(Columns([Stack([number]), Stack([item])], (1, 10), gap=10) for number, item in rows)]


@blank.register
def _sorting(field: fields.Sorting, asked: Asked) -> list[Flowable]:
    return _grid(field.items, field.piles, asked)


@blank.register
def _consent(field: fields.Consent, asked: Asked) -> list[Flowable]:
    holds = _("Where there is no mark, it is: {answer}").replace("{answer}", field.levels[0].text if field.levels else "")
    return [small(holds), *_grid(field.items, field.levels, asked)]


@blank.register
def _pairs(field: fields.Pairs, asked: Asked) -> list[Flowable]:
    sides = {"surface": field.surface, "underneath": field.underneath}
    return [Columns([Stack([label(side), Ruled(4, asked=asked.also(name, side))]) for name, side in sides.items()], (1, 1))]


@blank.register
def _timeline(field: fields.Timeline, asked: Asked) -> list[Flowable]:
    heads = {"when": field.when, **{lane.id: lane.text for lane in field.lanes}}
    shares = (1, *(2 for _lane in field.lanes))
    rows = [[Ruled(2, asked=asked.also(f"{row}", words).part(head)) for head, words in heads.items()] for row in range(1, 6)]

    def titles() -> Columns:
        return _head([label(head) for head in heads.values()], shares, gap=14)

    return [Stack([titles(), *(Columns([Stack([cell]) for cell in row], shares, gap=14) for row in rows)], again=titles)]


@blank.register
def _cards(field: fields.Cards, asked: Asked) -> list[Flowable]:
    without = asked.also("left-out", _("Topics to leave out"))
    left_out = [label(_("Topics to leave out")), Boxes(field.topics, without)] if field.topics else []
    sides = {"own": _("My own answer"), "guess": _("My guess: what my partner will say")}

    def card(one: fields.Card) -> Stack:
        rooms = {side: Ruled(2, asked=Asked((*asked.path, one.id, name), f"{one.ask} {side}")) for name, side in sides.items()}
        beside = Columns([Stack([room, small(side)]) for side, room in rooms.items()], (1, 1))
        return Stack([_text(one.ask), beside], before=4, after=8)

    return [*left_out, *map(card, field.cards)]


@blank.register
def _commitment(field: fields.Commitment, asked: Asked) -> list[Flowable]:
    parts = {"who": _("Who?"), "what": _("Does what?"), "when": _("When?"), "know": _("How will you know?")}
    rows = [(_text(words), Ruled(1, asked=asked.also(part, words))) for part, words in parts.items()]
    beside_it = LINE - style.SPOKEN.leading
    lines = [Columns([Stack([Spacer(0, beside_it), words]), Stack([line])], (1, 3)) for words, line in rows]
    return [Stack(lines, together=WHOLE, after=4)]


@blank.register
def _reviewed(field: fields.Reviewed, asked: Asked) -> list[Flowable]:
    agreed = _("What we had agreed")

    def row(at: int) -> Stack:
        what, how = asked.also(f"{at}", agreed).part("what"), asked.part(f"{at}").part("how")
        return Stack([small(agreed), Ruled(1, asked=what), Boxes(field.hows(), how)], after=8)

    return [row(at) for at in range(1, 4)]


@blank.register
def _body(field: fields.BodyMap, asked: Asked) -> list[Flowable]:
    like = _("Or in words: what was it like?")
    words = [label(like), Ruled(5, asked=asked.also("words", like))]
    return [Columns([Stack([BodyDrawing({})]), Stack(words)], (1, 1))]


@blank.register
def _agenda(field: fields.Agenda, asked: Asked) -> list[Flowable]:
    minutes, order = _("{n} minutes"), _("Give a number to those you want, in your own order.")
    rows: list[Flowable] = []
    for segment in field.segments:
        about = " ".join(words for words in (segment.about, minutes.replace("{n}", str(segment.minutes)) + ".") if words)
        said = Stack([label(segment.text), small(about)])
        of, kept = Asked((*asked.path, segment.id), segment.text), _("What we keep")
        keep = Stack([Ruled(2, asked=of.also("keep", kept)), small(kept)])
        rows.append(Columns([Stack([Ruled(1, asked=of.also("order", order))]), said, keep], (1, 6, 8), gap=12))
    parked = _("Parked for another time")
    return [small(order), *rows, label(parked), Ruled(3, asked=asked.also("parked", parked))]


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


def _own_words(lines: int, asked: Asked) -> list[Flowable]:
    own = _("In your own words")
    return [label(own), Ruled(lines, asked=asked.also("own", own))]


def _in_threes(made: list[Flowable]) -> list[Flowable]:
    """A list that is parted by a page's end with several of it on either side, never with one alone."""
    for each in (*made[:2], *made[-4:-1]):
        each.keepWithNext = 1
    return made


def _head(titles: Sequence[Flowable], shares: Sequence[float], gap: float) -> Columns:
    row = Columns([Stack([title]) for title in titles], shares, gap=gap)
    row.keepWithNext = 1
    return row


def _grid(items: Sequence[Option], choices: Sequence[Option], asked: Asked) -> list[Flowable]:
    """A row for each thing with a box below each answer; empty rows where the things are one's own."""
    rows: list[tuple[Flowable, Asked]] = [(_text(item.text), asked.also(item.id, item.text)) for item in items]
    for at in () if items else range(1, 7):
        row = asked.part(str(at))
        rows.append((Ruled(1, asked=row.part("what")), row.part("where")))
    shares = (3, *(1.4 for _choice in choices))

    def titles() -> Columns:
        return _head([label(words) for words in ("", *(choice.text for choice in choices))], shares, gap=10)

    def answers(row: Asked) -> list[Stack]:
        return [Stack([Ticked(choice.text, row, this=choice.id, box=True, headed=True)]) for choice in choices]

    lines = (Columns([Stack([first]), *answers(row)], shares, gap=10, line=bool(items)) for first, row in rows)
    return [Stack([titles(), *lines], again=titles, before=4, after=8)]
