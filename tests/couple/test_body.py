"""The body's drawing: each place can be pointed at, nothing beside it can, and more and less differ without any colour."""

from __future__ import annotations

import pytest

from workbook.couple.body import APART, TALL, WIDE, Box, Figure, around, dots, hatching, height, lay_out, marked, place_at
from workbook.couple.figures import Point

WIDTH = 2 * WIDE + APART
"""In this width the drawing's own unit is one."""

FRONT = {"head": (0, 8), "face-jaw": (0, 22), "throat": (0, 33), "chest": (0, 60), "belly": (0, 90)}
BACK = {"head": (0, 22), "back": (0, 80)}
BOTH = {"shoulders": (15, 44), "arms-hands": (29, 80), "legs-feet": (10, 160)}


def pointed_at(figure: int, x: float, y: float) -> str | None:
    """The place at a point measured from the middle of a figure."""
    return place_at(lay_out(WIDTH), Point(WIDE / 2 + figure * (WIDE + APART) + x, y))


@pytest.mark.parametrize(("figure", "places"), [(0, FRONT | BOTH), (1, BACK | BOTH)], ids=["front", "back"])
def test_every_place_is_found_on_both_sides(figure: int, places: dict[str, tuple[float, float]]) -> None:
    for place, (x, y) in places.items():
        assert {pointed_at(figure, x, y), pointed_at(figure, -x, y)} == {place}


def test_beside_the_body_and_between_the_legs_is_no_place() -> None:
    assert pointed_at(0, 35, 20) is None
    assert pointed_at(0, 0, 150) is None
    assert pointed_at(1, 22, 78) is None


def test_the_drawing_stays_in_its_frame_at_any_size() -> None:
    for width in (120.0, 264.0, 900.0):
        for figure in lay_out(width):
            points = [point for curve in figure.curves for point in curve]
            assert all(0 <= point.x <= width and 0 <= point.y <= height(width) for point in points)
    assert height(WIDTH) == TALL


def test_a_place_on_both_figures_is_marked_on_both_and_all_over_covers_all() -> None:
    front, back = lay_out(WIDTH)

    def marks(figure: Figure, place: str) -> list[str]:
        return [how for _corners, how in marked(figure, {place: "more"})]

    assert marks(front, "shoulders") == marks(back, "shoulders") == ["more"]
    assert (marks(front, "back"), marks(back, "back")) == ([], ["more"])
    assert marks(front, "arms-hands") == ["more", "more"]
    ((corners, _how),) = marked(front, {"all-over": "less"})
    assert around(corners).bottom - around(corners).top > 190


def test_more_is_lines_and_less_is_dots() -> None:
    box = Box(0, 0, 20, 10)
    assert all(start.y == 10 and end.y == 0 and end.x > start.x for start, end in hatching(box, 3))
    inside = list(dots(box, 4))
    assert inside
    assert all(0 <= dot.x <= 20 and 0 <= dot.y <= 10 for dot in inside)
