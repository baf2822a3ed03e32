"""What both may see."""

from __future__ import annotations

import pytest

from tests.storage import given
from tests.storage.given import text, trouble
from workbook.couple.ports import Notebook
from workbook.couple.sitting import Place, Response


def test_an_invitation_is_found_by_the_other(two: Notebook) -> None:
    two.lock("sam")
    two.shared().invite(given.for_two())
    two.lock("mira")
    two.unlock("sam", given.SECRET["sam"])
    (entry,) = two.shared().sittings()
    assert (entry.sitting, entry.place, entry.state) == (given.for_two(), Place(), "open")


def test_the_place_of_the_joint_part_is_kept(two: Notebook) -> None:
    two.shared().invite(given.for_two("a"))
    two.shared().invite(given.for_two("b"))
    two.shared().go("a", Place(2, 0), "finished")
    assert [(entry.sitting.id, entry.place, entry.state) for entry in two.shared().sittings()] == [
        ("a", Place(2, 0), "finished"),
        ("b", Place(0, 0), "open"),
    ]


def test_joint_answers_come_back_with_their_authors(two: Notebook) -> None:
    two.shared().invite(given.for_two())
    two.shared().save("first", "name", "both", text("the wave \ud800"))
    two.shared().save("first", "turn", "sam", text("I heard you"))
    two.shared().save("first", "turn", "mira", text("gone"))
    two.shared().save("first", "turn", "mira", None)
    assert two.shared().joint("first") == (
        Response(step="name", author="both", answer=text("the wave \ud800")),
        Response(step="turn", author="sam", answer=text("I heard you")),
    )


def test_nothing_joint_changes_unless_both_are_here(two: Notebook) -> None:
    two.shared().invite(given.for_two())
    two.lock("sam")
    with trouble("locked"):
        two.shared().save("first", "name", "both", text("x"))
    with trouble("locked"):
        two.shared().go("first", Place(1, 0))
    assert two.shared().joint("first") == ()
    with pytest.raises(KeyError):
        two.unlock("nobody", None)


def test_a_pause_begins_changes_and_ends(two: Notebook) -> None:
    assert two.shared().pause() is None
    two.shared().set_pause({"until": "20:30", "sentence": "I am coming back \ud800"})
    two.shared().set_pause({"until": "21:00", "sentence": "I am coming back \ud800"})
    assert two.shared().pause() == {"until": "21:00", "sentence": "I am coming back \ud800"}
    two.shared().set_pause(None)
    assert two.shared().pause() is None
