"""Looking back: by time, by words, along one thread."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.robots.desk import Desk
from workbook.content.blocks import Block, Course, Heading, Listing, Loop, Sides, Table
from workbook.couple.people import BOTH
from workbook.screens.home import HomeScreen
from workbook.screens.past import BATCH, PastScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.threads import HAPPENED, LoopsScreen, PulseScreen, ThreadScreen


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Mira, by herself."""
    return Desk(tmp_path).set_up("Mira").first_turn()


@pytest.fixture
def two(tmp_path: Path) -> Desk:
    """Mira and Sam, both with a first turn behind them."""
    desk = Desk(tmp_path).set_up("Mira", "Sam").first_turn()
    return desk.come_in(1).come_in(0)


def days_pass(desk: Desk, days: int) -> None:
    """So many days go by."""
    desk.clock.pass_time(days * 24 * 60 * 60)


def caught(desk: Desk, happened: str, feeling: str = "", did: str = "") -> None:
    """Something was caught in a minute."""
    desk.flow.home(desk.person(0))
    desk.open("quick-capture")
    answers: dict[str, object] = {"happened": {"words": happened}}
    if feeling:
        answers["feeling"] = {"chosen": {"picked": [], "own": [feeling]}}
    if did:
        answers["did"] = {"chosen": {"picked": [], "own": [did]}}
    desk.walk(answers)


def back(desk: Desk, index: int = 0) -> PastScreen:
    """Somebody looks back."""
    desk.flow.home(desk.person(index))
    desk.on(HomeScreen).ways.look_back()
    return desk.on(PastScreen)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """Headings and what is listed below them."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(f"{'#' * block.level} {block.text}")
        elif isinstance(block, Listing):
            found.extend(block.own)
        elif isinstance(block, Table):
            found.extend(" | ".join(str(cell) for cell in row) for row in block.rows)
    return found


def test_the_newest_stands_first_and_leads_to_reading_it_through(desk: Desk) -> None:
    caught(desk, "The door fell shut")
    caught(desk, "A cup broke")
    past = back(desk)
    assert [one.title for one in past.state.entries] == ["Quick capture", "Quick capture"]
    past.ways.look(past.state.entries[0].id)
    review = desk.on(ReviewScreen)
    assert "A cup broke" in repr(review.state.blocks)
    review.back()
    assert desk.on(PastScreen) is past


def test_the_list_comes_in_pieces(desk: Desk) -> None:
    space = desk.notebook.spaces[desk.person(0)]
    caught(desk, "one")
    sitting = space.entries()[0].sitting
    for number in range(BATCH + 3):
        space.start(replace(sitting, id=f"more-{number}"))
    past = back(desk)
    assert (len(past.state.entries), past.state.older) == (BATCH, True)
    past.fetch_more()
    assert (len(past.state.entries), past.state.older) == (BATCH + 4, False)
    assert past.state.entries[-1].id == sitting.id


def test_words_are_found_with_their_place_and_the_list_comes_back_without_them(desk: Desk) -> None:
    caught(desk, "The café was closed")
    past = back(desk)
    past.find("CAFE")
    (found,) = past.state.found
    assert (found.exercise, found.title) == ("Quick capture", "What happened")
    assert [piece.text for piece in found.excerpt if piece.marked] == ["café"]
    assert found.author not in past.state.names
    past.find("tea")
    assert (past.state.asked, past.state.found) == ("tea", ())
    past.find("")
    assert (past.state.asked, past.state.found) == ("", ())


def test_after_reading_one_the_same_words_are_still_looked_for(desk: Desk) -> None:
    caught(desk, "A cup broke")
    past = back(desk)
    past.find("cup")
    past.ways.look(past.state.found[0].sitting)
    desk.on(ReviewScreen).back()
    assert desk.on(PastScreen).state.words == "cup"
    assert len(desk.on(PastScreen).state.found) == 1


def test_what_both_finished_is_in_both_lists_and_what_one_keeps_in_one(two: Desk) -> None:
    caught(two, "A cup broke")
    assert [one.ours for one in back(two).state.entries] == [False]
    two.come_in(1)
    assert back(two, 1).state.entries == ()
    back(two, 1).find("cup")
    assert two.on(PastScreen).state.found == ()


def test_what_set_one_off_is_grouped_by_cue_by_feeling_and_by_move_without_a_count(desk: Desk) -> None:
    caught(desk, "The door fell shut", feeling="Small", did="I left")
    caught(desk, "A cup broke", feeling="Angry", did="I left")
    caught(desk, "A cup broke", feeling="Angry")
    back(desk).ways.triggers()
    assert texts(desk.on(ThreadScreen).state.blocks) == [
        "## By what set it off",
        "A cup broke | Angry",
        "The door fell shut | Small",
        "## By what you felt",
        "### Angry",
        "A cup broke",
        "### Small",
        "The door fell shut",
        "## By what you did",
        "### I left",
        "A cup broke",
        "The door fell shut",
        "### Without a word for it",
        "A cup broke",
    ]


def half(desk: Desk, cue: str) -> None:
    """Half of a loop is drawn."""
    desk.flow.home(desk.person(0))
    desk.open("draw-our-loop")
    desk.walk({"cue": {"words": cue}, "move": {"chosen": {"picked": ["pressed"], "own": []}}})


def test_the_newest_loop_stands_beside_an_earlier_one(desk: Desk) -> None:
    half(desk, "the first sting")
    back(desk).ways.loops()
    (only,) = desk.on(LoopsScreen).state.blocks
    assert isinstance(only, Loop)
    half(desk, "the second sting")
    half(desk, "the third sting")
    back(desk).ways.loops()
    screen = desk.on(LoopsScreen)
    assert len(screen.state.choices) == 2

    def cues() -> list[str | None]:
        (sides,) = screen.state.blocks
        assert isinstance(sides, Sides)
        return [block.first.cue for side in sides.sides for block in side.blocks if isinstance(block, Loop)]

    assert cues() == ["the second sting", "the third sting"]
    screen.choose(1)
    assert cues() == ["the first sting", "the third sting"]


def pulse(desk: Desk, index: int, close: int) -> None:
    """One person's own week."""
    desk.flow.home(desk.person(index))
    desk.open("weekly-pulse")
    desk.walk({"week": {"close": close}})


