"""The letter I may not send, from writing it to keeping or burning it (S2, G20)."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.robots.desk import Desk
from workbook.content.blocks import plain
from workbook.content.steps.letter import Letter
from workbook.content.steps.reread import Reread
from workbook.couple.belongings import as_json, read
from workbook.couple.sharing import item
from workbook.couple.sitting import Response
from workbook.screens.belongings import BelongingsScreen, gather
from workbook.screens.export import ExportScreen
from workbook.screens.home import HomeScreen
from workbook.screens.leaving import LeavingScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.walk import WalkScreen
from workbook.trouble import Trouble

WORDS = "You never asked.\n\nI waited, all summer."
LINES = "I waited for you"
DAY = 24 * 3600.0


@pytest.fixture
def written(tmp_path: Path) -> Desk:
    """Alex has written a letter and come to the night in between."""
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn()
    desk.open("letter-i-may-not-send")
    to(desk, "letter").write(WORDS)
    desk.clock.pass_time(2)
    return to(desk, "overnight")


def to(desk: Desk, step: str) -> Desk:
    """On to a page of the walk."""
    while desk.on(WalkScreen).state.page.step.id != step:
        desk.next()
    return desk


def on_another_day(desk: Desk) -> Desk:
    """A day later Alex goes on, and reads the letter again."""
    desk.next().clock.pass_time(DAY)
    home = desk.come_in(0).on(HomeScreen)
    home.ways.go_on(home.state.going_on[0].id)
    return to(desk, "again")


def sitting(desk: Desk) -> str:
    return str(desk.notebook.space(desk.person(0)).entries()[0].sitting.id)


def letters(desk: Desk) -> dict[str, object]:
    return dict(desk.notebook.space(desk.person(0)).letters(sitting(desk)))


def test_the_letter_is_kept_as_it_is_typed_and_lies_in_no_vault(written: Desk) -> None:
    assert letters(written) == {"letter": {"letter": WORDS}}
    assert "letter" not in written.notebook.space(written.person(0)).answers(sitting(written))


def test_it_is_read_again_on_another_day_and_not_before(written: Desk) -> None:
    written.next()
    assert not isinstance(written.stage.screen, WalkScreen)
    home = written.come_in(0).on(HomeScreen)
    home.ways.go_on(home.state.going_on[0].id)
    assert written.on(WalkScreen).state.page.step.id == "overnight"
    on_another_day(written)
    assert plain(written.on(WalkScreen).state.picture) == WORDS


def test_the_letter_page_itself_shows_what_was_written(written: Desk) -> None:
    on_another_day(written)
    while written.on(WalkScreen).state.page.step.id != "letter":
        written.on(WalkScreen).back()
    assert written.on(WalkScreen).state.page.groups[0].answer == {"letter": WORDS}


def test_keeping_it_changes_nothing(written: Desk) -> None:
    walk = on_another_day(written).on(WalkScreen)
    walk.keep_letter()
    assert str(walk.state.letter) == "kept"
    assert letters(written) == {"letter": {"letter": WORDS}}


def test_burning_is_said_twice_and_takes_it_from_the_page_and_from_the_disk(written: Desk) -> None:
    walk = on_another_day(written).write(LINES).on(WalkScreen)
    walk.burn_letter()
    assert str(walk.state.letter) == "asking"
    assert letters(written) != {}
    walk.burn_letter()
    assert str(walk.state.letter) == "burned"
    assert letters(written) == {}
    assert walk.state.picture == ()
    walk.next()
    walk.back()
    assert (walk.state.picture, walk.state.letter) == ((), "")
    assert written.notebook.space(written.person(0)).answers(sitting(written))["again"] == {"lines": LINES}
    while walk.state.page.step.id != "letter":
        walk.back()
    assert walk.state.page.groups[0].answer is None


def test_a_first_press_is_forgotten_on_the_next_page(written: Desk) -> None:
    walk = on_another_day(written).on(WalkScreen)
    walk.burn_letter()
    walk.next()
    walk.back()
    walk.burn_letter()
    assert letters(written) != {}


def test_a_burning_that_fails_is_told_and_burns_nothing(written: Desk) -> None:

    walk = on_another_day(written).on(WalkScreen)
    walk.burn_letter()
    written.notebook.spaces[written.person(0)].trouble = Trouble("read-only")
    walk.burn_letter()
    assert walk.state.trouble
    assert letters(written) != {}


def finished(desk: Desk) -> Desk:
    """Walked to its end, and read through."""
    on_another_day(desk).write(LINES)
    while isinstance(desk.stage.screen, WalkScreen):
        desk.next()
    return desk.choose("Read it through")


def test_its_author_sees_it_when_looking_back(written: Desk) -> None:
    assert "all summer" in str(finished(written).on(ReviewScreen).state.blocks)


def test_g20_it_is_tender_and_goes_on_paper_only_when_its_author_ticks_it(written: Desk) -> None:
    finished(written).on(ReviewScreen).make_pdf()
    export = written.on(ExportScreen)
    tender = {tick.item.step for tick in export.state.ticks if tick.item.tender}
    assert {"letter", "again"} <= tender
    export.tick_all()
    export.write(str(written.folder / "notes.pdf"))
    assert not any("all summer" in str(blocks) or LINES in str(blocks) for _title, blocks, _path in written.printer.printed)
    export.tick("letter", written.person(0), True)
    export.write(str(written.folder / "notes.pdf"))
    assert str(written.printer.printed[-1][1]).count("all summer") == 1


def test_with_only_the_lines_ticked_the_letter_is_not_on_the_paper(written: Desk) -> None:
    finished(written).on(ReviewScreen).make_pdf()
    export = written.on(ExportScreen)
    export.tick("again", written.person(0), True)
    export.write(str(written.folder / "notes.pdf"))
    paper = str(written.printer.printed[-1][1])
    assert LINES in paper
    assert "summer" not in paper


def test_g19_it_can_be_deleted_with_the_other_answers(written: Desk) -> None:
    finished(written).on(ReviewScreen).delete()
    screen = written.on(LeavingScreen)
    assert "letter" in {item.step for item in screen.state.items}
    screen.ask("letter")
    screen.delete()
    assert letters(written) == {}


def test_g20_everything_of_mine_leaves_letters_out_unless_they_are_asked_for(written: Desk) -> None:
    me = written.person(0)
    written.next().come_in(0).on(HomeScreen).ways.my_space()
    screen = BelongingsScreen(me, written.notebook, written.jobs, written.clock, folder=written.folder, back=lambda: None)
    screen.write_json(str(written.folder / "a.json"))
    screen.let_letters_go(True)
    screen.write_json(str(written.folder / "b.json"))
    without, with_them = (written.notebook.outside[written.folder / name] for name in ("a.json", "b.json"))
    assert b"summer" not in without
    assert b"summer" in with_them
    assert read(with_them, me).kept[0].answers["letter"] == {"letter": WORDS}


def test_a_file_brings_no_burned_letter_back(written: Desk) -> None:
    me, space = written.person(0), written.notebook.space(written.person(0))
    written.notebook.write_out(written.folder / "b.json", _file(written))
    space.save_letter(sitting(written), "letter", None)
    screen = BelongingsScreen(me, written.notebook, written.jobs, written.clock, folder=written.folder, back=lambda: None)
    screen.add(str(written.folder / "b.json"))
    assert letters(written) == {}
    assert len(space.entries()) == 1


def _file(desk: Desk) -> bytes:

    return as_json(gather(desk.notebook, desk.person(0), letters=True))


def test_a_line_of_it_is_offered_to_a_gentle_opening_and_the_letter_is_not(written: Desk) -> None:
    finished(written)
    written.come_in(0).open("gentle-opening")
    offered = ""
    while isinstance(written.stage.screen, WalkScreen):
        offered += str(written.stage.screen.state.page.carried)
        written.next()
    assert LINES in offered
    assert "summer" not in offered


def test_g20_a_letter_is_tender_also_where_its_exercise_does_not_say_so() -> None:
    letter = Letter(id="letter", title="The letter", ask="What do you want to say?")
    again = Reread(id="again", title="Read it once", ask="Which lines?", of="letter")
    found = [item(step, Response(step=step.id, author="me", answer=step.sample(Random(1)))) for step in (letter, again)]
    assert [one.tender for one in found] == [True, True]
