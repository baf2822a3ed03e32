"""Setting type: things one above the other, things side by side, and how each is parted where a page ends.

ReportLab parts paragraphs well, but neither a table's cell nor what must stay together; these two do.
Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, Protocol, runtime_checkable

from reportlab.platypus.flowables import Flowable, Spacer

from workbook.report import style
from workbook.report.tags import Tag, decorating, decoration, tagged

TOGETHER = 120.0
"""What is not higher than this is not parted."""


def stays(flowable: Flowable) -> bool:
    """Whether a page may not end right after it."""
    return bool(getattr(flowable, "keepWithNext", 0))


@runtime_checkable
class Shrinking(Protocol):
    """What can be drawn smaller."""

    def shrink(self, width: float, height: float) -> bool:
        """Be drawn in smaller letters where that makes it fit into a height; whether it does."""


Mark = Literal["rule", "dot", "ring"]
"""Beside a stack: a line down its side for what somebody said, or the sign of an item in a list."""


class Stack(Flowable):
    """Flowables one above the other; `again` makes what stands on top when it goes on after a page's end,
    `high` is the line beside which the sign of an item stands, `loose` lets even a short one be parted, and what is not higher
    than `together` is not."""

    def __init__(
        self,
        children: Sequence[Flowable],
        *,
        indent: float = 0,
        mark: Mark | None = None,
        again: Callable[[], Flowable] | None = None,
        before: float = 0,
        after: float = 0,
        high: float = style.SPOKEN.leading,
        loose: bool = False,
        together: float = TOGETHER,
        tag: Tag | None = None,
    ) -> None:
        super().__init__()
        self.tag = tag
        self.high, self.loose, self.together = high, loose, together
        self.children, self.indent, self.mark, self.again = list(children), indent, mark, again
        self.spaceBefore, self.spaceAfter = before, after
        self._wide = -1.0
        self._tops: list[float] = []
        self._heights: list[float] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As wide as there is room, as high as what is in it."""
        if width != self._wide:
            self._wide, self._tops, self._heights, y = width, [], [], 0.0
            for at, child in enumerate(self.children):
                y += self._gap(at)
                self._tops.append(y)
                self._heights.append(child.wrap(width - self.indent, height)[1])
                y += self._heights[-1]
            self.width, self.height = width, y
        return self.width, self.height

    def anew(self) -> None:
        """Something in it has another height now: measure again."""
        self._wide = -1.0
        for child in self.children:
            if isinstance(child, Stack):
                child.anew()

    def _gap(self, at: int) -> float:
        """The space above a child; above the first one its surroundings see to it."""
        if at == 0:
            return 0
        return max(float(self.children[at - 1].getSpaceAfter()), float(self.children[at].getSpaceBefore()))

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Its own, or what its first child wants."""
        return max(self.spaceBefore, float(self.children[0].getSpaceBefore()) if self.children else 0)

    def split(self, width: float, height: float) -> list[Flowable]:
        """What fits, and what goes on; nothing if it should rather begin on the next page."""
        first, rest = self.cut(width, height, height >= style.HEIGHT - 1)
        return [part for part in (first, rest) if part] if first else []

    def cut(self, width: float, height: float, force: bool) -> tuple[Stack | None, Stack | None]:
        """The part within `height`, if any, and the rest, if any; with `force` there is no better page to wait for."""
        self.wrap(width, height)
        if self.height <= height + 0.01:
            return self, None
        if self.height < self.together and not force and not self.loose:
            return None, self
        if self.shrink_last(height):
            return self, None
        over = next(at for at, top in enumerate(self._tops) if top + self._heights[at] > height + 0.01)
        top, end = self._part(over, height - self._tops[over], force and over == 0)
        if top is None:
            kept = self._kept(over)
            if force and not kept and over:  # a heading that has no better page takes some of what it is the head of
                top, end = self._part(over, height - self._tops[over], True)
        if top is None:
            over = kept or (over if force else 0)
            end = self.children[over]
        if over == 0 and top is None:
            return None, self
        first = [*self.children[:over], *([top] if top else [])]
        rest = [*([end] if end else []), *self.children[over + 1 :]]
        while len(first) > 1 and isinstance(first[-1], Spacer):
            first.pop()
        while rest and isinstance(rest[0], Spacer):
            rest.pop(0)
        return self._first(first), self._rest(rest) if rest else None

    def shrink_last(self, height: float) -> bool:
        """Whether all of it fits once its last, a drawing, is drawn a little smaller."""
        last = self.children[-1]
        if not isinstance(last, Shrinking) or not last.shrink(self._wide - self.indent, height - self._tops[-1]):
            return False
        width, self._wide = self._wide, -1.0
        return self.wrap(width, height)[1] <= height + 0.01

    def _part(self, at: int, height: float, force: bool) -> tuple[Flowable | None, Flowable | None]:
        """The child that lies across the end, parted in two if it can be."""
        child, width = self.children[at], self._wide - self.indent
        if isinstance(child, (Stack, Columns)):
            return child.cut(width, height, force)
        parts = child.split(width, height) if height > 0 else []
        if len(parts) == 2:
            return parts[0], parts[1]
        child.wrap(width, height)  # a paragraph that would not be parted forgets its lines
        return None, child

    def _kept(self, at: int) -> int:
        """The last place up to `at` where a page may end: never after a heading."""
        while at > 0 and stays(self.children[at - 1]):
            at -= 1
        return at

    def _first(self, children: list[Flowable]) -> Stack:
        return Stack(
            children,
            indent=self.indent,
            mark=self.mark,
            before=self.spaceBefore,
            high=self.high,
            loose=self.loose,
            tag=self.tag,
        )

    def _rest(self, children: list[Flowable]) -> Stack:
        head = [Stack([self.again()], tag=decoration())] if self.again else []
        for each in head:
            each.keepWithNext = 1
        return Stack(
            [*head, *children],
            indent=self.indent,
            mark=self.mark if self.mark == "rule" else None,
            again=self.again,
            after=self.spaceAfter,
            loose=self.loose,
            tag=self.tag,
        )

    def draw(self) -> None:
        """Its mark, then its children from top to bottom."""
        with tagged(self.canv, self.tag):
            if self.children and self.mark:
                self._draw_mark(self.mark)
            for child, top, height in zip(self.children, self._tops, self._heights, strict=True):
                child.drawOn(self.canv, self.indent, self.height - top - height)

    def _draw_mark(self, mark: Mark) -> None:
        with decorating(self.canv) as canvas:
            canvas.setStrokeColor(style.PALE if mark == "rule" else style.ACCENT)
            canvas.setFillColor(style.ACCENT)
            if mark == "rule":
                canvas.setLineWidth(1.6)
                canvas.setLineCap(1)
                canvas.line(1, 2, 1, self.height - 2)
            else:
                canvas.setLineWidth(0.9)
                canvas.circle(self.indent - 9, self.height - self.high * 0.53, 1.9, stroke=1, fill=1 if mark == "dot" else 0)


class Columns(Flowable):
    """Stacks side by side, each going on in its own column where a page ends; `shares` are their parts of the width.

    `alone` lets the one that goes on after all others have ended take the whole width.
    """

    def __init__(
        self,
        stacks: Sequence[Stack],
        shares: Sequence[float],
        *,
        gap: float = 22,
        line: bool = False,
        alone: bool = False,
        before: float = 0,
        after: float = 0,
        tag: Tag | None = None,
    ) -> None:
        super().__init__()
        self.tag, self.alone = tag, alone
        self.stacks, self.shares, self.space, self.line = list(stacks), list(shares), gap, line
        self.spaceBefore, self.spaceAfter = before, after
        self.pad = 5.0 if line else 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the highest of them."""
        self.width = width
        heights = [stack.wrap(wide, height)[1] for stack, wide in zip(self.stacks, self._widths(width), strict=True)]
        self.height = max(heights, default=0) + 2 * self.pad
        return width, self.height

    def _widths(self, width: float) -> list[float]:
        free = width - self.space * (len(self.stacks) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def split(self, width: float, height: float) -> list[Flowable]:
        """What fits, and what goes on."""
        first, rest = self.cut(width, height, height >= style.HEIGHT - 1)
        return [part for part in (first, rest) if part] if first else []

    def cut(self, width: float, height: float, force: bool) -> tuple[Columns | None, Columns | Stack | None]:
        """As for a stack; what is short stays together, and no column begins a page later than the others."""
        self.wrap(width, height)
        if self.height <= height + 0.01:
            return self, None
        if self.height < style.HEIGHT * 0.4 and not force:
            return None, self
        inside = height - 2 * self.pad
        cuts = [stack.cut(wide, inside, force) for stack, wide in zip(self.stacks, self._widths(width), strict=True)]
        if any(stack.children and not first for stack, (first, _) in zip(self.stacks, cuts, strict=True)):
            return None, self
        going = [rest for _, rest in cuts if rest]
        rest = going[0] if self.alone and len(going) == 1 else self._with([rest for _, rest in cuts])
        return self._with([first for first, _ in cuts]), rest

    def _with(self, parts: list[Stack | None]) -> Columns:
        stacks = [part or Stack([], tag=stack.tag) for part, stack in zip(parts, self.stacks, strict=True)]
        around = {"before": self.spaceBefore, "after": self.spaceAfter}
        return Columns(stacks, self.shares, gap=self.space, line=self.line, alone=self.alone, tag=self.tag, **around)

    def draw(self) -> None:
        """Each at the top of its column."""
        x = 0.0
        with tagged(self.canv, self.tag):
            for stack, wide in zip(self.stacks, self._widths(self.width), strict=True):
                stack.drawOn(self.canv, x, self.height - self.pad - stack.height)
                x += wide + self.space
        if self.line:
            with decorating(self.canv) as canvas:
                canvas.setStrokeColor(style.PALE)
                canvas.setLineWidth(0.6)
                canvas.line(0, 0, self.width, 0)
