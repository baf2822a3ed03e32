"""At the window by keys alone: the four doors, all exercises, a path, a pack that is switched on, and words from before."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.robots.window import Hands
from workbook.screens.home import HomeScreen
from workbook.screens.journeys import JourneysScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.packs import PacksScreen
from workbook.screens.pause import PauseScreen
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.chip import Chip


def errand(hands: Hands, title: str) -> Hands:
    """From home to one of the errands in my space."""
    return hands.press("My space").press(title)


def cards(hands: Hands) -> int:
    return len(hands.shown(CardRow))


def test_each_of_the_four_doors_is_one_key_from_home(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    hands.alt("J")
    assert hands.on(WalkScreen).state.title == "Quick capture"
    hands.press("Enough for today").press("My page")
    hands.alt("W")
    assert hands.on(WalkScreen).state.title == "A gentle opening"
    hands.press("Enough for today").press("My page")
    hands.alt("T").on(PauseScreen)


def test_an_exercise_is_found_by_typing_a_word(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").press("All exercises")
    everything = cards(hands)
    hands.write("letter")
    assert 0 < cards(hands) < 5 < everything
    hands.tab_to(lambda at: isinstance(at, Chip) and at.words == "5 minutes at most", "five minutes").key(Qt.Key.Key_Space)
    assert cards(hands) == 0
    hands.key(Qt.Key.Key_Space)
    assert hands.on(LibraryScreen).state.narrowed.minutes == 0
    hands.press("Make it a favourite").press("Back")
    assert len(hands.on(HomeScreen).state.favourites) == 1


def test_without_favourites_it_says_how_one_is_made(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").press("All exercises")
    hands.on(LibraryScreen).narrow(favourites=True)
    assert "“Make it a favourite” stands below each exercise" in hands.settle().said()
    hands.on(LibraryScreen).narrow(favourites=False, words="zzz")
    assert "Try a shorter word" in hands.settle().said()


def test_a_path_is_set_out_on_and_stands_on_ones_own_page(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    errand(hands, "Paths").press("Just me")
    hands.press("Set out on this path").press("On to the next stop")
    assert [stage.current for stage in hands.on(JourneysScreen).state.stages][:2] == [False, True]
    hands.press("Back").press("Back").press("Back")
    assert [one.exercise for one in hands.on(HomeScreen).state.suggested] == ["quick-capture"]


def test_g32_a_pack_is_switched_on_behind_its_gate(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    errand(hands, "More exercises")
    title = "Companion to ketamine-assisted therapy"
    hands.press(title)
    assert hands.on(PacksScreen).state.gate is not None
    hands.press("Switch it on for me")
    assert any(shown.on for shown in hands.on(PacksScreen).state.packs)


def test_words_from_before_are_used_by_keys(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    hands.alt("J")
    hands.write("the kettle & the <cup>").press("Enough for today").press("My page")
    hands.begin("One moment, slowly", "By myself")
    while hands.on(WalkScreen).state.page.step.id != "cue":
        hands.press("Next")
    hands.press("From before: your own earlier words").press("Use this here")
    assert hands.on(WalkScreen).state.page.groups[0].answer == {"words": "the kettle & the <cup>"}
