"""Answers as small cards to cut out: for a wallet, the door of a fridge, the inside of a book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from gettext import gettext as _

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.platypus import Flowable

from workbook.content.blocks import Block, Break, Front, Heading, Loop, Prose
from workbook.content.exercise import Exercise
from workbook.content.fields import Choice, Commitment
from workbook.content.step import Step
from workbook.couple.paper import Sheet
from workbook.couple.sitting import personal
from workbook.report import markup, phrases, style
from workbook.report.blank import blank, label, small
from workbook.report.fillable import Asked
from workbook.report.flow import passages
from workbook.report.pens import Ruled, Ticked
from workbook.report.setting import Columns, Stack
from workbook.report.sheets import drawn
from workbook.report.tags import Tag, decorating, decoration, tagged
from workbook.report.words import Words

WIDE, TALL = 226.0, 142.0
"""80 by 50 mm: it goes where a bank card goes."""

PAD, SCALE, GAP = 11.0, 0.76, 7.0

HAND, FEW = 22.0, 5
"""From one line to the next on a card, and how many choices it has room for."""


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


def cut_out(blocks: Sequence[Block], each_page: Callable[[str], None] = lambda _words: None) -> bytes:
    """A PDF of cards, each with a heading and what was said to it; what one card does not hold goes on on the next."""
    return _on_pages([card for part in _parts(blocks) for card in _cut(part)], A4, each_page)


def blank_cards(exercises: Sequence[Exercise], sheet: Sheet, each_page: Callable[[str], None] = lambda _words: None) -> bytes:
    """Cards to be filled in: the steps their authors name for it, or else all that ask something; then the help lines."""
    made = [card for exercise in exercises for card in _blank(exercise)]
    if any(exercise.aftercare for exercise in exercises):
        made += [card for part in _parts(sheet.after) for card in _cut(part)]
    return _on_pages(made, LETTER if sheet.letter else A4, each_page, fillable=sheet.fillable)


def _on_pages(
    made: Sequence[Card], size: tuple[float, float], each_page: Callable[[str], None], *, fillable: bool = False
) -> bytes:
    beside = [[*map(_alone, made[at : at + 2]), *[Stack([])] * (at + 1 == len(made))] for at in range(0, len(made), 2)]
    rows = [Columns(pair, (1, 1), gap=GAP, after=GAP) for pair in beside]
    return drawn(list(rows), size, "page", each_page, fillable=fillable)


def _alone(card: Card) -> Stack:
    return Stack([card])


def _blank(exercise: Exercise) -> Iterator[Card]:
    for step in (personal(each, _("you"), None) for each in exercise.steps()):
        if step.fields() and (step.id in exercise.card or not exercise.card):
            asked = Asked((exercise.id, step.id), step.title)
            if step.each:
                yield _to_fill(step, asked.also("one", _("One of us")), _("One of us"))
                yield _to_fill(step, asked.also("other", _("The other of us")), _("The other of us"))
            else:
                yield _to_fill(step, asked, "")


def _to_fill(step: Step, asked: Asked, whose: str) -> Card:
    """A title, and lines as far as the card goes; a few choices are there to be marked."""
    title = Words(markup.line(step.title), style.HEADINGS[3], Tag("H1"))
    made: list[Flowable] = [title, *([small(whose)] if whose else [])]
    only = step.fields()[0]
    if isinstance(only, Choice) and len(step.fields()) == 1 and len(only.options) <= FEW:
        made += [Ticked(option.text, asked.part(only.id), this=option.id) for option in only.options]
        return Card(Stack(made), SCALE)
    if isinstance(only, Commitment):
        made += blank(only, asked.part(only.id))
        return Card(Stack(made), _fitting(made))
    labels = [field.label if field.label != step.title else "" for field in step.fields()]
    high = (TALL - 2 * PAD) / SCALE - sum(one.wrap((WIDE - 2 * PAD) / SCALE, TALL)[1] + 4 for one in made)
    lines = max(1, int((high / len(labels) - 22 * any(labels)) // HAND))
    for field, words in zip(step.fields(), labels, strict=True):
        made += [label(words)] if words else []
        made.append(Ruled(lines, asked=asked.also(field.id, words) if words else asked.part(field.id), high=HAND))
    return Card(Stack(made), _fitting(made))


def _headed(content: Stack) -> Stack:
    """To a screen reader each card is a part of its own, however large its heading is."""
    first: Flowable = content
    while isinstance(first, Stack):
        first = first.children[0]
    if isinstance(first, Words):
        first.tag.role = "H1"
    return content


def _fitting(made: Sequence[Flowable]) -> float:
    """As large as a card's words are, or smaller where they would not fit."""
    tall = Stack(made).wrap((WIDE - 2 * PAD) / SCALE, TALL)[1]
    return SCALE * min(1, (TALL - 2 * PAD) / SCALE / tall)


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
    pieces = list(passages(part))
    rest: Stack | None = _headed(Stack(pieces))
    while rest is not None:
        tall = rest.wrap(wide, high)[1]
        first, after = rest.cut(wide, high, True)
        whole = any(isinstance(block, Loop) for block in part)
        if whole or first is None or (after is not None and after.wrap(wide, high)[1] >= tall):  # a drawing, which is not parted
            yield Card(rest, SCALE * min(1, high / tall))
            return
        yield Card(first, SCALE)
        # What begins anew on its own card says again what it belongs to; what goes on says so itself.
        rest = Stack([_again(part), *after.children]) if after and after.children[0] in pieces else after


def _again(part: Sequence[Block]) -> Words:
    """The title once more, small."""
    title = next((block.text for block in part if isinstance(block, Heading)), "")
    return Words(f"{markup.line(title)} · {markup.line(phrases.continued())}", style.AGAIN, decoration())
