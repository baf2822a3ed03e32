"""Taking one's words along, and deleting them, by keyboard in the real window with real storage."""

from __future__ import annotations

import json

import pytest

from tests.robots.window import Hands
from workbook.screens.belongings import BelongingsScreen
from workbook.screens.home import HomeScreen
from workbook.screens.leaving import LeavingScreen
from workbook.screens.myspace import MySpaceScreen


@pytest.fixture
def zoe(hands: Hands) -> Hands:
    """Zoë has written one answer alone and is on her page."""
    hands.set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself").onward()
    hands.write("the dishes").press("Enough for today").press("My page")
    hands.on(HomeScreen)
    return hands


def test_everything_of_mine_goes_into_a_file_for_its_owner_alone(zoe: Hands) -> None:
    zoe.press("My space")
    at = next(at for at, errand in enumerate(zoe.on(MySpaceScreen).state.errands) if errand.title == "Everything of mine")
    zoe.on(MySpaceScreen).state.errands[at].go()
    zoe.settle().press("Write it")
    zoe.on(BelongingsScreen)
    written = zoe.folder / "notes.json"
    assert written.stat().st_mode & 0o077 == 0
    (sitting,) = json.loads(written.read_bytes())["sittings"]
    assert "the dishes" in str(sitting["answers"])
    assert "Written" in zoe.said()
    zoe.press("Write it")
    assert "already" in zoe.said()


def test_an_answer_is_deleted_after_asking_once(zoe: Hands) -> None:
    zoe.press("Read it through").press("Delete …").press("Delete this answer …")
    assert "at once and for good" in zoe.said()
    assert "backups" in zoe.said()
    zoe.press("Keep it").press("Delete this answer …").press("Delete it")
    assert zoe.on(LeavingScreen).state.items == ()
    assert "the dishes" not in zoe.said()


def test_a_whole_sitting_is_deleted(zoe: Hands) -> None:
    zoe.press("Read it through").press("Delete …").press("Delete all of it …").press("Delete it")
    assert zoe.on(HomeScreen).state.going_on == ()
