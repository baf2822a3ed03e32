"""Days in words, the same on screen and on paper."""

from __future__ import annotations

import pytest

from workbook.content import days
from workbook.content.blocks import Said
from workbook.content.fields import Day


def test_a_day_that_was_answered_is_shown_as_one_says_it() -> None:
    field = Day(id="day", label="Which day?")
    assert field.show("2026-05-03") == (Said("Sunday, 3 May 2026", "Which day?"),)
    assert field.show(None) == (Said(None, "Which day?"),)
    assert field.show("") == (Said("", "Which day?"),)


@pytest.mark.parametrize("kept", ["", "2026", "2026-02-31", "some day [...]"])
def test_what_is_no_day_stays_as_it_is(kept: str) -> None:
    assert days.shown(kept) == kept


def test_what_is_shown_is_understood_again() -> None:
    day = days.understood("2026-05-03")
    assert day is not None
    assert days.understood(days.written(day)) == day
