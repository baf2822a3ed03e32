"""Where each can step out of the loop stands in the drawing, in a box of its own kind, and in its words."""

from __future__ import annotations

import pytest

from workbook.content.blocks import Loop, LoopHalf
from workbook.couple.figures import Figure, lay_out, told

SAM = LoopHalf("Sam", "the dishes", "I go quiet", "a shut door", "I do not count", "small", "to be asked")
LUCJA = LoopHalf("Łucja", cue="quiet", move="I ask louder")
PLACES = ("cue", "move", "showed", "story", "under", "need")


def _measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.55 if bold else 0.5)


def drawn(*exits: str | None) -> Figure:
    return lay_out(Loop(SAM, LUCJA, exits=(exits[0], exits[1])), 460, _measure)


@pytest.mark.parametrize("place", PLACES)
def test_one_box_on_each_side_is_marked(place: str) -> None:
    marked = [node for node in drawn(place, place).nodes if node.way_out]
    assert [node.side for node in marked] == [0, 1]
    for node in marked:
        assert [line.text for line in node.lines if line.text == "Here I can step out"]
        assert all(node.y <= line.y <= node.y + node.height for line in node.lines)


def test_a_way_out_at_what_was_not_said_has_its_box_too() -> None:
    (node,) = (node for node in drawn(None, "need").nodes if node.way_out)
    assert "What I need" in [line.text for line in node.lines]
    assert node.look == "empty"


def test_without_a_way_out_nothing_is_marked() -> None:
    figure = drawn(None, None)
    assert not any(node.way_out for node in figure.nodes)
    assert "step out" not in figure.alternative


def test_the_words_for_a_screen_reader_say_who_can_step_out_where() -> None:
    words = told(Loop(SAM, LUCJA, exits=("story", "cue")))
    assert "Sam can step out here: What I tell myself." in words
    assert "Łucja can step out here: What set it off." in words
