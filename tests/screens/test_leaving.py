"""Deleting one's own words: from reading a sitting through, asked once, told what it does (G19)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.content.blocks import plain
from workbook.screens.home import HomeScreen
from workbook.screens.leaving import ALL, LeavingScreen, what_it_cannot_reach, what_it_does
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen

FIRST = {"cue": {"words": "Alex's cue"}, "move": {"words": "Alex's move"}}
SECOND = {"cue": {"words": "Sam's cue"}, "move": {"words": "Sam's move"}}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def alone(desk: Desk) -> Desk:
    """Ada has walked one exercise and is home."""
    return desk.set_up("Ada").first_turn().open("one-moment-slowly").walk().choose("My page")


@pytest.fixture
def half_open(desk: Desk) -> Desk:
    """Alex and Sam have opened one step of their loop; Alex is home."""
    desk.set_up("Alex", "Sam").first_turn()
    desk.open("draw-our-loop", "each").walk(FIRST).seal().pass_over().half().walk(SECOND).seal()
    desk.sit_down().at_the_table().on(RevealScreen).open()
    desk.on(RevealScreen).enough()
    return desk.come_in(0)


def leaving(desk: Desk) -> LeavingScreen:
    home = desk.on(HomeScreen).state
    desk.on(HomeScreen).ways.look((*home.finished, *home.for_two, *home.going_on)[0].id)
    desk.on(ReviewScreen).delete()
    return desk.on(LeavingScreen)


def test_one_answer_goes_and_the_others_stay(alone: Desk) -> None:
    screen = leaving(alone)
    first, *others = screen.state.items
    screen.ask(first.step)
    assert "at once and for good" in what_it_does(screen.state)
    screen.delete()
    assert list(screen.state.items) == others
    assert not screen.state.asking


def test_who_presses_back_while_all_of_it_is_deleted_comes_home(alone: Desk) -> None:
    screen = leaving(alone)
    screen.ask(ALL)
    alone.jobs.hold()
    screen.delete()
    screen.back()
    alone.jobs.go_on()
    assert not alone.on(HomeScreen).state.finished


def test_nothing_goes_before_it_was_said_twice(alone: Desk) -> None:
    screen = leaving(alone)
    before = screen.state.items
    screen.delete()
    screen.ask(before[0].step)
    screen.keep()
    screen.delete()
    assert leaving(alone.come_in(0)).state.items == before


def test_a_whole_sitting_goes_and_is_on_no_list(alone: Desk) -> None:
    screen = leaving(alone)
    screen.ask(ALL)
    screen.delete()
    home = alone.on(HomeScreen).state
    assert (home.finished, home.going_on) == ((), ())
    assert alone.notebook.space(alone.person(0)).entries() == ()


def test_something_that_is_going_on_can_be_deleted_too(desk: Desk) -> None:
    desk.set_up("Ada").first_turn().open("one-moment-slowly").next().flow.home(desk.person(0))
    screen = leaving(desk)
    screen.ask(ALL)
    screen.delete()
    assert desk.on(HomeScreen).state.going_on == ()


def test_only_ones_own_words_can_be_deleted(half_open: Desk) -> None:
    said = [plain(item.blocks) for item in leaving(half_open).state.items]
    assert "Alex's cue" in said
    assert not any("Sam" in words for words in said if words)


def test_an_opened_answer_is_shown_as_taken_back_to_both(half_open: Desk) -> None:
    screen = leaving(half_open)
    opened = next(item for item in screen.state.items if item.stand == "open")
    screen.ask(opened.step)
    assert "Taken back" in what_it_does(screen.state)
    screen.delete()
    for index in (0, 1):
        half_open.come_in(index)
        home = half_open.on(HomeScreen)
        home.ways.look(home.state.for_two[0].id)
        pages = str(half_open.on(ReviewScreen).state.blocks)
        assert "Taken back" in pages
        assert "Alex's cue" not in pages
        assert "Sam's cue" in pages


def test_what_was_taken_back_is_never_offered_for_paper(half_open: Desk) -> None:
    screen = leaving(half_open)
    screen.ask(next(item for item in screen.state.items if item.stand == "open").step)
    screen.delete()
    half_open.come_in(0)
    home = half_open.on(HomeScreen)
    home.ways.look(home.state.for_two[0].id)
    half_open.on(ReviewScreen).make_pdf()
    assert "Taken back" not in str(half_open.stage.screen and half_open.stage.screen.state)


def test_the_reveal_goes_on_where_one_answer_was_taken_back(half_open: Desk) -> None:
    screen = leaving(half_open)
    screen.ask(next(item for item in screen.state.items if item.stand == "open").step)
    screen.delete()
    half_open.sit_down().at_the_table()
    reveal = half_open.on(RevealScreen)
    reveal.open()
    assert "Taken back" in str(reveal.state.sides[0].blocks)
    assert "Sam's cue" in str(reveal.state.sides[1].blocks)


def test_a_sealed_answer_that_goes_looks_skipped_at_the_reveal(half_open: Desk) -> None:
    screen = leaving(half_open)
    sealed = next(item for item in screen.state.items if item.stand == "sealed")
    screen.ask(sealed.step)
    assert "skipped" in what_it_does(screen.state)
    screen.delete()
    half_open.sit_down().at_the_table()
    reveal = half_open.on(RevealScreen)
    while reveal.state.step_title != sealed.title:
        reveal.open()
        reveal.next()
    reveal.open()
    assert not reveal.state.trouble
    assert "Taken back" not in str(reveal.state.sides)
    assert plain(reveal.state.sides[0].blocks) is None


def test_leaving_a_sitting_for_two_takes_it_off_ones_own_page_only(half_open: Desk) -> None:
    screen = leaving(half_open)
    screen.ask(ALL)
    screen.delete()
    assert half_open.on(HomeScreen).state.for_two == ()
    half_open.come_in(1)
    assert len(half_open.on(HomeScreen).state.for_two) == 1


def test_it_says_what_it_cannot_reach() -> None:
    assert all(word in what_it_cannot_reach() for word in ("backups", "copies", "printed", "read"))
