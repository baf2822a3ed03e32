"""More pages as a screen reader finds them: the door, a pause, looking back, what opens, and the pages of a paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.robots.seat import Heard, Seat, missing, seat
from tests.robots.window import Hands

pytestmark = pytest.mark.reader
BUTTONS = ("push button", "check box", "radio button", "toggle button")
TAKES_KEYS = (*BUTTONS, "text", "password text", "combo box", "list", "list item")


@pytest.fixture
def sealed(hands: Hands) -> Iterator[Seat]:
    """Both halves are sealed, and somebody who sees nothing is at the door."""
    if lacking := missing():
        pytest.skip(f"needs {lacking}")
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").begin("One moment, slowly", "With").walk("first")
    hands.seal().press("My page").press("Something just happened").write("The plate fell.").press("Enough for today")
    hands.press("My page").press("Pass the computer").press("I am").first_turn("second lamp").half().walk("second")
    hands.seal().close()
    with seat(hands.folder) as at:
        yield at.wait("Both of us")


def nameless(at: Seat) -> list[Heard]:
    return [each for each in at.tree() if each.role in TAKES_KEYS and "focusable" in each.states and not each.name]


def come_in(at: Seat) -> Seat:
    """The first one, to their own page."""
    at.tab_to("Boat")
    at.key("space").wait("Your passphrase").write("first lamp")
    return at.key("Return").wait("All exercises")


def test_the_door_and_a_pause_are_announced_and_named(sealed: Seat) -> None:
    assert "Who is here?" in sealed.since()
    assert nameless(sealed) == []
    sealed.key("F2").wait("In 20 minutes")
    assert sealed.since() == ["Too much right now"]
    assert sealed.focus.description.startswith("Look round slowly")
    assert nameless(sealed) == []
    sealed.key("space").wait("Come back")
    assert any(each.startswith("Time to come back") for each in sealed.since())
    assert nameless(sealed) == []


def test_what_opens_is_heard_where_the_keyboard_is(sealed: Seat) -> None:
    sealed.tab_to("Both of us")
    sealed.key("space").wait("Your passphrase").write("first lamp")
    sealed.key("Return").wait("Leaf").write("second lamp")
    sealed.key("Return").wait("Go to this one").tab_to("Go to this one")
    sealed.key("space").wait("Open it, both of us").since()
    assert sealed.focus.name == "Open it, both of us"
    sealed.key("space").wait("Same for me")
    assert sealed.focus.description.splitlines()[:2] == ["Zoë: cue first", "Łukasz: cue second"]
    assert nameless(sealed) == []
    said = [each for each in sealed.tree() if each.role == "radio button"]
    assert {each.description for each in said} == {"Zoë, about what Łukasz said", "Łukasz, about what Zoë said"}


def test_looking_back_and_the_pages_of_a_paper_can_be_walked_by_ear(sealed: Seat) -> None:
    come_in(sealed).tab_to("Look back")
    sealed.key("space").wait("Looking back")
    assert sealed.since()[-1] == "Looking back"
    assert nameless(sealed) == []
    (row,) = [each for each in sealed.tree() if each.role == "list item"]
    assert row.name.startswith("Quick capture, ")
    assert row.name.endswith("Your own")
    sealed.tab_to("What lies behind you")
    sealed.key("Return").wait("Make a PDF")
    assert nameless(sealed) == []
    sealed.tab_to("Make a PDF")
    sealed.key("space").wait("What goes on paper, Zoë?").since()
    assert nameless(sealed) == []
    assert "Tick all that is not tender" not in [each.name for each in sealed.tree()], "all of it is"
    sealed.tab_to("What happened")
    sealed.key("space")
    for button, title in (
        ("Look at the pages", "The pages as they will be"),
        ("Print or write it", "Print it, or keep it as a file"),
        ("Write the file", "It is written."),
    ):
        sealed.tab_to(button)
        sealed.key("space").wait(title)
        assert title in sealed.since()
        assert nameless(sealed) == []
    assert sealed.focus.name == "Done"


def test_a_lock_is_announced_by_the_page_that_comes(sealed: Seat) -> None:
    come_in(sealed).since()
    sealed.keys("Escape", "Escape", "Escape").wait("Continue")
    assert sealed.focus.name == "Continue"
    assert nameless(sealed) == []
    sealed.key("space").wait("Who is here?")
    assert "Who is here?" in sealed.since()
