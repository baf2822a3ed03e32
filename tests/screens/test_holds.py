"""What is written on a first day rests: it goes nowhere for a day or more, and then its author is asked again (K3, G20, G31)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.couple import holds
from workbook.screens.belongings import BelongingsScreen
from workbook.screens.export import ExportScreen
from workbook.screens.hold import HoldScreen
from workbook.screens.home import HomeScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.opening import OpeningScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.walk import WalkScreen

HOUR = 3600.0
LINE = "a boat with no oars"
SAID = {"line": {"words": LINE}, "unexpected": {"words": "that I laughed"}}
TOUCH = {"touch": {"consent": {"hand": "fine", "hug": "ask"}}}


@pytest.fixture
def two(tmp_path: Path) -> Desk:
    return Desk(tmp_path).set_up("Alex", "Sam").first_turn()


def agreed(desk: Desk, early: str, day: str = "2026-03-02") -> Desk:
    """Both agree on a day, and each on whether one line may go early."""
    at_table = {
        "day": {"day": day},
        "early-line": {"chosen": early},
    }
    desk.open("sober-agreements", "each").walk(TOUCH).seal().pass_over().half().walk(TOUCH).seal()
    desk.sit_down().at_the_table()
    while isinstance(desk.stage.screen, (RevealScreen, WalkScreen)):
        desk.open_all().walk(at_table)
    return desk.come_in(0)


def caught(desk: Desk) -> Desk:
    """Alex writes down the first things, and wants them on paper."""
    desk.open("first-day").walk(SAID)
    desk.on(NoticeScreen)
    return to_paper(desk.choose("Read it through"))


def to_paper(desk: Desk) -> Desk:
    desk.on(ReviewScreen).make_pdf()
    return desk


def looked(desk: Desk) -> Desk:
    """Alex comes in again and reads it through."""
    home = desk.come_in(0).on(HomeScreen)
    home.ways.look(next(one.id for one in home.state.finished if one.title.startswith("First day")))
    return desk


def test_reading_it_oneself_always_works(two: Desk) -> None:
    caught(two).on(HoldScreen).back()
    assert LINE in str(two.on(ReviewScreen).state.blocks)


def test_g31_nothing_of_it_goes_on_paper_for_a_day_and_the_page_says_from_when(two: Desk) -> None:
    state = caught(two).on(HoldScreen).state
    assert (state.day, state.time, state.hours) == ("Wednesday, 4 March 2026", "21:00", 24)
    assert state.early == ""
    two.clock.pass_time(24 * HOUR - 60)
    to_paper(looked(two)).on(HoldScreen)


def test_after_that_its_author_is_asked_again_and_nothing_is_ticked(two: Desk) -> None:
    caught(two)
    two.clock.pass_time(24 * HOUR)
    export = to_paper(looked(two)).on(ExportScreen)
    assert {tick.item.step for tick in export.state.ticks} >= {"line", "unexpected"}
    assert not any(tick.ticked for tick in export.state.ticks)
    assert two.printer.printed == []


def test_it_counts_from_the_last_word_also_from_a_later_thought(two: Desk) -> None:
    caught(two)
    two.clock.pass_time(30 * HOUR)
    space = looked(two).notebook.space(two.person(0))
    sitting = space.entries()[0].sitting
    holds.written(space, sitting, two.clock.now())
    assert to_paper(two).on(HoldScreen).state.day == "Friday, 6 March 2026"


def test_its_author_can_make_it_longer_and_never_shorter(two: Desk) -> None:
    hold = caught(two).on(HoldScreen)
    assert hold.state.longer == (48, 72)
    hold.lengthen(72)
    assert hold.state.day == "Friday, 6 March 2026"
    hold.lengthen(24)
    assert hold.state.hours == 72
    two.clock.pass_time(71 * HOUR)
    to_paper(looked(two)).on(HoldScreen)


def test_a_clock_that_is_set_back_does_not_shorten_it(two: Desk) -> None:
    caught(two)
    space = two.notebook.space(two.person(0))
    sitting, now = space.entries()[0].sitting, two.clock.now()
    holds.written(space, sitting, now - timedelta(days=3))
    assert holds.running(space, sitting, now - timedelta(days=3)) is not None
    assert holds.running(space, sitting, now + timedelta(hours=23)) is not None


def test_every_key_does_not_bring_the_time_to_the_disk(two: Desk) -> None:
    caught(two)
    space = two.notebook.space(two.person(0))
    sitting, now = space.entries()[0].sitting, two.clock.now()
    told = holds.hold_of(space, sitting)
    assert told is not None
    holds.written(space, sitting, told.since - timedelta(minutes=14))
    assert holds.hold_of(space, sitting) == told
    holds.written(space, sitting, now + timedelta(minutes=1))
    assert holds.hold_of(space, sitting) == holds.Hold(told.since + timedelta(minutes=15), 24)


def test_g19_the_time_goes_with_the_sitting_and_nobody_else_has_it(two: Desk) -> None:
    caught(two)
    space = two.notebook.space(two.person(0))
    sitting = space.entries()[0].sitting
    assert "when-written" not in repr(vars(two.notebook.shared_vault))
    assert space.settings() == {} or not any("written" in key for key in space.settings())
    space.delete(sitting.id)
    assert holds.hold_of(space, sitting) is None


def test_other_exercises_are_not_held(two: Desk) -> None:
    two.open("steady-ground").walk()
    if isinstance(two.stage.screen, NoticeScreen) and "Read it through" in two.stage.screen.state.actions:
        to_paper(two.choose("Read it through")).on(ExportScreen)


def test_k2_where_it_was_agreed_one_line_can_go_early_and_only_that(two: Desk) -> None:
    hold = caught(agreed(two, "one-line")).on(HoldScreen)
    assert hold.state.early == "One line"
    hold.early()
    export = two.on(ExportScreen)
    assert [tick.item.step for tick in export.state.ticks] == ["line"]
    assert not export.state.ticks[0].ticked
    export.tick("line", two.person(0), True)
    export.write(str(two.folder / "notes.pdf"))
    paper = str(two.printer.printed[-1][1])
    assert LINE in paper
    assert "laughed" not in paper


def test_k2_where_nothing_was_to_go_early_nothing_does(two: Desk) -> None:
    hold = caught(agreed(two, "nothing-early")).on(HoldScreen)
    assert hold.state.early == ""
    hold.early()
    two.on(HoldScreen)


def test_k2_a_later_yes_does_not_count_while_an_earlier_no_does(two: Desk) -> None:
    agreed(agreed(two, "nothing-early", "2026-03-03"), "one-line", "2026-03-03")
    assert caught(two).on(HoldScreen).state.early == ""


def test_k2_what_was_called_off_lets_nothing_go_early(two: Desk) -> None:
    agreed(two, "one-line")
    (entry,) = two.notebook.shared().sittings()
    two.notebook.shared().call_off(entry.sitting.id)
    assert caught(two).on(HoldScreen).state.early == ""


def offered(desk: Desk, mode: str) -> str:
    """What the first pages of a half, or of a solo run, offer from before."""
    home = desk.come_in(0)
    (home.open("glimpse-to-practice", "each") if mode == "each" else home.open("glimpse-to-practice"))
    found = ""
    while not isinstance(desk.stage.screen, (OpeningScreen, NoticeScreen)):
        found += str(desk.on(WalkScreen).state.page.carried)
        desk.next()
    return found


def test_g20_nothing_that_is_held_is_offered_where_it_may_open_to_the_other(two: Desk) -> None:
    caught(two)
    assert LINE not in offered(two, "each")
    two.clock.pass_time(25 * HOUR)
    assert LINE in offered(two, "each")


def test_in_a_run_of_ones_own_it_is_offered_at_once(two: Desk) -> None:
    caught(two)
    assert LINE in offered(two, "alone")


def test_everything_of_mine_leaves_out_what_is_held(two: Desk) -> None:
    me = two.person(0)
    caught(two)
    screen = BelongingsScreen(me, two.notebook, two.jobs, two.clock, folder=two.folder, back=lambda: None)
    screen.write_json(str(two.folder / "a.json"))
    screen.write_markdown(str(two.folder / "a.md"))
    two.clock.pass_time(24 * HOUR)
    screen.write_json(str(two.folder / "b.json"))
    written = two.notebook.outside
    assert all(LINE.encode() not in written[two.folder / name] for name in ("a.json", "a.md"))
    assert LINE.encode() in written[two.folder / "b.json"]
