"""Whole evenings, from the first page to the paper, through the presenters."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.content import days
from workbook.content.blocks import Heading, Loop, Table, plain
from workbook.screens.export import ExportScreen
from workbook.screens.handover import HandoverScreen
from workbook.screens.home import HomeScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen
from workbook.trouble import Trouble


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def two(desk: Desk) -> Desk:
    """Alex is in for the first time, Sam has not been yet."""
    return desk.set_up("Alex", "Sam").first_turn()


def test_someone_alone_walks_a_moment_and_reads_it_through(desk: Desk) -> None:
    desk.set_up("Ada").first_turn(None).open("one-moment-slowly").walk().choose("Read it through")
    said = plain(desk.on(ReviewScreen).state.blocks)
    assert said
    assert len(said) > 50


@pytest.mark.parametrize("exercise", ["one-moment-slowly", "draw-our-loop", "after-the-storm"])
@pytest.mark.parametrize("short", [False, True])
def test_two_people_walk_an_exercise_to_its_end(two: Desk, exercise: str, short: bool) -> None:
    two.open(exercise, "each", short).walk().seal().pass_over().half().walk().seal()
    two.sit_down().at_the_table()
    for _evening in range(12):
        if isinstance(two.stage.screen, RevealScreen):
            two.open_all()
        elif isinstance(two.stage.screen, WalkScreen):
            two.walk()
        elif two.on(NoticeScreen).state.title == "Now each alone again":
            for index in (0, 1):
                two.come_in(index).half().walk().seal()
            two.sit_down().at_the_table()
        else:
            break
    assert two.on(NoticeScreen).state.title == "This one is done"
    two.choose("Read it through")
    assert two.on(ReviewScreen).state.blocks


def test_nothing_opens_while_one_half_is_missing(two: Desk) -> None:
    two.open("draw-our-loop", "each").walk().seal().pass_over()
    two.sit_down().at_the_table()
    assert two.on(NoticeScreen).state.title == "Not today"


def test_a_half_that_was_taken_back_does_not_open(two: Desk) -> None:
    two.open("draw-our-loop", "each").walk().seal().pass_over().half().walk().seal()
    two.choose("Take my half back")
    two.sit_down().at_the_table()
    assert two.on(NoticeScreen).state.title == "Not today"


def test_held_back_and_skipped_look_the_same(two: Desk) -> None:
    two.open("draw-our-loop", "each").walk().seal(hold=("cue",)).pass_over().half().walk({}).seal()
    two.sit_down().at_the_table()
    reveal = two.on(RevealScreen)
    reveal.open()
    held, skipped = reveal.state.sides
    assert held.blocks == skipped.blocks
    assert not two.notebook.shared_vault.opened_rows[next(iter(two.notebook.shared_vault.headers)), "cue", two.person(0)]


def test_the_loop_is_drawn_from_both(two: Desk) -> None:
    first = {"cue": {"words": "The dishes"}, "move": {"words": "I ask again"}}
    second = {"cue": {"words": "The third question"}, "move": {"words": "I go quiet"}}
    two.open("draw-our-loop", "each").walk(first).seal().pass_over().half().walk(second).seal()
    two.sit_down().at_the_table().open_all()
    while not two.on(WalkScreen).state.picture:
        two.next()
    loop = two.on(WalkScreen).state.picture[0]
    assert isinstance(loop, Loop)
    assert (loop.first.cue, loop.second.cue) == ("The dishes", "The third question")


def test_enough_for_today_keeps_the_rest_closed(two: Desk) -> None:
    two.open("draw-our-loop", "each").walk().seal().pass_over().half().walk().seal()
    two.sit_down().at_the_table()
    reveal = two.on(RevealScreen)
    reveal.open()
    reveal.enough()
    assert len(two.notebook.shared_vault.opened_rows) == 2
    two.choose("Close the notebook")
    assert not two.notebook.unlocked()


def test_passing_the_computer_locks_the_first_ones_space(two: Desk) -> None:
    alex = two.person(0)
    two.open("draw-our-loop", "each").walk().seal().choose("Pass the computer")
    two.on(HandoverScreen)
    assert not two.notebook.unlocked()
    with pytest.raises(Trouble, match="locked"):
        two.notebook.space(alex)


def test_not_now_hides_it_from_one_and_changes_nothing_for_the_other(two: Desk) -> None:
    two.open("draw-our-loop", "each").walk().seal().pass_over()
    home = two.on(HomeScreen)
    home.not_now(home.state.for_two[0].id)
    assert not two.on(HomeScreen).state.for_two
    two.come_in(0)
    assert len(two.on(HomeScreen).state.for_two) == 1


def test_the_table_is_the_same_whatever_either_holds_privately(two: Desk) -> None:
    two.open("draw-our-loop", "each").walk().seal().pass_over().sit_down()
    before = two.on(TableScreen).state
    two.come_in(0)
    for _time in range(20):
        two.open("one-moment-slowly").walk().choose("My page")
    two.sit_down()
    assert two.on(TableScreen).state == before


def test_someone_is_back_at_the_same_step(two: Desk) -> None:
    two.open("one-moment-slowly").write("The dishes").next().next()
    at = two.on(WalkScreen).state.page.step.id
    two.on(WalkScreen).enough()
    two.come_in(0)
    home = two.on(HomeScreen)
    home.ways.go_on(home.state.going_on[0].id)
    assert two.on(WalkScreen).state.page.step.id == at


def test_help_and_pause_come_back_to_the_same_words(two: Desk) -> None:
    two.open("one-moment-slowly")
    while not two.on(WalkScreen).state.page.groups:
        two.next()
    walk = two.write("half a sen").on(WalkScreen)
    two.flow.help()
    two.flow.screen.back()  # type: ignore[union-attr]
    assert two.on(WalkScreen) is walk


def to_paper_alone(desk: Desk, exercise: str) -> ExportScreen:
    """Somebody alone, done with an exercise, before what can go on paper."""
    desk.set_up("Zoë").first_turn("one fine day").open(exercise, "alone").walk()
    home = desk.come_in(0).on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    desk.on(ReviewScreen).make_pdf()
    return desk.on(ExportScreen)


def test_g34_a_filled_plan_for_afterwards_ends_with_the_help_lines_of_the_country_that_is_picked(desk: Desk) -> None:
    export = to_paper_alone(desk, "keep-it-alive")
    assert dict(export.state.countries)["nl"] == "Netherlands"
    export.tick_all()
    export.pick_country("nl")
    export.write(str(desk.folder / "notes.pdf"))
    _title, blocks, _target = desk.printer.printed[-1]
    assert "Help, at any time · Netherlands" in [block.text for block in blocks if isinstance(block, Heading)]
    assert any("112" in (row[1] or "") for block in blocks if isinstance(block, Table) for row in block.rows)


def test_g34_with_nothing_ticked_there_are_no_help_lines_either(desk: Desk) -> None:
    export = to_paper_alone(desk, "keep-it-alive")
    export.pick_country("nl")
    assert export.state.look.count == 0


def test_cards_are_looked_at_as_they_will_be_and_written_as_such(desk: Desk) -> None:
    export = to_paper_alone(desk, "pause-plan")
    export.tick_all()
    export.as_what("cards")
    assert desk.printer.cards[-1]
    made = len(desk.printer.made)
    export.write(str(desk.folder / "notes.pdf"), passphrase="a lamp", again="a lamp")
    assert (len(desk.printer.made), desk.printer.passphrases[-1]) == (made, "a lamp")
    assert export.state.countries == ()


def test_a_joint_pdf_holds_only_what_its_authors_ticked(two: Desk) -> None:
    first, second = {"cue": {"words": "Alex's cue"}}, {"cue": {"words": "Sam's cue"}}
    two.open("draw-our-loop", "each").walk(first).seal().pass_over().half().walk(second).seal()
    two.sit_down().at_the_table().open_all().walk({"loop-name": {"words": "The dish trap"}})
    while isinstance(two.stage.screen, RevealScreen):
        two.open_all().walk({"loop-name": {"words": "The dish trap"}})
    two.come_in(0)
    home = two.on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    two.on(ReviewScreen).make_pdf()
    export = two.on(ExportScreen)
    export.tick("loop-name", "both", True)
    export.hand_on()
    two.on(HandoverScreen).here()
    two._pass("one fine day")
    export = two.on(ExportScreen)
    export.tick("cue", two.person(1), True)
    export.tick("loop-name", "both", True)
    export.write(str(two.folder / "notes.pdf"))
    said = plain(two.printer.printed[0][1])
    assert said
    assert "Sam's cue" in said
    assert "The dish trap" in said
    assert "Alex's cue" not in said


def test_a_notebook_of_years_begins_with_a_few_and_shows_older_ones_on_wish(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ada").first_turn(None)
    for _time in range(15):
        desk.open("one-moment-slowly").walk({}).choose("My page")
    home = desk.on(HomeScreen)
    assert (len(home.state.finished), home.state.older) == (4, True)
    home.show_older()
    assert (len(home.state.finished), home.state.older) == (15, False)


def test_of_two_that_are_called_the_same_home_says_the_day(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ada").first_turn(None)
    desk.open("one-moment-slowly").walk({}).choose("My page")
    desk.open("steady-ground").walk({}).choose("My page")
    assert desk.on(HomeScreen).state.days == {}
    first = days.written(desk.clock.now().date())
    desk.clock.pass_time(timedelta(days=2).total_seconds())
    desk.come_in(0).open("one-moment-slowly").walk({}).choose("My page")
    home = desk.on(HomeScreen).state
    told = [(one.title, home.days.get(one.id)) for one in home.finished]
    assert told == [
        ("One moment, slowly", days.written(desk.clock.now().date())),
        ("Steady ground", None),
        ("One moment, slowly", first),
    ]


def test_once_it_lies_between_them_nobody_is_told_it_can_be_taken_back(two: Desk) -> None:
    two.open("draw-our-loop", "each").walk().seal().pass_over().half().walk().seal()
    two.sit_down().at_the_table()
    two.come_in(0).half()
    assert two.on(NoticeScreen).state.actions == ("We are both here", "My page")
