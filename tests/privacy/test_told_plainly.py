"""What everyone is told, at the same place: G1, G2, G6, G25."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.robots.window import Hands, evening
from workbook.screens.help import HelpScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.walk import WalkScreen


def test_g1_the_first_screen_says_what_this_is_not(hands: Hands) -> None:
    said = hands.said()
    for words in ("not therapy", "not crisis care", "not for a relationship in which someone is afraid", "weight of violence"):
        assert words in said
    assert "honest words can be used against you later" in said


def says_who_should_see_somebody(said: str) -> bool:
    """All of G2, in its place."""
    reasons = ("afraid of the other", "thinks of dying", "lost touch with what is real", "addiction", "affair", "decided to leave")
    return all(0 <= said.find("See a professional") < said.find(reason) for reason in reasons)


def test_g2_the_first_screen_says_that_some_should_see_somebody_first_and_where_it_is_told_who(hands: Hands) -> None:
    assert "Help says who should see a professional first" in hands.said()
    hands.press("Help").on(HelpScreen)
    assert says_who_should_see_somebody(hands.said())


def test_g2_each_is_told_who_should_see_somebody_before_their_first_one_for_two(hands: Hands) -> None:
    told: list[str] = []
    walks: list[str] = []

    def look(hands: Hands) -> None:
        if isinstance(hands.screen, NoticeScreen) and says_who_should_see_somebody(hands.said()):
            told.append(hands.seen[-1])
            walks.append(str(len([one for one in hands.seen if one.startswith("WalkScreen")])))

    hands.watchers.append(look)
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").begin("Three things I noticed", "With").walk()
    hands.seal().press("Pass the computer").press("I am").first_turn("second lamp").half()
    assert len(told) == 2
    assert walks[0] == "0"


def test_g2_both_are_told_before_the_first_one_that_begins_at_the_table(hands: Hands) -> None:
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").press("Pass the computer").press("I am").first_turn("second lamp")
    hands.press("We are both here").enter("first lamp").enter("second lamp").press("Begin this one").on(NoticeScreen)
    assert says_who_should_see_somebody(hands.said())


def test_g6_help_is_one_key_away_on_every_page_and_the_same_for_everyone(hands: Hands) -> None:
    pictures = []

    def look() -> None:
        hands.key(Qt.Key.Key_F1).on(HelpScreen)
        pictures.append(hands.picture())
        hands.alt("b")

    look()
    hands.set_up("Zoë", "Łukasz")
    look()
    hands.first_turn("first lamp")
    look()
    hands.begin("Draw our loop", "With").onward()
    look()
    hands.fill()
    look()
    hands.alt("e").press("Close the notebook")
    look()
    assert all(picture == pictures[0] for picture in pictures)


def test_g25_every_step_has_skip_enough_pause_and_help(hands: Hands) -> None:
    missing: list[str] = []

    def look(hands: Hands) -> None:
        if isinstance(hands.screen, WalkScreen):
            words = [button.text().replace("&", "") for button in hands.shown(QPushButton)]
            wanted = ["Enough for today", "Pause", "Help", "Back"] + (["Skip"] if hands.screen.state.page.groups else [])
            missing.extend(f"{hands.seen[-1]}: {way}" for way in wanted if way not in words)

    hands.watchers.append(look)
    evening(hands, "After the storm", fill=False)
    assert not missing, "\n".join(missing)


def test_g25_no_free_text_is_required(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn(None).begin("One moment, slowly", "By myself")
    while isinstance(hands.screen, WalkScreen):
        hands.press("Skip") if hands.screen.state.page.groups else hands.onward()
    assert isinstance(hands.screen, NoticeScreen)
    assert hands.notice() == "This one is done"
