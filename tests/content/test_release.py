"""The check before a release finds what has grown old (G33)."""

from __future__ import annotations

from datetime import date

from tests.release import overdue


def test_g33_a_line_past_its_date_is_told_before_a_release() -> None:
    assert overdue(date(2100, 1, 1))


def test_g33_a_line_within_its_date_is_not() -> None:
    assert overdue(date(2000, 1, 1)) == []
