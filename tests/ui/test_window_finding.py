"""At the window by keys alone: the four doors, a path, a pack that is switched on, and words from before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.robots.window import Hands
from workbook.screens.beginning import OFFERED
from workbook.screens.home import HomeScreen
from workbook.screens.journeys import JourneysScreen
from workbook.screens.packs import PacksScreen
from workbook.screens.pause import PauseScreen
from workbook.screens.walk import WalkScreen


def errand(hands: Hands, title: str) -> Hands:
    """From home to one of the errands in my space."""
    return hands.press("My space").press(title)


@pytest.mark.parametrize(
    ("key", "keys", "page"), [("J", 1, "Quick capture"), ("W", 1, "A gentle opening"), ("F", 2, "Three things I noticed")]
)
@pytest.mark.parametrize("names", [("Zoë",), ("Zoë", "Łukasz")])
def test_three_doors_are_at_their_first_step_in_two_keys_at_the_most(
    hands: Hands, names: tuple[str, ...], key: str, keys: int, page: str
) -> None:
    hands.set_up(*names).first_turn("first lamp")
    (me,) = hands.app.flow.notebook.unlocked()
    hands.app.flow.notebook.space(me).set(OFFERED, "yes")  # the questions before the first one for two come once (G3)
    before = hands.pressed
    hands.alt(key)
    if keys == 2:
        hands.key(Qt.Key.Key_Return)
    walk = hands.on(WalkScreen)
    assert (walk.state.title, hands.pressed - before) == (page, keys)
    assert walk.state.page.first


@pytest.mark.parametrize("where", ["home", "door"])
def test_too_much_right_now_is_one_key_away_and_a_second_one_sets_the_time(hands: Hands, where: str) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    if where == "door":
        hands.press("Close")
    hands.alt("T" if where == "home" else "M").on(PauseScreen)
    assert "Press both feet into the floor" in hands.said()
    hands.key(Qt.Key.Key_Return)
    assert hands.on(PauseScreen).state.stage == "running"


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
