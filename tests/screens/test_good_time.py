"""The questions before somebody's first exercise for two: offered once, alone, and nothing of them kept (G3, G4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.home import HomeScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.pause import PauseScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen
from workbook.screens.welcome import see_someone


@pytest.fixture
def offered(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn()
    desk.on(HomeScreen).ways.exercise("draw-our-loop")
    desk.on(ExerciseScreen).begin("each")
    return desk


def test_g3_they_are_offered_before_the_first_exercise_for_two(offered: Desk) -> None:
    assert "Skip it" in offered.on(NoticeScreen).state.actions


def test_g4_looking_at_them_keeps_nothing(offered: Desk) -> None:
    before = repr(vars(offered.notebook.spaces[offered.person(0)]))
    offered.choose("Have a look").walk()
    assert repr(vars(offered.notebook.spaces[offered.person(0)])) == before


def test_g4_nothing_in_them_can_be_clicked_or_typed(offered: Desk) -> None:
    offered.choose("Have a look")
    while isinstance(offered.stage.screen, WalkScreen):
        assert not offered.stage.screen.state.page.groups
        offered.next()


def test_they_are_offered_once(offered: Desk) -> None:
    offered.choose("Skip it")
    offered.on(WalkScreen).enough()
    offered.choose("My page")
    offered.on(HomeScreen).ways.exercise("draw-our-loop")
    offered.on(ExerciseScreen).begin("each")
    offered.on(WalkScreen)


def test_not_now_after_them_leaves_no_trace_for_the_other(offered: Desk) -> None:
    offered.choose("Have a look").walk().choose("Not now")
    offered.come_in(1)
    assert not offered.on(HomeScreen).state.for_two


def test_an_agreed_pause_has_its_word_and_its_length(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn()
    desk.open("pause-plan", "each").walk().seal().pass_over().half().walk().seal().sit_down().at_the_table().open_all()
    desk.walk({"pause-word": {"words": "lighthouse"}, "pause-length": {"chosen": "m30"}})
    desk.flow.pause()
    pause = desk.on(PauseScreen).state
    assert (pause.word, pause.agreed) == ("lighthouse", 30)


def test_g2_before_the_very_first_one_at_the_table_it_says_who_should_see_somebody_first(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Kim", "Sam").first_turn().come_in(1)
    desk.sit_down().on(TableScreen).begin("how-we-work-here")
    told = desk.on(NoticeScreen).state
    assert see_someone() in told.text
    assert told.actions == ("Go on with it", "Back to the table", "Not now")
    desk.choose("Back to the table").at_the_table().walk()
    desk.sit_down().on(TableScreen).begin("how-we-work-here")
    desk.on(WalkScreen)


def test_g2_whoever_was_asked_to_the_table_hears_it_there_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Kim", "Sam").first_turn().come_in(1).open("how-we-work-here", "together")
    table = desk.sit_down().on(TableScreen)
    table.sit_down(table.state.open[0].id)
    assert see_someone() in desk.on(NoticeScreen).state.text
