"""Words that several screens say."""

from __future__ import annotations

import pytest

from workbook.screens import words


@pytest.mark.parametrize(
    ("count", "said"),
    [(0.4, "about a minute"), (15, "about 15 minutes"), (120, "about 120 minutes"), (360, "about 6 hours"), (325, "about 5 hours")],
)
def test_a_stretch_of_time_is_said_as_one_would_say_it(count: float, said: str) -> None:
    assert words.minutes(count) == said