def test_the_weekly_lines_have_a_table_and_what_happened_is_drawn_in_between(desk: Desk) -> None:
    pulse(desk, 0, 3)
    days_pass(desk, 8)
    pulse(desk, 0, 7)
    back(desk).ways.pulse()
    screen = desk.on(PulseScreen)
    between = (desk.clock.now() - timedelta(days=3)).date()
    assert not screen.add("We moved house", "one day")
    assert screen.state.note
    assert screen.add("We moved house", between.isoformat())
    course, _heading, table = screen.state.blocks
    assert isinstance(course, Course)
    assert course.lines[0].values == ((3, 7),)
    assert [(event.at, "We moved house" in event.words) for event in course.events] == [(0.5, True)]
    assert isinstance(table, Table)
    assert [row[1] for row in table.rows] == ["3", "7"]
    screen.remove(screen.state.happened[0])
    assert screen.state.happened == ()
    assert desk.notebook.spaces[desk.person(0)].setting(HAPPENED) == "[]"


def drawn(desk: Desk, index: int) -> tuple[str, ...]:
    """Whose lines somebody sees."""
    back(desk, index).ways.pulse()
    courses = [block for block in desk.on(PulseScreen).state.blocks if isinstance(block, Course)]
    return courses[0].names if courses else ()


def test_of_the_other_only_what_opened_is_a_line(two: Desk) -> None:
    two.flow.home(two.person(0))
    two.open("weekly-pulse", "each").walk().seal(hold=("week",)).pass_over().half().walk().seal()
    two.come_in(0)
    assert drawn(two, 0) == ("Mira",)
    two.sit_down().at_the_table().open_all()
    two.come_in(0)
    assert drawn(two, 0) == ("Mira", "Sam")
    two.come_in(1)
    assert drawn(two, 1) == ("Sam",)


def test_what_is_still_open_stands_before_what_is_done_with(desk: Desk) -> None:
    for what in ("one walk", "one call"):
        desk.flow.home(desk.person(0))
        desk.open("draw-our-loop")
        desk.walk({"way-out-mine": {"practice": {"what": what, "who": "", "when": "", "sign": ""}}})
    back(desk).ways.set_out()
    assert texts(desk.on(ThreadScreen).state.blocks) == ["## Still open", "one call | Not said yet", "one walk | Not said yet"]


def test_on_this_day_is_off_until_somebody_wants_it(desk: Desk) -> None:
    caught(desk, "A cup broke")
    back(desk)
    day = desk.clock.now().date()
    days_pass(desk, (day.replace(year=day.year + 1) - day).days)
    assert back(desk).state.on_this_day == ()
    space = desk.notebook.spaces[desk.person(0)]
    space.set("on-this-day", "on")
    assert [one.title for one in back(desk).state.on_this_day] == ["Quick capture"]


def test_the_names_of_both_stand_at_what_they_said(two: Desk) -> None:
    past = back(two)
    assert past.state.names == {BOTH: "Both of you", two.person(1): "Sam"}
