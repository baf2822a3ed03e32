"""The cover, and what happens while nobody touches anything (G9, G12)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.screens.cover import CoverScreen
from workbook.screens.door import DoorScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.walk import WalkScreen
from workbook.trouble import Trouble


@pytest.fixture
def writing(tmp_path: Path) -> Desk:
    """Somebody in the middle of a sentence."""
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn().open("one-moment-slowly")
    while desk.on(WalkScreen).state.page.step.id != "cue":
        desk.next()
    return desk.write("half a sen")


def test_g9_the_cover_keeps_the_words_and_drops_the_keys(writing: Desk) -> None:
    sitting = next(iter(writing.notebook.spaces[writing.person(0)].entries())).sitting.id
    writing.flow.cover()
    writing.on(CoverScreen)
    assert not writing.notebook.unlocked()
    assert writing.notebook.spaces[writing.person(0)].answers(sitting)["cue"] == {"words": "half a sen"}


def test_g9_coming_back_goes_through_the_door(writing: Desk) -> None:
    writing.flow.cover()
    writing.on(CoverScreen).back()
    writing.on(DoorScreen)


def test_g9_the_keys_go_even_when_nothing_can_be_saved(writing: Desk) -> None:
    writing.notebook.spaces[writing.person(0)].trouble = Trouble("disk-full")
    writing.flow.cover()
    assert not writing.notebook.unlocked()


def test_g9_help_opens_from_the_cover_and_goes_back_to_it(writing: Desk) -> None:
    writing.flow.cover()
    writing.flow.help()
    writing.flow.screen.back()  # type: ignore[union-attr]
    writing.on(CoverScreen)


def test_g12_a_private_page_locks_and_two_who_talk_are_only_dimmed(writing: Desk) -> None:
    assert writing.flow.quiet() == "private"
    writing.flow.lock()
    writing.on(DoorScreen)
    assert not writing.notebook.unlocked()
    assert writing.flow.quiet() == "nothing"


def test_g12_a_dimmed_page_comes_back_to_where_two_people_were(writing: Desk) -> None:
    writing.come_in(0).open("draw-our-loop", "each").walk().seal().pass_over().half().walk().seal()
    writing.sit_down().at_the_table()
    assert writing.flow.quiet() == "talking"
    writing.flow.dim()
    assert writing.flow.quiet() == "talking"
    writing.on(CoverScreen).back()
    writing.on(RevealScreen)
