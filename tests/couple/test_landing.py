"""How each says the other's arrow lands stands in the drawing, and in its words."""

from __future__ import annotations

from workbook.content.blocks import Loop, LoopHalf
from workbook.couple.figures import lay_out


def _measure(text: str, size: float, bold: bool) -> float:
    return len(text) * size * (0.55 if bold else 0.5)


LOOP = Loop(
    LoopHalf("Zoë", cue="a shut door", move="I knock"),
    LoopHalf("Łukasz", cue="knocking", move="I hide"),
    lands=("It lands differently on me", None),
)


def test_the_arrow_carries_what_its_target_says_of_it() -> None:
    arrows = [arrow for arrow in lay_out(LOOP, 480, _measure).arrows if arrow.across]
    labels = [" ".join(line.text for line in arrow.label) for arrow in arrows]
    assert "Łukasz: It lands differently on me" in labels
    assert "lands with Zoë" in labels


def test_the_words_for_a_screen_reader_carry_it_too() -> None:
    assert "Łukasz: It lands differently on me" in lay_out(LOOP, 480, _measure).alternative
