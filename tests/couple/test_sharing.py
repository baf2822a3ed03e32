"""What stands on a page where words were open once and cannot be shown now."""

from __future__ import annotations

from tests.storage.given import MIRA, SAM, for_two
from workbook.content.blocks import Block, Sides
from workbook.couple import sharing
from workbook.couple.sitting import Response

SAID = Response(step="cue", author="mira", answer={"words": "the door"})


def sides(other: Response) -> tuple[tuple[Block, ...], ...]:
    """What stands under each name."""
    responses = (SAID, other)
    keys = frozenset({("cue", "mira")}) | sharing.without_words(responses)
    blocks = sharing.document(for_two(), (MIRA, SAM), responses, keys)
    (found,) = (block for block in blocks if isinstance(block, Sides))
    return tuple(side.blocks for side in found.sides)


def test_words_that_are_not_what_was_sealed_are_told_as_damaged_beside_those_that_are() -> None:
    mine, theirs = sides(Response(step="cue", author="sam", answer=None, broken=True))
    assert "the door" in repr(mine)
    assert theirs == sharing.shown_broken()
    assert "damaged or changed" in repr(theirs)


def test_words_that_were_taken_back_are_told_so() -> None:
    assert sides(Response(step="cue", author="sam", answer=None, taken_back=True))[1] == sharing.shown_taken_back()


def test_neither_is_ever_offered_for_paper() -> None:
    gone = tuple(Response(step=step, author="sam", answer=None, broken=broken) for step, broken in (("cue", True), ("wish", False)))
    assert [item.author for item in sharing.items(for_two(), (SAID, *gone))] == ["mira"]
