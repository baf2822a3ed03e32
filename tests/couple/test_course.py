"""Scales through time: where dots and what happened in between stand."""

from __future__ import annotations

from workbook.content.blocks import Event
from workbook.couple.course import Dot, numbers, stretches, told, upright


def test_a_line_is_parted_where_nothing_was_marked() -> None:
    assert stretches((0, 5, None, 10), 0, 10) == [[Dot(0, 0), Dot(1 / 3, 0.5)], [Dot(1, 1)]]
    assert stretches((None, None), 0, 10) == []
    assert stretches((4,), 0, 10) == [[Dot(0.5, 0.4)]]
    assert numbers((0, None, 10)) == "0 · – · 10"


def test_what_happened_stands_between_the_weeks_it_fell_in_and_never_outside() -> None:
    events = (Event(-0.5, "before"), Event(0.5, "in between"), Event(2, "the same day"), Event(2.5, "after"))
    assert upright(events, 3) == [0, 0.25, 1, 1]
    assert upright((Event(0, "the only day"), Event(0.5, "after"), Event(-0.5, "before")), 1) == [0.5, 1, 0]


def test_what_happened_is_told_under_the_numbers_at_the_lines() -> None:
    assert told((Event(0, "Moved house"), Event(1, "A new job"))) == ["1  Moved house", "2  A new job"]
