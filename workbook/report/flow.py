"""Blocks as they stand on paper: one function per block, and how they are put together into passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial, singledispatch
from itertools import islice, takewhile

from msgspec.structs import replace
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Spacer

from workbook.content.blocks import (
    Bar,
    Block,
    Break,
    Course,
    Felt,
    Front,
    Heading,
    Listing,
    Loop,
    Prose,
    Said,
    Side,
    Sides,
    Table,
)
from workbook.report import markup, phrases, style
from workbook.report.body import BodyDrawing
from workbook.report.drawing import LoopDrawing, Scale
from workbook.report.front import OnePage
from workbook.report.setting import Columns, Stack, stays
from workbook.report.tags import Tag, decoration
from workbook.report.through import through_time
from workbook.report.waiting import Waiting
from workbook.report.words import Words

INDENT = 15.0
BUNDLE = 40
PASSING = 3
BESIDE = 2
"""The most columns of a table that stands beside another: with more, words would be cut in the middle."""
REPEATED = 70
"""How many letters of a question are said again on the next page."""


def compose(blocks: Sequence[Block]) -> list[Flowable]:
    """The pages' content: each answer with the words that asked it, which are said again where it goes on over a page's end."""
    return list(composed(blocks))


def composed(blocks: Sequence[Block]) -> Iterator[Flowable]:
    """The same, one passage after the other; a drawing lets up to three go before it, where they fit on a page and it does not."""
    each = passages(blocks)
    coming = list(islice(each, 1))
    while coming:
        passage = coming.pop(0)
        if isinstance(passage, Stack) and isinstance(passage.children[-1], LoopDrawing):
            coming += islice(each, max(0, PASSING - len(coming)))
            after = list(takewhile(_may_pass, coming))
            del coming[: len(after)]
            yield Waiting(passage, after) if after else passage
        else:
            yield passage
        coming += islice(each, 0 if coming else 1)


def passages(blocks: Sequence[Block]) -> Iterator[Flowable]:
    """Each answer with the words that asked it, as they come."""
    lead: list[Flowable] = []
    question = ""
    for block in blocks:
        if isinstance(block, Heading) and any(not stays(flowable) for flowable in lead):
            if block.level < 3:
                yield _passage(lead, [], question)
                lead = []
            else:  # whose answer it is, or which part: the question above waits for it
                lead[-1].keepWithNext = 1
        if isinstance(block, Heading) and (block.level < 3 or not question):
            question = block.text
        if isinstance(block, (Heading, Prose)):
            lead += draw(block, question)
            continue
        if isinstance(block, Break | Front):
            yield from [_passage(lead, [], question)] if lead else []
            yield from draw(block, question)
        else:
            yield _passage(lead, draw(block, question), question)
        lead = []
    yield from [_passage(lead, [], question)] if lead else []


def _may_pass(passage: Flowable) -> bool:
    return isinstance(passage, Stack) and not any(isinstance(child, LoopDrawing) for child in passage.children)


def _passage(lead: list[Flowable], answer: list[Flowable], question: str) -> Stack:
    """Words that ask and words that answer; the last of the asking never stands alone at a page's end."""
    if lead and answer:
        lead[-1].keepWithNext = 1
    return Stack([*lead, *answer], again=partial(_again, question) if question else None, after=10)


def _again(what: str) -> Flowable:
    short = what if len(what) <= REPEATED else what[:REPEATED].rstrip() + "…"
    words = Words(f"{markup.line(short)} · {markup.line(phrases.continued())}", style.AGAIN, decoration())
    words.keepWithNext = 1
    return words


def _paragraph(text: str, look: ParagraphStyle, role: str = "P") -> Words:
    """Words that came through the gate, and no others."""
    return Words(text, look, Tag(role))


def _authored(piece: markup.Piece) -> Flowable:
    if piece.item:
        return _item(piece.text, style.ASK, piece.slanted)
    return Words(piece.text, style.ASK, slanted=piece.slanted)


@singledispatch
def draw(block: Block, question: str) -> list[Flowable]:
    """A block as flowables; `question` is the heading it stands under, so that a label need not say it again."""
    raise TypeError(f"no drawing on paper for {type(block).__name__}")


@draw.register
def _heading(block: Heading, question: str) -> list[Flowable]:
    heading = _paragraph(markup.line(block.text), style.HEADINGS[block.level], f"H{block.level}")
    heading.keepWithNext = 1
    return [heading]


@draw.register
def _prose(block: Prose, question: str) -> list[Flowable]:
    return [_authored(piece) for piece in markup.prose(block.text)]


@draw.register
def _said(block: Said, question: str) -> list[Flowable]:
    said = _spoken(block.text) if block.text and block.text.strip() else [_left_open()]
    return [*_label(block.label, question), Stack(said, indent=INDENT, mark="rule", before=4, after=8)]


@draw.register
def _bar(block: Bar, question: str) -> list[Flowable]:
    ends = Columns(
        [
            Stack([_paragraph(markup.line(block.low_label), style.SMALL)]),
            Stack([_paragraph(markup.line(block.high_label), style.SMALL_RIGHT)]),
        ],
        (1, 1),
    )
    scale: Flowable = Scale(block.value, block.low, block.high)
    scale.keepWithNext = 1
    return [Stack([*_label(block.label, question), scale, ends], before=4, after=10)]


