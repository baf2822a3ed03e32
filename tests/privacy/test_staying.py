"""What stays with its author opens to nobody and goes on no paper; its author reads it, and takes it along (G20)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.couple import sharing
from workbook.couple.people import PersonId
from workbook.couple.sitting import Response, Sitting
from workbook.screens.belongings import gather
from workbook.screens.export import ExportScreen
from workbook.screens.home import HomeScreen
from workbook.screens.leaving import LeavingScreen
from workbook.screens.opening import OpeningScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.walk import WalkScreen

STEP = "safe-to-speak"
SAID: dict[str, dict[str, object]] = {"moment": {"words": "the light"}, "week": {"close": 4}, STEP: {"safe": 1}}
ASKED = "Saying what I think felt"


@pytest.fixture
def two(tmp_path: Path) -> Desk:
    """Both have done the weekly pulse, from the first page to the last; Alex has marked the line that stays."""
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn()
    desk.open("weekly-pulse", "each").walk(SAID).seal().pass_over()
    desk.half().walk({"moment": {"words": "the stairs"}}).seal().sit_down()
    desk.at_the_table().open_all().walk({})
    return desk


def only_sitting(desk: Desk) -> Sitting:
    sitting: Sitting = desk.notebook.shared().sittings()[0].sitting
    return sitting


def read_through(desk: Desk, index: int) -> str:
    home = desk.come_in(index).on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    return repr(desk.on(ReviewScreen).state.blocks)


def me(desk: Desk) -> PersonId:
    return desk.person(0)


def test_it_is_no_part_of_what_will_open(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn().open("weekly-pulse", "each").walk(SAID)
    assert [item.step for item in desk.on(OpeningScreen).state.items] == ["moment", "week"]


def test_its_page_says_so_before_anything_is_marked(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn().open("weekly-pulse", "each")
    while (page := desk.on(WalkScreen).state.page).step.id != STEP:
        desk.next()
    assert page.note.startswith("This one stays with you.")


def test_g20_its_author_reads_it_and_the_other_does_not(two: Desk) -> None:
    assert ASKED in read_through(two, 0)
    assert ASKED not in read_through(two, 1)


def test_g20_it_is_in_nothing_that_both_can_read(two: Desk) -> None:
    shared, sitting = two.notebook.shared(), only_sitting(two)
    both = (*shared.opened(sitting.id), *shared.joint(sitting.id), *shared.beside(sitting.id))
    assert {one.step for one in both} >= {"moment", "week"}
    assert STEP not in {one.step for one in both}


def test_g20_no_paper_offers_it_even_to_its_author(two: Desk) -> None:
    read_through(two, 0)
    two.on(ReviewScreen).make_pdf()
    offered = {tick.item.step for tick in two.on(ExportScreen).state.ticks}
    assert "moment" in offered
    assert STEP not in offered


def test_g20_what_was_never_offered_cannot_be_granted(two: Desk) -> None:
    sitting, key = only_sitting(two), (STEP, me(two))
    responses = (Response(step=STEP, author=me(two), answer=SAID[STEP]),)
    items = sharing.items(sitting, responses)
    assert items == ()
    assert sharing.granted(items, sitting.people, {who: frozenset({key}) for who in sitting.people}) == frozenset()


def test_it_can_be_deleted_and_it_is_in_everything_of_mine(two: Desk) -> None:
    two.come_in(0)
    (mine,) = gather(two.notebook, me(two)).kept
    assert mine.answers[STEP] == SAID[STEP]
    two.come_in(1)
    (theirs,) = gather(two.notebook, two.person(1)).kept
    assert STEP not in {*theirs.answers, *theirs.together}
    home = two.come_in(0).on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    two.on(ReviewScreen).delete()
    assert STEP in {item.step for item in two.on(LeavingScreen).state.items}


def test_alone_it_is_read_through_and_goes_on_no_paper_either(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Alex").first_turn().open("weekly-pulse").walk({STEP: SAID[STEP]})
    desk.choose("Read it through")
    state = desk.on(ReviewScreen).state
    assert ASKED in repr(state.blocks)
    assert (state.may_print, state.may_add, state.may_bring, state.may_delete) == (False, False, False, True)
