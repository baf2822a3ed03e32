"""The geometry of the body, front and back: an outline, the places in it, and how more and less look without any colour.

Lengths are in the unit of `width` (points on paper, pixels on screen); x goes right, y goes down from the top left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from msgspec import Struct

from workbook.couple.figures import Point

How = Literal["more", "less"]
"""More going on is hatched, less or numb is dotted: a photocopier keeps them apart too."""

VIEWS = ("front", "back")
TALL, WIDE, APART = 202.0, 84.0, 12.0
"""One figure's box, and the room between the two, in the figure's own unit."""

_HALF = (
    (0, 2), (7.6, 5), (11, 15), (9.2, 25), (5.6, 31), (6.2, 37), (14, 40), (22.5, 43.5), (27.5, 52), (29.3, 68), (31, 82),
    (34.5, 99), (38, 110), (37.5, 118), (34.2, 119.5), (31.6, 112), (29.4, 101), (25.8, 85), (23.6, 71), (21, 60), (19.6, 72),
    (17.2, 86), (18.2, 97), (20.4, 109), (20, 126), (17, 148), (17.2, 163), (13, 186), (15.8, 194), (14.4, 198.4), (6, 198.4),
    (5.2, 188), (6, 165), (4.6, 148), (3.8, 130), (1.6, 115),
)  # fmt: skip
"""The outline of one half from the top of the head to between the legs, measured from the middle."""

_SIDE = ((21, 45), (21, 60), (21.4, 84), (24.6, 108), (25, 124))
"""Where the trunk ends and the arm begins."""

_BANDS: dict[str, tuple[tuple[str, float, float], ...]] = {
    "front": (("head", 0, 14.5), ("face-jaw", 14.5, 30), ("throat", 30, 39), ("chest", 48, 75), ("belly", 75, 108)),
    "back": (("head", 0, 30), ("back", 48, 108)),
}
"""Places that lie across the middle, from one height to another."""


class Region(Struct, frozen=True):
    """A place in one of the two figures: what lies inside these corners and inside the outline."""

    place: str
    corners: tuple[Point, ...]


class Figure(Struct, frozen=True):
    """One of the two: its outline as a start and cubic curves (two bends and an end each), its places, the middle of its foot."""

    view: str
    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    regions: tuple[Region, ...]
    foot: Point


class Box(NamedTuple):
    """What something fits into."""

    left: float
    top: float
    right: float
    bottom: float

    def corners(self) -> tuple[Point, ...]:
        """Its four corners, one after the other."""
        left, top, right, bottom = self
        return Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)


def height(width: float) -> float:
    """How high the two figures are when they stand side by side in this width."""
    return TALL * _scale(width)


def lay_out(width: float) -> tuple[Figure, ...]:
    """The two figures, front and back, side by side."""
    scale = _scale(width)
    return tuple(_figure(view, (WIDE / 2 + at * (WIDE + APART)) * scale, scale) for at, view in enumerate(VIEWS))


def place_at(figures: tuple[Figure, ...], at: Point) -> str | None:
    """The place somebody points at; nothing beside the body."""
    for figure in figures:
        if _inside(at, tuple(_flat(figure))):
            return next((region.place for region in figure.regions if _inside(at, region.corners)), None)
    return None


def marked(figure: Figure, places: dict[str, How]) -> Iterator[tuple[tuple[Point, ...], How]]:
    """The corners of every place in a figure that has a mark; what is felt all over covers it, below the rest."""
    if how := places.get("all-over"):
        yield tuple(_flat(figure)), how
    for region in figure.regions:
        if how := places.get(region.place):
            yield region.corners, how


def hatching(box: Box, gap: float) -> Iterator[tuple[Point, Point]]:
    """Slanting lines across a box."""
    tall = box.bottom - box.top
    x = box.left - tall
    while x < box.right:
        yield Point(x, box.bottom), Point(x + tall, box.top)
        x += gap


def dots(box: Box, gap: float) -> Iterator[Point]:
    """Dots all over a box, every second row between those of the row before."""
    row, y = 0, box.top + gap / 2
    while y < box.bottom:
        x = box.left + gap * (0.5 if row % 2 else 1)
        while x < box.right:
            yield Point(x, y)
            x += gap
        row, y = row + 1, y + gap * 0.8


def around(corners: tuple[Point, ...]) -> Box:
    """The box that corners fit into."""
    xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _scale(width: float) -> float:
    return width / (2 * WIDE + APART)


def _figure(view: str, middle: float, scale: float) -> Figure:
    def put(x: float, y: float) -> Point:
        return Point(middle + x * scale, y * scale)

    start, curves = _outline()
    return Figure(
        view=view,
        start=put(*start),
        curves=tuple((put(*one), put(*two), put(*end)) for one, two, end in curves),
        regions=tuple(Region(place, tuple(put(*corner) for corner in corners)) for place, corners in _regions(view)),
        foot=put(0, TALL),
    )


@cache
def _outline() -> tuple[Point, tuple[tuple[Point, Point, Point], ...]]:
    """A smooth closed curve through all the points of both halves."""
    right = [Point(x, y) for x, y in _HALF]
    points = [*right, *(Point(-x, y) for x, y in reversed(_HALF) if x)]
    count = len(points)
    curves = []
    for at in range(count):
        before, start, end, after = (points[(at + step) % count] for step in (-1, 0, 1, 2))
        one = Point(start.x + (end.x - before.x) / 6, start.y + (end.y - before.y) / 6)
        two = Point(end.x - (after.x - start.x) / 6, end.y - (after.y - start.y) / 6)
        curves.append((one, two, end))
    return points[0], tuple(curves)


@cache
def _regions(view: str) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    """The places of a view as corners; where two overlap the first one counts."""
    bands = [(place, _band(top, bottom)) for place, top, bottom in _BANDS[view]]
    arm = [*(Point(x, y) for x, y in _SIDE), Point(WIDE / 2, 124), Point(WIDE / 2, 48), Point(21, 48)]
    arms = tuple(("arms-hands", tuple(Point(x * side, y) for x, y in arm)) for side in (1, -1))
    shoulders = ("shoulders", (Point(-WIDE / 2, 36), Point(WIDE / 2, 36), Point(WIDE / 2, 48), Point(-WIDE / 2, 48)))
    legs = ("legs-feet", (Point(-24.6, 108), Point(24.6, 108), Point(24.6, TALL), Point(-24.6, TALL)))
    return (*bands, shoulders, *arms, legs)


def _band(top: float, bottom: float) -> tuple[Point, ...]:
    """Across the middle, as wide as the trunk is there; the head and the throat have nothing beside them."""
    wide = [(WIDE / 4, top), (WIDE / 4, bottom)] if bottom < 40 else [(_side(top), top), (_side(bottom), bottom)]
    right = [Point(x, y) for x, y in wide]
    return (*right, *(Point(-x, y) for x, y in reversed(right)))


def _side(y: float) -> float:
    """Half the width of the trunk at a height."""
    for (x1, y1), (x2, y2) in pairwise(_SIDE):
        if y1 <= y <= y2:
            return x1 + (x2 - x1) * (y - y1) / (y2 - y1)
    return _SIDE[-1][0]


def _flat(figure: Figure) -> Iterator[Point]:
    """The outline as corners, near enough for pointing and filling."""
    start = figure.start
    for one, two, end in figure.curves:
        for step in range(4):
            t = step / 4
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            yield Point(
                a * start.x + b * one.x + c * two.x + d * end.x,
                a * start.y + b * one.y + c * two.y + d * end.y,
            )
        start = end


def _inside(at: Point, corners: tuple[Point, ...]) -> bool:
    """Whether a point lies within corners, by counting the edges to its right."""
    inside = False
    for one, two in pairwise((*corners, corners[0])):
        if (one.y > at.y) != (two.y > at.y) and at.x < one.x + (two.x - one.x) * (at.y - one.y) / (two.y - one.y):
            inside = not inside
    return inside
