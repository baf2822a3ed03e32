"""Answers as small cards to cut out: for a wallet, the door of a fridge, the inside of a book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable

from workbook.content.blocks import Block, Break, Front, Heading, Loop, Prose
from workbook.report import style
from workbook.report.flow import compose
from workbook.report.setting import Columns, Stack
from workbook.report.sheets import drawn
from workbook.report.tags import Tag, decorating, tagged

WIDE, TALL = 226.0, 142.0
"""80 by 50 mm: it goes where a bank card goes."""

PAD, SCALE, GAP = 11.0, 0.76, 7.0


class Card(Flowable):
    """What fits on one card, a dashed line round it to cut along."""

    def __init__(self, content: Flowable, scale: float) -> None:
        super().__init__()
        self.content, self.scale, self.tag = content, scale, Tag("Sect")

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Always as large as a card."""
        self.width, self.height = WIDE, TALL
        return self.width, self.height

    def draw(self) -> None:
        """The line, and inside it the words."""
        with decorating(self.canv) as canvas:
            canvas.setStrokeColor(style.QUIET)
            canvas.setLineWidth(0.6)
            canvas.setDash([3, 3])
            canvas.rect(0, 0, WIDE, TALL)
        self.canv.saveState()
        self.canv.scale(self.scale, self.scale)
        high = self.content.wrap((WIDE - 2 * PAD) / self.scale, TALL)[1]
        with tagged(self.canv, self.tag):
            self.content.drawOn(self.canv, PAD / self.scale, (TALL - PAD) / self.scale - high)
        self.canv.restoreState()


def cards(blocks: Sequence[Block]) -> bytes:
    """A PDF of cards, each with a heading and what was said to it; what one card does not hold goes on on the next."""
    made = [card for part in _parts(blocks) for card in _cut(part)]
    rows = [Columns([Stack([card]) for card in made[at : at + 2]] + [Stack([])] * (at + 1 == len(made)), (1, 1), gap=GAP, after=GAP)
            for at in range(0, len(made), 2)]  # fmt: skip
    return drawn(list(rows), A4, "page", lambda: None)


def _parts(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """A heading with its answer; what only asks stays off a card, and so does a heading without an answer."""
    part: list[Block] = []
    for block in _flat(blocks):
        if isinstance(block, Heading) and any(not isinstance(one, Heading) for one in part):
            if block.level < 3:
                yield part
                part = []
        elif isinstance(block, Heading) and block.level < 3:
            part = []
        part.append(block)
    if any(not isinstance(one, Heading) for one in part):
        yield part


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Front):
            yield from _flat(block.blocks)
        elif not isinstance(block, (Prose, Break)):
            yield block


def _cut(part: Sequence[Block]) -> Iterator[Card]:
    wide, high = (WIDE - 2 * PAD) / SCALE, (TALL - 2 * PAD) / SCALE
    rest: Stack | None = Stack(compose(part))
    while rest is not None:
        tall = rest.wrap(wide, high)[1]
        first, after = rest.cut(wide, high, True)
        whole = any(isinstance(block, Loop) for block in part)
        if whole or first is None or (after is not None and after.wrap(wide, high)[1] >= tall):  # a drawing, which is not parted
            yield Card(rest, SCALE * min(1, high / tall))
            return
        yield Card(first, SCALE)
        rest = after
