"""Where the keyboard is when a page comes, and what does not linger from the page before."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from tests.robots.window import Hands
from workbook.screens.home import HomeScreen
from workbook.screens.walk import WalkScreen


def test_home_begins_at_the_top_and_at_what_was_begun(hands: Hands) -> None:
    hands.set_up("Zoë", "Łukasz").first_turn(None).on(HomeScreen)
    assert not isinstance(hands.focus, QPushButton)
    hands.begin("Steady ground", "By myself").press("Enough").press("My page")
    assert isinstance(hands.focus, QPushButton)
    assert (hands.focus.text(), hands.focus.accessibleDescription()) == ("Go on", "Steady ground")


def test_saved_is_not_said_on_a_page_where_nothing_was_written(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn(None).begin("One moment, slowly", "By myself")
    while not hands.on(WalkScreen).state.page.groups:
        hands.onward()
    hands.fill("mine")
    hands.onward()
    assert hands.on(WalkScreen).state.status == ""
    hands.onward().alt("b")
    assert hands.on(WalkScreen).state.status == ""
