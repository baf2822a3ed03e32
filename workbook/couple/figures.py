"""The geometry of the loop: boxes, arrows and words with their places, painted alike on screen and on paper.

Lengths are in the unit of `width` (points on paper, pixels on screen); x goes right, y goes down from the top left corner.
The one side is read downwards and the other upwards, so that the arrows run in a circle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from gettext import gettext as _
from itertools import pairwise
from math import hypot
from typing import Literal, NamedTuple

from msgspec import Struct, field

from workbook.content.blocks import Loop, LoopHalf
from workbook.couple.lines import clip, wrap

Measure = Callable[[str, float, bool], float]
"""How wide a text is: the text, the size of its letters, whether it is bold."""

Look = Literal["outer", "inner", "empty"]
"""Outer: a firm line, what could be seen. Inner: soft and filled, what lay underneath. Empty: dotted, nothing said."""


class Words(Struct, frozen=True, kw_only=True):
    """The words that stand in the drawing besides those of the two people, in the language of the moment."""

    cue: str = field(default_factory=lambda: _("What set it off"))
    story: str = field(default_factory=lambda: _("What I tell myself"))
    under: str = field(default_factory=lambda: _("Underneath"))
    need: str = field(default_factory=lambda: _("What I need"))
    move: str = field(default_factory=lambda: _("What I do"))
    showed: str = field(default_factory=lambda: _("What shows"))
    lands: str = field(default_factory=lambda: _("lands with {name}"))
    lands_somewhere: str = field(default_factory=lambda: _("lands on the other side"))
    lands_so: str = "{name}: {said}"
    unsaid: str = field(default_factory=lambda: _("not said"))
    way_out: str = field(default_factory=lambda: _("Here I can step out"))
    way_out_told: str = field(default_factory=lambda: _("{name} can step out here: {place}"))
    theirs: str = field(default_factory=lambda: _("Their side is theirs to say."))
    clipped: str = field(default_factory=lambda: _("(in full above)"))
    told: str = field(default_factory=lambda: _("The loop, going round and round."))
    told_named: str = field(default_factory=lambda: _("The loop, named “{name}”, going round and round."))


class Point(NamedTuple):
    """A place in the drawing."""

    x: float
    y: float


class Line(NamedTuple):
    """One line of words: `x` is its left edge, `y` its baseline; `quiet` words are ours, the others a person's."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    quiet: bool = False


class Node(Struct, frozen=True, kw_only=True):
    """A rounded box of one side (0 or 1) with its words, of which `places` of the loop.

    `way_out` is true where its person can step out of it.
    """

    x: float
    y: float
    width: float
    height: float
    radius: float
    side: int
    look: Look
    lines: tuple[Line, ...]
    places: tuple[str, ...] = ()
    way_out: bool = False


class Arrow(Struct, frozen=True, kw_only=True):
    """A cubic curve of four points with its filled head; `across` goes from one person to the other, and says something."""

    curve: tuple[Point, Point, Point, Point]
    head: tuple[Point, Point, Point]
    across: bool
    label: tuple[Line, ...] = ()