@draw.register
def _listing(block: Listing, question: str) -> list[Flowable]:
    alone = len(block.picked) == 1 and not block.own
    items: list[Flowable] = [
        _paragraph(markup.line(text), style.SPOKEN) if alone else _item(markup.line(text), style.SPOKEN) for text in block.picked
    ]
    if block.own and block.picked:
        own_words = _paragraph(markup.line(phrases.own_words()), style.LABEL)
        own_words.keepWithNext = 1
        items.append(own_words)
    items += [_own(text) for text in block.own if text.strip()]
    said = Stack(items or [_left_open()], indent=INDENT, mark="rule", before=4, after=8)
    return [*_label(block.label, question), said]


@draw.register
def _felt(block: Felt, question: str) -> list[Flowable]:
    if not block.marks:
        return _listing(block, question)
    told = Stack(_listing(replace(block, label=""), question))
    beside = Columns([Stack([BodyDrawing(dict(block.marks), 150, block.picked)]), told], (2, 3), before=4, after=8)
    return [*_label(block.label, question), beside]


@draw.register
def _table(block: Table, question: str) -> list[Flowable]:
    columns = len(block.header)
    shares = [_share([row[at] for row in block.rows if at < len(row)]) for at in range(columns)]

    def head() -> Columns:
        titles = [_head_cell(title, style.LABEL) for title in block.header]
        row = Columns(titles, shares, line=True, tag=Tag("TR"))
        row.keepWithNext = 1
        return row

    rows = [
        Columns([_cell(text, at == 0 and not block.header[0]) for at, text in enumerate(row)], shares, line=True, tag=Tag("TR"))
        for row in block.rows
    ]
    titled = any(title not in ("", question) for title in block.header)
    return [
        Stack(
            [head(), *rows] if titled else rows,
            again=head if titled and max(map(len, block.header)) <= REPEATED else None,
            before=4,
            after=10,
            tag=Tag("Table"),
        )
    ]


def _head_cell(title: str, look: ParagraphStyle) -> Stack:
    return Stack([_paragraph(markup.line(title), look)] if title else [], tag=Tag("TH"))


def _cell(text: str | None, title: bool) -> Stack:
    if title and text:
        return Stack([_paragraph(markup.line(text), style.ROW)], tag=Tag("TH", scope="Row"))
    return Stack(_spoken(text) if text and text.strip() else [_left_open()], tag=Tag("TD"))


def _share(cells: Sequence[str | None]) -> float:
    """A column of long words gets more room, within reason."""
    return min(42, max([14, *(len(cell or "") for cell in cells)]))


@draw.register
def _loop(block: Loop, question: str) -> list[Flowable]:
    return [LoopDrawing(block)]


@draw.register
def _sides(block: Sides, question: str) -> list[Flowable]:
    stacks = [_side(side, question) for side in block.sides]
    if any(isinstance(inner, Table) and len(inner.header) > BESIDE for side in block.sides for inner in side.blocks):
        return [Stack(stacks, before=6, after=10)]
    return [Columns(stacks, [1] * len(stacks), gap=26, alone=True, before=6, after=10)]


def _side(side: Side, question: str) -> Stack:
    name = _paragraph(markup.line(side.name), style.NAME, "H3")
    name.keepWithNext = 1
    return Stack(
        [name, *(flowable for block in side.blocks for flowable in draw(block, question))],
        again=partial(_again, side.name),
        after=14,
        tag=Tag("Sect"),
    )


@draw.register
def _break(block: Break, question: str) -> list[Flowable]:
    return [PageBreak()]


@draw.register
def _course(block: Course, question: str) -> list[Flowable]:
    return through_time(block)


@draw.register
def _front(block: Front, question: str) -> list[Flowable]:
    return [OnePage([list(passages(blocks)) for blocks in (block.blocks, *block.shorter)])]


def _label(label: str, question: str) -> Iterator[Flowable]:
    if label and label != question:
        words = _paragraph(markup.line(label), style.LABEL)
        words.keepWithNext = 1
        yield words


def _own(text: str) -> Stack:
    return Stack([Stack(_spoken(text), tag=Tag("LBody"))], indent=INDENT, mark="ring", after=2, tag=Tag("LI"))


def _left_open() -> Flowable:
    return _paragraph(markup.line(phrases.left_open()), style.OPEN)


def _item(words: str, look: ParagraphStyle, slanted: Sequence[tuple[int, int]] = ()) -> Stack:
    said = Words(words, look, Tag("LBody"), slanted=slanted)
    return Stack([said], indent=INDENT, mark="dot", after=2, high=look.leading, tag=Tag("LI"))


def _spoken(text: str) -> list[Flowable]:
    """What somebody typed, line by line; lines they left empty stay empty."""
    typed: list[Flowable] = [
        _paragraph(words, style.SPOKEN) if words else Spacer(0, style.SPOKEN.leading * 0.55) for words in markup.spoken(text)
    ]
    # In bundles, so that where a page ends ten thousand lines need not be gone through one by one.
    return [Stack(typed[at : at + BUNDLE], loose=True) for at in range(0, len(typed), BUNDLE)] if len(typed) > BUNDLE else typed
