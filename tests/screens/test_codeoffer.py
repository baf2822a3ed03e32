"""A recovery code is offered once, after the first words somebody kept of their own, and not before (G17)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.robots.desk import Desk
from workbook.screens import codeoffer
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.home import HomeScreen
from workbook.screens.keys import CodeScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.opening import OpeningScreen
from workbook.screens.walk import WalkScreen


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).set_up("Alex", "Sam").first_turn()


def enough(desk: Desk, words: str = "") -> str:
    """Begin, perhaps say something, and stop; the title of the page that comes."""
    desk.on(HomeScreen).ways.exercise("quick-capture")
    desk.on(ExerciseScreen).begin("alone")
    if words:
        desk.write(words)
    desk.on(WalkScreen).enough()
    return title(desk)


def title(desk: Desk) -> str:
    return desk.on(NoticeScreen).state.title


def home(desk: Desk) -> Desk:
    desk.choose("My page")
    return desk


def test_g17_it_is_offered_when_the_first_words_are_kept_and_never_again(desk: Desk) -> None:
    assert enough(desk, "the door") == codeoffer.title()
    desk.choose("Go on without")
    assert title(desk) == "Enough for today"
    assert enough(home(desk), "the door again") == "Enough for today"


def test_it_is_not_offered_to_whoever_has_said_nothing_yet(desk: Desk) -> None:
    assert enough(desk) == "Enough for today"
    assert enough(home(desk), "the door") == codeoffer.title()


def test_it_is_not_offered_to_whoever_goes_without_a_passphrase(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Alex").first_turn(None)
    assert enough(desk, "the door") == "Enough for today"


def test_it_is_not_offered_to_whoever_has_a_code(desk: Desk) -> None:
    desk.notebook.set_recovery(desk.person(0), "one fine day", "a code")
    assert enough(desk, "the door") == "Enough for today"


def test_it_is_offered_at_the_end_of_an_exercise_done_alone(desk: Desk) -> None:
    desk.on(HomeScreen).ways.exercise("quick-capture")
    desk.on(ExerciseScreen).begin("alone")
    while isinstance(desk.stage.screen, WalkScreen):
        answer(desk.on(WalkScreen))
        desk.on(WalkScreen).next()
    assert title(desk) == codeoffer.title()
    desk.choose("Go on without")
    assert title(desk) == "This one is done"


def test_it_is_offered_when_a_half_is_sealed_and_does_not_stand_between_writing_and_what_opens(desk: Desk) -> None:
    desk.open("draw-our-loop", "each").walk()
    desk.on(OpeningScreen).seal()
    assert title(desk) == codeoffer.title()
    desk.choose("Go on without")
    assert title(desk).startswith("Your half is")


def test_a_code_can_be_made_at_once_and_then_it_goes_on(desk: Desk) -> None:
    enough(desk, "the door")
    desk.choose("Make a code")
    code = desk.on(CodeScreen)
    code.make()
    first, second = (code.state.groups[at] for at in code.state.asked)
    code.check()
    code.keep(first, second, "one fine day")
    assert desk.notebook.has_recovery(desk.person(0))
    assert title(desk) == "That is done"
    desk.choose("Go on")
    assert title(desk) == "Enough for today"


def test_whoever_looks_at_it_and_turns_back_goes_on_as_well(desk: Desk) -> None:
    enough(desk, "the door")
    desk.choose("Make a code")
    desk.on(CodeScreen).back()
    assert title(desk) == "Enough for today"
    assert enough(home(desk), "again") == "Enough for today"


def test_g9_whoever_covers_the_page_has_not_chosen(desk: Desk) -> None:
    enough(desk, "the door")
    desk.flow.cover()
    desk.come_in(0)
    assert enough(desk, "again") == codeoffer.title()


def test_g13_the_other_is_offered_one_of_their_own(desk: Desk) -> None:
    enough(desk, "the door")
    desk.choose("Go on without").come_in(1)
    assert enough(desk, "the window") == codeoffer.title()


def answer(walk: WalkScreen) -> None:
    said: dict[str, Any] = {"happened": "the door"}
    step = walk.state.page.step
    if step.id in said:
        walk.edit(walk.state.page.groups[0].author, step.fields()[0].id, said[step.id])
