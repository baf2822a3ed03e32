"""What two agree to while clear-headed: the narrower holds, each narrows it alone, nothing gets wider (K2, G5, G16, G31)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.robots.desk import Desk
from workbook.content.blocks import plain
from workbook.screens.agreed import AgreedScreen
from workbook.screens.home import HomeScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen
from workbook.trouble import Trouble

HOUR = 3600.0
PAGE = "What we agreed for a day"
WIDE = {"hand": "fine", "shoulder": "fine", "side": "fine", "hug": "fine"}
ALEX = WIDE | {"hug": "ask"}
SAM = WIDE | {"hand": "none"}


@pytest.fixture
def two(tmp_path: Path) -> Desk:
    """Today is the 3rd of March."""
    return Desk(tmp_path).set_up("Alex", "Sam").first_turn()


def agree(desk: Desk, alex: dict[str, str], sam: dict[str, str], day: str | None = "2026-03-03") -> Desk:
    """Each answers alone, and they open it and go on to the end."""
    desk.open("sober-agreements", "each").walk(touch(alex)).seal().pass_over().half().walk(touch(sam)).seal()
    desk.sit_down().at_the_table()
    while isinstance(desk.stage.screen, (RevealScreen, WalkScreen)):
        desk.open_all().walk({"day": {"day": day}} if day else {})
    return desk


def touch(levels: dict[str, str]) -> dict[str, Any]:
    return {"touch": {"consent": levels}}


def page(desk: Desk, index: int) -> AgreedScreen:
    """The page, from somebody's own space."""
    desk.come_in(index).on(HomeScreen).ways.my_space()
    next(errand for errand in desk.on(MySpaceScreen).state.errands if errand.title == PAGE).go()
    return desk.on(AgreedScreen)


def holds(screen: AgreedScreen) -> dict[str, str]:
    return {thing.id: thing.holds for thing in screen.state.days[0].things}


def test_the_narrower_of_both_holds_and_both_see_the_same_page(two: Desk) -> None:
    agree(two, ALEX, SAM)
    alex, sam = page(two, 0).state, page(two, 1).state
    assert alex == sam
    assert {thing.id: thing.holds for thing in alex.days[0].things} == {
        "hand": "No",
        "shoulder": "All right",
        "side": "All right",
        "hug": "Ask me each time",
    }


def test_g5_the_reveal_and_what_is_read_later_show_what_holds_and_not_whose_no_it_was(two: Desk) -> None:
    two.open("sober-agreements", "each").walk(touch(ALEX)).seal().pass_over().half().walk(touch(SAM)).seal()
    reveal = two.sit_down().at_the_table().on(RevealScreen)
    reveal.open()
    (side,) = reveal.state.sides
    assert plain(side.blocks)
    assert "Alex" not in side.name
    assert "Sam" not in side.name
    assert reveal.state.markings == ()
    while isinstance(two.stage.screen, (RevealScreen, WalkScreen)):
        two.open_all().walk({})
    read = []
    for index in (0, 1):
        home = two.come_in(index).on(HomeScreen)
        home.ways.look(home.state.finished[0].id)
        read.append(two.on(ReviewScreen).state.blocks)
    assert read[0] == read[1]
    assert str(read[0]).count("A hand to hold") == 1


def test_g5_who_held_back_or_took_back_does_not_show_either(two: Desk) -> None:
    two.open("sober-agreements", "each").walk(touch(WIDE)).seal().pass_over().half().walk(touch(WIDE)).seal(hold=("touch",))
    two.sit_down().at_the_table()
    while isinstance(two.stage.screen, (RevealScreen, WalkScreen)):
        two.open_all().walk({})
    assert set(holds(page(two, 0)).values()) == {"No"}
    home = two.come_in(0).on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    assert "Taken back" not in str(two.on(ReviewScreen).state.blocks)


@pytest.mark.parametrize("index", [0, 1])
def test_k2_either_makes_it_smaller_alone_and_at_once_and_the_page_names_nobody(two: Desk, index: int) -> None:
    agree(two, WIDE, WIDE)
    screen = page(two, index)
    day = screen.state.days[0]
    screen.narrow(day.sitting, "hug", "none")
    assert holds(screen)["hug"] == "No"
    assert holds(screen)["hand"] == "All right"
    other = page(two, 1 - index)
    assert other.state.days == screen.state.days
    assert "Alex" not in str(other.state)
    assert "Sam" not in str(other.state)


def test_k2_nobody_makes_anything_wider_from_their_own_space(two: Desk) -> None:
    agree(two, ALEX, SAM)
    screen = page(two, 0)
    day = screen.state.days[0]
    before = holds(screen)
    assert [option.id for option in day.things[0].narrower] == []
    screen.narrow(day.sitting, "hand", "fine")
    two.notebook.shared().narrow(day.sitting, "touch", two.person(0), {"consent": WIDE})
    two.notebook.shared().narrow(day.sitting, "touch", two.person(0), {"consent": WIDE | {"hug": "none"}})
    two.notebook.shared().narrow(day.sitting, "touch", two.person(0), {"consent": WIDE})
    assert holds(page(two, 0)) == before | {"hug": "No"}


