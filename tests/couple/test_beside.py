"""What stands beside an answer: ids that no step can have, and nothing but what may stand there."""

from __future__ import annotations

import pytest

from workbook.content.library import Library
from workbook.content.step import Answer
from workbook.couple.beside import fits, later_id, later_of, mark_id, marks_and_later, next_later, number_of, step_of
from workbook.paths import resources

LOOP = {step.id: step for step in Library(resources() / "packs").exercise("draw-our-loop").steps()}


def test_an_id_beside_a_step_is_told_from_a_steps_own() -> None:
    for name, step, number in ((mark_id("cue"), "cue", 0), (later_id("half-loop", 12), "half-loop", 12)):
        assert (step_of(name), number_of(name)) == (step, number)
    assert [name for name in LOOP if step_of(name) is not None] == []
    assert [step_of(name) for name in ("cue+0", "cue+", "cue~1", "+1", "cue+1+1", "cue+123456")] == [None] * 6


def test_later_thoughts_stand_in_the_order_in_which_they_came() -> None:
    there = ["cue+10", "wish+1", "cue+2", "cue", "cue~", "cue+9"]
    assert later_of("cue", there) == ("cue+2", "cue+9", "cue+10")
    assert marks_and_later("cue", there) == ("cue~", "cue+2", "cue+9", "cue+10")
    assert (next_later("cue", there), next_later("move", there)) == ("cue+11", "move+1")


@pytest.mark.parametrize(
    ("name", "answer", "may"),
    [
        ("cue+1", {"words": "now I see it"}, True),
        ("cue~", {"mark": "surprised"}, True),
        ("cue~", {"mark": "seven"}, False),
        ("cue~", {"mark": ["same"]}, False),
        ("cue~", {"mark": "same", "more": 1}, False),
        ("cue+1", {"words": ["x"]}, False),
        ("cue+1", {"text": "x"}, False),
        ("nowhere+1", {"words": "x"}, False),
        ("nowhere~", {"mark": "same"}, False),
        ("cue!", {"bring": "session"}, True),
        ("cue!", {"bring": "home"}, False),
        ("cue!", {"mark": "same"}, False),
    ],
)
def test_only_a_mark_or_words_may_stand_beside_a_step_that_is_there(name: str, answer: Answer, may: bool) -> None:
    assert fits(name, answer, LOOP) == may
