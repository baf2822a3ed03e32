"""Taking the floor: one speaks, the other says it back, and only the speaker tells whether that was it."""

from __future__ import annotations

from workbook.screens.floor import Floor

FLOOR = Floor(names=("Sam", "Łucja"), depth=("What makes sense to me …", "I imagine you felt …"))


def test_the_first_one_speaks_and_the_other_says_it_back() -> None:
    assert (FLOOR.speaks, FLOOR.listens) == ("Sam", "Łucja")
    assert FLOOR.told() == "Sam speaks. Łucja says it back. Then Sam tells: was that it?"
    assert FLOOR.invitation == ""


def test_not_quite_asks_for_it_once_more_and_invites_to_nothing() -> None:
    again = FLOOR.not_quite()
    assert again.told().startswith("Not quite yet. Sam says the missing part once more")
    assert again.invitation == ""


def test_the_invitations_come_one_at_a_time_and_end() -> None:
    first = FLOOR.yes()
    second = first.yes()
    assert [first.invitation, second.invitation, second.yes().invitation] == [*FLOOR.depth, ""]
    assert second.yes().told() == "That was heard. Is there more? If not, swap, or go on."


def test_what_was_heard_still_counts_after_more_was_said() -> None:
    assert FLOOR.yes().more().yes().invitation == FLOOR.depth[1]
    assert FLOOR.yes().more().invitation == ""


def test_a_swap_begins_the_other_ones_turn_from_its_beginning() -> None:
    swapped = FLOOR.yes().yes().swap()
    assert (swapped.speaks, swapped.listens, swapped.heard, swapped.stage) == ("Łucja", "Sam", 0, "speaking")
    assert swapped.swap() == FLOOR


def test_how_long_each_spoke_is_told_only_once_both_wish_and_to_nobody_after_one_takes_it_back() -> None:
    spoken = FLOOR.run(150).swap().run(60).run(10)
    assert spoken.told_time() == ""
    assert spoken.wishes(0).told_time() == ""
    both = spoken.wishes(0).wishes(1)
    assert both.told_time() == "Sam: about 2 minutes. Łucja: about a minute"
    assert FLOOR.wishes(0).wishes(1).told_time() == "Sam: not yet. Łucja: not yet"
    assert both.wishes(0).told_time() == ""