class Figure(Struct, frozen=True, kw_only=True):
    """A drawing ready to be painted; `alternative` tells it in words."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    titles: tuple[Line, ...]
    alternative: str


def lay_out(
    loop: Loop,
    width: float,
    measure: Measure,
    words: Words | None = None,
    *,
    size: float = 10,
    room: float | None = None,
    lines: int = 0,
) -> Figure:
    """A loop drawn `width` wide in words `size` high; where `room` is given it is no higher, and long words are clipped.

    On paper to be filled in, each place whose text is empty, and not left out, gets `lines` empty lines.
    """
    words = words or Words()
    most = None if room is None else max(1, int(0.4 * room / (size * LEADING)))
    figure = _Drawing(loop, width, measure, words, size, most, lines).figure()
    while room is not None and most is not None and figure.height > room and most > 1:
        most = int(most * 0.8)
        figure = _Drawing(loop, width, measure, words, size, most, lines).figure()
    return figure


def told(loop: Loop, words: Words | None = None) -> str:
    """The loop in words, for a screen reader and for reading as a list."""
    words = words or Words()
    halves = (loop.first, loop.second)
    parts = [words.told_named.format(name=loop.name) if loop.name else words.told]
    for half, other in zip(halves, reversed(halves), strict=True):
        if _blank(half):
            parts.append(words.theirs)
            continue
        places = [(getattr(words, place), getattr(half, place)) for box in _BOXES for place in box]
        said = [_sentence(f"{heading}: {text}") for heading, text in places if text]
        lands = _sentence(f"{words.move} {_lands(words, other)}")
        answer = loop.lands[0 if half is loop.first else 1]
        if answer and other.name:
            lands = f"{lands} {_sentence(words.lands_so.format(name=other.name, said=answer))}"
        way_out = loop.exits[0 if half is loop.first else 1]
        if way_out:
            lands = f"{lands} {_sentence(words.way_out_told.format(name=half.name, place=getattr(words, way_out)))}"
        parts.append(" ".join([_sentence(half.name), *(said or [_sentence(words.unsaid)]), lands]))
    return "\n".join(parts)


LEADING = 1.34
"""Line height, in letter sizes."""

SAYS = 4
"""The most lines an arrow may say."""

_ALWAYS = ("cue", "move")
_BOXES = (("cue",), ("story",), ("under", "need"), ("move", "showed"))
_INNER = ("under", "need")


def _blank(half: LoopHalf) -> bool:
    """A side nobody has spoken for: the loop of one person alone."""
    return not half.name and not any(getattr(half, place) for box in _BOXES for place in box)


def _lands(words: Words, half: LoopHalf) -> str:
    return words.lands.format(name=half.name) if half.name else words.lands_somewhere


def _sentence(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?", "…")) else f"{text}."


class _Box(Struct):
    """A box before it has its place: its lines lie relative to its own corner."""

    look: Look
    width: float
    height: float
    lines: list[Line]
    places: tuple[str, ...]
    way_out: bool


class _Drawing:
    """One laying out; `most` is the number of lines after which a text is clipped, `lines` how many an empty one gets."""

    def __init__(self, loop: Loop, width: float, measure: Measure, words: Words, size: float, most: int | None, lines: int) -> None:
        self.open = lines
        self.loop, self.width, self.measure, self.words, self.size, self.most = loop, width, measure, words, size, most
        self.halves = (loop.first, loop.second)
        # Where few letters stand side by side, the words need the room that makes the circle round.
        tight = min(1.0, max(0.0, (36 - width / size) / 12))
        self.column = width * (0.435 + 0.04 * tight)
        self.bend = size * (2.4 - 1.6 * tight)
        self.pad = size * (0.95 - 0.4 * tight)
        self.lean = min(size * 1.6, width / 2 - self.column - size * 0.3)
        self.near = size * (2.1 - 1.3 * tight)
        self.gap = size * 2.6
        self.arch = size * 4.4
        self.says = [self._landing(to) for to in (0, 1)]

    def figure(self) -> Figure:
        title, top = self._title()
        names, above = self._names(top + self._tall(self.says[0]))
        columns = [self._boxes(half, way_out) for half, way_out in zip(self.halves, self.loop.exits, strict=True)]
        tall = max(self._least(boxes) for boxes in columns)
        tall = max(tall, self.size * 11)
        nodes = [self._place(side, boxes, above, tall) for side, boxes in enumerate(columns)]
        arrows = [arrow for side in nodes for arrow in self._turns(side)]
        arrows += [self._across(nodes[0][-1], nodes[1][0], 1, 1), self._across(nodes[1][-1], nodes[0][0], -1, 0)]
        return Figure(
            width=self.width,
            height=above + tall + self.arch * 0.75 + self.size * 0.6 + self._tall(self.says[1]),
            nodes=tuple(node for side in nodes for node in side),
            arrows=tuple(arrows),
            titles=(*title, *names),
            alternative=told(self.loop, self.words),
        )

    def _title(self) -> tuple[list[Line], float]:
        if not self.loop.name:
            return [], 0
        size = self.size * 1.35
        lines = self._wrap(f"“{self.loop.name}”", self.width * 0.84, size, True, self.most and min(self.most, 3))
        places = [
            Line(text, (self.width - self.measure(text, size, True)) / 2, size * (1 + LEADING * at), size, True)
            for at, text in enumerate(lines)
        ]
        return places, size * LEADING * len(lines) + self.size

    def _names(self, top: float) -> tuple[list[Line], float]:
        """Both names over the outer ends of their columns, and where the boxes begin."""
        size, wide = self.size * 1.2, self.width * 0.27 - self.bend
        wrapped = [self._wrap(half.name, wide, size, True, self.most and 2) if half.name else [] for half in self.halves]
        height = max(self.arch + self.size * 0.6, max(len(lines) for lines in wrapped) * size * LEADING + self.size * 0.4)
        places = []
        for side, lines in enumerate(wrapped):
            for at, text in enumerate(reversed(lines)):
                x = self.bend if side == 0 else self.width - self.bend - self.measure(text, size, True)
                places.append(Line(text, x, top + height - self.size * 0.75 - at * size * LEADING, size, True))
        return sorted(places, key=lambda line: (line.x > self.width / 2, line.y)), top + height

    def _boxes(self, half: LoopHalf, way_out: str | None) -> list[_Box]:
        """The boxes of one side in the order they are lived."""
        if _blank(half):
            return []
        boxes = []
        for places in _BOXES:
            said = [(place, getattr(half, place)) for place in places]
            shown = [(place, text) for place, text in said if text or place in (*_ALWAYS, way_out) or (self.open and text == "")]
            if shown:
                boxes.append(self._box(shown, way_out))
        return boxes

    def _box(self, shown: list[tuple[str, str | None]], way_out: str | None) -> _Box:
        inner = shown[0][0] in _INNER
        width = self.column * 0.86 if inner else self.column - self.bend
        pad, y, lines = self.pad, self.size * 0.7, list[Line]()
        for place, text in shown:
            y += self.size * 0.35 if lines else 0
            small = self.size * 0.86
            for heading in self._wrap(getattr(self.words, place), width - 2 * pad, small, True, None):
                y += small * LEADING
                lines.append(Line(heading, pad, y - small * 0.3, small, True, True))
            y += self.size * 0.1
            for line, quiet in self._said(text, width - 2 * pad):
                y += self.size * LEADING
                lines.append(Line(line, pad, y - self.size * 0.34, self.size, False, quiet))
            for line in self._wrap(self.words.way_out, width - 2 * pad, self.size, True, None) if place == way_out else ():
                y += self.size * LEADING * 1.1
                lines.append(Line(line, pad, y - self.size * 0.34, self.size, True))
        nothing = not any(text or (self.open and text == "") for _, text in shown)
        look: Look = "empty" if nothing else "inner" if inner else "outer"
        places = tuple(place for place, _ in shown)
        return _Box(look, width, y + self.size * 0.75, lines, places, way_out in places)

    def _said(self, text: str | None, width: float) -> list[tuple[str, bool]]:
        if self.open and text == "":
            return [("", True)] * self.open
        if not text:
            return [(self.words.unsaid, True)]
        lines, clipped = clip(text, width, lambda piece: self.measure(piece, self.size, False), self.most)
        note = self._wrap(self.words.clipped, width, self.size, False, None) if clipped else []
        return [(line, False) for line in lines] + [(line, True) for line in note]

    def _wrap(self, text: str, width: float, size: float, bold: bool, most: int | None) -> list[str]:
        return wrap(text, width, lambda piece: self.measure(piece, size, bold), most)

    def _least(self, boxes: list[_Box]) -> float:
        return sum(box.height for box in boxes) + self.gap * max(0, len(boxes) - 1)

    def _place(self, side: int, boxes: list[_Box], above: float, tall: float) -> list[Node]:
        """One side's boxes at their places, in the order they are lived: the first side goes down, the second up."""
        if not boxes:
            return [self._outline(side, above, tall)]
        loose = (tall - self._least(boxes)) / max(1, len(boxes) - 1)
        nodes, y = [], above
        for box in boxes if side == 0 else reversed(boxes):
            inset = self._inset(box, (y + box.height / 2 - above) / tall)
            x = inset if side == 0 else self.width - inset - box.width
            lines = tuple(line._replace(x=line.x + x, y=line.y + y) for line in box.lines)
            radius = self.size * (1.6 if box.look == "inner" else 1.1)
            frame = {"x": x, "y": y, "width": box.width, "height": box.height, "radius": radius}
            nodes.append(Node(**frame, side=side, look=box.look, lines=lines, places=box.places, way_out=box.way_out))
            y += box.height + self.gap + loose
        return nodes if side == 0 else nodes[::-1]

    def _inset(self, box: _Box, down: float) -> float:
        """How far a box stands in from the outer edge: the ends more than the middle, what lies underneath most."""
        if box.look == "inner":
            return self.column - box.width + self.lean
        return self.bend * (2 * min(1.0, max(0.0, down)) - 1) ** 2

    def _outline(self, side: int, above: float, tall: float) -> Node:
        width = self.column - self.bend
        x = self.bend / 2 if side == 0 else self.width - self.bend / 2 - width
        texts = self._wrap(self.words.theirs, width * 0.8, self.size, False, None)
        y = above + tall / 2 - len(texts) * self.size * LEADING / 2 + self.size
        lines = tuple(
            Line(text, x + (width - self.measure(text, self.size, False)) / 2, y + at * self.size * LEADING, self.size, False, True)
            for at, text in enumerate(texts)
        )
        return Node(x=x, y=above, width=width, height=tall, radius=self.size * 1.6, side=side, look="empty", lines=lines)

    def _turns(self, nodes: list[Node]) -> Iterator[Arrow]:
        """The arrows within one side; they pass what lies underneath on its outer side."""
        lived = [node for node in nodes if node.look != "inner"]
        for start, end in pairwise(lived):
            down = start.y < end.y
            begin = Point(self._outer_x(start), start.y + start.height if down else start.y)
            finish = Point(self._outer_x(end), end.y if down else end.y + end.height)
            reach = (finish.y - begin.y) * 0.4
            out = min(self.size * 0.9, abs(reach) * 0.3) * (-1 if start.side == 0 else 1)
            yield self._arrow(begin, Point(begin.x + out, begin.y + reach), Point(finish.x + out, finish.y - reach), finish, False)

    def _outer_x(self, node: Node) -> float:
        near = self.near
        return node.x + near if node.side == 0 else node.x + node.width - near

    def _across(self, start: Node, end: Node, way: int, to: int) -> Arrow:
        """The big arrow from what one does to what sets the other off: `way` is 1 below the boxes, -1 above them."""
        edge = max if way == 1 else min
        begin, finish = (Point(self._inner_x(node), node.y + (node.height if way == 1 else 0)) for node in (start, end))
        level = edge(begin.y, finish.y) + way * self.arch
        label = self._label(self.says[to], (begin.x + finish.x) / 2, edge(begin.y, finish.y) + way * self.arch * 0.75, way)
        return self._arrow(begin, Point(begin.x, level), Point(finish.x, level), finish, True, label)

    def _label(self, texts: list[str], middle: float, turn: float, way: int) -> tuple[Line, ...]:
        """What an arrow says, beyond its outermost point, where it cannot be crossed."""
        size = self.size * 0.86
        first = turn + self.size * 0.5 + size * 0.9 if way == 1 else turn - self.size * 0.75 - size * LEADING * (len(texts) - 1)
        return tuple(
            Line(text, middle - self.measure(text, size, False) / 2, first + size * LEADING * at, size, False, True)
            for at, text in enumerate(texts)
        )

    def _tall(self, texts: list[str]) -> float:
        return self.size * (0.4 + 0.86 * LEADING * len(texts))

    def _landing(self, to: int) -> list[str]:
        """What an arrow says, as full as its lines allow: between the names above, wider below."""
        size, wide, most = self.size * 0.86, self.width * (0.7 if to else 0.42), min(SAYS, self.most or SAYS)
        for text in self._landings(to):
            lines, clipped = clip(text, wide, lambda piece: self.measure(piece, size, False), most)
            if not clipped:
                return lines
        return lines

    def _landings(self, to: int) -> Iterator[str]:
        """What an arrow can say, the fullest first: how its target says it lands, that it lands with them, that it lands."""
        name, said = self.halves[to].name, self.loop.lands[1 - to]
        if name and said:
            yield self.words.lands_so.format(name=name, said=said)
        yield _lands(self.words, self.halves[to])
        yield self.words.lands_somewhere

    def _inner_x(self, node: Node) -> float:
        return node.x + node.width * (0.62 if node.side == 0 else 0.38)

    def _arrow(self, begin: Point, one: Point, two: Point, tip: Point, across: bool, label: tuple[Line, ...] = ()) -> Arrow:
        """A curve that ends where its head begins, so that a dashed line does not show through."""
        length = self.size * (0.95 if across else 0.75)
        away = hypot(tip.x - two.x, tip.y - two.y) or 1
        back = Point((two.x - tip.x) / away, (two.y - tip.y) / away)
        neck = Point(tip.x + back.x * length, tip.y + back.y * length)
        wide = length * 0.45
        head = (tip, Point(neck.x - back.y * wide, neck.y + back.x * wide), Point(neck.x + back.y * wide, neck.y - back.x * wide))
        return Arrow(curve=(begin, one, two, neck), head=head, across=across, label=label)