def test_k2_nobody_narrows_for_the_other_who_has_not_come_in(two: Desk) -> None:
    agree(two, WIDE, WIDE)
    day = page(two, 0).state.days[0]
    with pytest.raises(Trouble, match="locked"):
        two.notebook.shared().narrow(day.sitting, "touch", two.person(1), {"consent": {}})


def test_k2_either_calls_it_off_after_asking_once_and_then_the_answer_is_no(two: Desk) -> None:
    agree(two, WIDE, WIDE)
    screen = page(two, 1)
    sitting = screen.state.days[0].sitting
    screen.call_off(sitting)
    assert screen.state.asking == sitting
    assert holds(screen)["hug"] == "All right"
    screen.keep()
    assert screen.state.asking == ""
    screen.call_off(sitting)
    screen.call_off(sitting)
    assert screen.state.days[0].called_off
    assert page(two, 0).state.days == screen.state.days
    assert set(holds(page(two, 0)).values()) == {"No"}


def test_k2_agreeing_anew_before_the_day_after_can_only_narrow(two: Desk) -> None:
    agree(agree(two, ALEX, WIDE).come_in(0), WIDE, SAM)
    assert holds(page(two, 0)) == {"hand": "No", "shoulder": "All right", "side": "All right", "hug": "Ask me each time"}


def test_k2_calling_it_off_and_agreeing_anew_does_not_make_it_wider_either(two: Desk) -> None:
    agree(two, ALEX, WIDE)
    screen = page(two, 0)
    sitting = screen.state.days[0].sitting
    screen.call_off(sitting)
    screen.call_off(sitting)
    agree(two.come_in(0), WIDE, WIDE)
    assert set(holds(page(two, 0)).values()) == {"No"}


def test_k2_a_day_after_the_session_day_it_can_be_wider_again(two: Desk) -> None:
    agree(two, ALEX, WIDE)
    assert page(two, 0).state.days[0].until == "Thursday, 5 March 2026"
    agree(two.come_in(0), WIDE, WIDE, "2026-03-20")
    two.clock.pass_time(26 * HOUR)
    assert holds(page(two, 0))["hug"] == "Ask me each time"
    two.clock.pass_time(2 * HOUR)
    assert holds(page(two, 0))["hug"] == "All right"


def test_k2_without_a_day_nothing_gets_wider_until_a_later_one_with_a_day_is_over(two: Desk) -> None:
    agree(two, ALEX, WIDE, None)
    assert page(two, 0).state.days[0].until == ""
    agree(two.come_in(0), WIDE, WIDE, "2026-03-03")
    assert holds(page(two, 0))["hug"] == "Ask me each time"
    two.clock.pass_time(28 * HOUR)
    assert holds(page(two, 0))["hug"] == "All right"


def test_g5_the_way_there_is_the_same_for_both_and_not_there_before(two: Desk) -> None:
    two.on(HomeScreen).ways.my_space()
    assert PAGE not in {errand.title for errand in two.on(MySpaceScreen).state.errands}
    assert not two.come_in(1).sit_down().on(TableScreen).state.agreed
    agree(two.come_in(0), WIDE, WIDE)
    page(two, 0)
    page(two, 1)
    assert two.sit_down().on(TableScreen).state.agreed


def test_at_the_table_it_is_read_and_printed_and_not_narrowed(two: Desk) -> None:
    agree(two, ALEX, SAM)
    two.sit_down().on(TableScreen).agreed()
    screen = two.on(AgreedScreen)
    assert (screen.state.may_narrow, screen.state.may_print) == (False, True)
    screen.narrow(screen.state.days[0].sitting, "hug", "none")
    assert holds(screen)["hug"] == "Ask me each time"
    screen.write(str(two.folder / "notes.pdf"))
    assert screen.state.written
    paper = str(two.printer.printed[-1][1])
    assert "A hug afterwards" in paper
    assert "Alex" not in paper
    assert [len(two.notebook.spaces[two.person(at)].exports()) for at in (0, 1)] == [1, 1]


def test_g20_alone_nobody_prints_what_both_agreed(two: Desk) -> None:
    agree(two, ALEX, SAM)
    screen = page(two, 0)
    assert not screen.state.may_print
    screen.write(str(two.folder / "notes.pdf"))
    assert two.printer.printed == []


def test_k2_of_two_without_a_day_the_earlier_one_narrows_the_later_one(two: Desk) -> None:
    agree(two, ALEX, WIDE, None)
    agree(two.come_in(0), WIDE, WIDE, None)
    two.clock.pass_time(30 * 24 * HOUR)
    assert holds(page(two, 0))["hug"] == "Ask me each time"
