"""Worth session time: marked alone it is one's own; marked at the table both see it; it goes with the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.couple.beside import BROUGHT
from workbook.screens.home import HomeScreen
from workbook.screens.leaving import LeavingScreen
from workbook.screens.moments import MomentsScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen
from workbook.trouble import Trouble

FIRST, SECOND = {"cue": {"words": "Alex's cue"}, "move": {"words": "Alex's move"}}, {"cue": {"words": "Sam's cue"}}


@pytest.fixture
def loop(tmp_path: Path) -> Desk:
    """Both have drawn their loop to its end, and named it."""
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn()
    desk.open("draw-our-loop", "each").walk(FIRST).seal().pass_over().half().walk(SECOND).seal()
    desk.sit_down().at_the_table()
    while isinstance(desk.stage.screen, (RevealScreen, WalkScreen)):
        desk.open_all().walk({"loop-name": {"words": "the wall"}})
    return desk


def alone(desk: Desk, index: int) -> MomentsScreen:
    home = desk.come_in(index).on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    desk.on(ReviewScreen).bring()
    return desk.on(MomentsScreen)


def at_table(desk: Desk) -> MomentsScreen:
    table = desk.sit_down().on(TableScreen)
    table.look(table.state.finished[0].id)
    desk.on(ReviewScreen).bring()
    return desk.on(MomentsScreen)


def marked(screen: MomentsScreen) -> list[str]:
    return [one.step for one in screen.state.items if one.brought]


def test_somebody_alone_marks_what_is_theirs_and_what_is_both_and_never_the_others(loop: Desk) -> None:
    screen = alone(loop, 0)
    assert {one.author for one in screen.state.items} == {loop.person(0), "both"}
    screen.bring("cue", loop.person(0), True)
    screen.bring("loop-name", "both", True)
    assert marked(alone(loop, 0)) == ["cue", "loop-name"]
    alone(loop, 0).bring("cue", loop.person(0), False)
    assert marked(alone(loop, 0)) == ["loop-name"]


def test_g13_what_somebody_marked_alone_shows_nowhere_to_the_other(loop: Desk) -> None:
    before = (at_table(loop).state, alone(loop, 1).state)
    alone(loop, 0).bring("loop-name", "both", True)
    assert (at_table(loop).state, alone(loop, 1).state) == before
    shared = loop.notebook.shared_vault
    assert [one for one in shared.beside(next(iter(shared.headers))) if one.step.endswith("!")] == []


def test_what_both_mark_at_the_table_shows_to_each_as_that(loop: Desk) -> None:
    at_table(loop).bring("cue", loop.person(1), True)
    assert [(one.step, one.author) for one in at_table(loop).state.items if one.brought] == [("cue", loop.person(1))]
    (found,) = [one for one in alone(loop, 1).state.items if one.step == "cue"]
    assert (found.brought, found.at_table) == (False, True)


def test_a_mark_that_cannot_be_kept_is_not_shown_as_kept(loop: Desk) -> None:
    screen = alone(loop, 0)
    loop.notebook.spaces[loop.person(0)].trouble = Trouble("disk-full")
    screen.bring("cue", loop.person(0), True)
    assert marked(screen) == []
    assert "disk is full" in screen.state.trouble


def test_g19_the_mark_goes_with_the_answer_wherever_it_was_made(loop: Desk) -> None:
    alex = loop.person(0)
    at_table(loop).bring("cue", alex, True)
    alone(loop, 0).bring("cue", alex, True)
    sitting = next(iter(loop.notebook.shared_vault.headers))
    assert loop.notebook.spaces[alex].beside(sitting) == {"cue!": BROUGHT}
    home = loop.come_in(0).on(HomeScreen)
    home.ways.look(sitting)
    loop.on(ReviewScreen).delete()
    screen = loop.on(LeavingScreen)
    assert "cue!" not in [item.step for item in screen.state.items]
    screen.ask("cue")
    screen.delete()
    assert loop.notebook.spaces[alex].beside(sitting) == {}
    assert loop.notebook.shared_vault.beside(sitting) == ()


def test_it_is_no_part_of_what_is_read_or_offered_for_paper(loop: Desk) -> None:
    home = loop.come_in(0).on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    before = loop.on(ReviewScreen).state
    alone(loop, 0).bring("cue", loop.person(0), True)
    at_table(loop).bring("cue", loop.person(0), True)
    home = loop.come_in(0).on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    assert loop.on(ReviewScreen).state == before
