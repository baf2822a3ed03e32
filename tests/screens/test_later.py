"""A later thought: the first words stay, what is added is its author's alone until they tick it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.content.blocks import plain
from workbook.couple.belongings import read
from workbook.screens.belongings import BelongingsScreen, gather
from workbook.screens.export import ExportScreen
from workbook.screens.handover import HandoverScreen
from workbook.screens.home import HomeScreen
from workbook.screens.later import LaterScreen
from workbook.screens.leaving import LeavingScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen

FIRST, SECOND = {"cue": {"words": "Alex's cue"}}, {"cue": {"words": "Sam's cue"}}


@pytest.fixture
def two(tmp_path: Path) -> Desk:
    """Alex and Sam have opened and finished a loop; Alex reads it through."""
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn()
    desk.open("draw-our-loop", "each").walk(FIRST).seal().pass_over().half().walk(SECOND).seal()
    desk.sit_down().at_the_table()
    while isinstance(desk.stage.screen, (RevealScreen, WalkScreen)):
        desk.open_all().walk({})
    return looked(desk, 0)


def looked(desk: Desk, index: int) -> Desk:
    """Somebody comes in and reads it through."""
    home = desk.come_in(index).on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    return desk


def added(desk: Desk, words: str, step: str = "cue") -> Desk:
    desk.on(ReviewScreen).add()
    desk.on(LaterScreen).add(step)
    desk.write({"words": words}["words"], "words").next()
    return desk


def on_page(desk: Desk) -> str:
    return str(desk.on(ReviewScreen).state.blocks)


def test_it_stands_below_the_first_words_which_stay(two: Desk) -> None:
    said = on_page(added(added(two, "It was the hour"), "And I was tired"))
    assert said.index("Alex's cue") < said.index("It was the hour") < said.index("And I was tired")


def test_the_first_words_show_while_it_is_written_and_what_is_typed_is_kept(two: Desk) -> None:
    two.on(ReviewScreen).add()
    two.on(LaterScreen).add("cue")
    walk = two.on(WalkScreen)
    assert "Alex's cue" in (plain(walk.state.picture) or "")
    two.write("It was")
    two.clock.pass_time(2)
    assert walk.state.status == "Saved"
    two.flow.cover()
    assert "It was" in on_page(looked(two, 0))


def test_with_nothing_written_nothing_is_added(two: Desk) -> None:
    before = on_page(two)
    two.on(ReviewScreen).add()
    two.on(LaterScreen).add("cue")
    two.next()
    assert on_page(two) == before


def test_nobody_else_sees_it_at_home_or_at_the_table(two: Desk) -> None:
    added(two, "It was the hour")
    assert "It was the hour" not in on_page(looked(two, 1))
    table = two.sit_down().on(TableScreen)
    table.look(table.state.finished[0].id)
    assert "It was the hour" not in on_page(two)
    assert "It was the hour" not in repr(two.notebook.shared_vault.joint_rows)


def test_only_ones_own_words_can_be_added_to(two: Desk) -> None:
    two.on(ReviewScreen).add()
    assert [item.step for item in two.on(LaterScreen).state.items] == ["cue"]


def test_what_can_still_be_changed_needs_no_later_thought(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ada").first_turn(None).open("one-moment-slowly").write("x").next()
    desk.on(WalkScreen).enough()
    desk.come_in(0, "")
    home = desk.on(HomeScreen)
    home.ways.look(home.state.going_on[0].id)
    assert not desk.on(ReviewScreen).state.may_add


def test_someone_alone_adds_one_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ada").first_turn(None).open("one-moment-slowly").walk().choose("Read it through")
    desk.on(ReviewScreen).add()
    desk.on(LaterScreen).add(desk.on(LaterScreen).state.items[0].step)
    desk.write("Now I see more", "words").next()
    assert "Now I see more" in on_page(desk)


def test_g20_it_goes_on_paper_only_by_its_own_tick_and_not_with_all(two: Desk) -> None:
    for ticks_it in (False, True):
        looked(two, 0)
        if not ticks_it:
            added(two, "It was the hour")
        two.on(ReviewScreen).make_pdf()
        screen = two.on(ExportScreen)
        screen.tick_all()
        assert not next(tick for tick in screen.state.ticks if tick.item.step == "cue+1").ticked
        if ticks_it:
            screen.tick("cue+1", two.person(0), True)
        screen.hand_on()
        two.on(HandoverScreen).here()
        two._pass("one fine day")
        sams = two.on(ExportScreen)
        assert ("It was the hour" in repr(sams._draft)) == ticks_it, "what is not ticked goes no further"
        sams.write(str(two.folder / "notes.pdf"))
        said = str(two.printer.printed[-1][1])
        assert "Alex's cue" in said
        assert ("It was the hour" in said) == ticks_it


def test_the_other_ticks_their_own_later_thought(two: Desk) -> None:
    added(looked(two, 1), "Sam, later")
    looked(two, 0).on(ReviewScreen).make_pdf()
    alex = two.on(ExportScreen)
    assert "Sam, later" not in repr(alex._draft)
    alex.hand_on()
    two.on(HandoverScreen).here()
    two._pass("one fine day")
    sams = two.on(ExportScreen)
    sams.tick("cue+1", two.person(1), True)
    sams.write(str(two.folder / "notes.pdf"))
    assert "Sam, later" in str(two.printer.printed[-1][1])


def test_it_is_deleted_like_any_answer_and_the_first_words_stay(two: Desk) -> None:
    added(added(two, "It was the hour"), "And I was tired").on(ReviewScreen).delete()
    screen = two.on(LeavingScreen)
    screen.ask("cue+1")
    screen.delete()
    screen.back()
    said = on_page(two)
    assert "It was the hour" not in said
    assert said.index("Alex's cue") < said.index("And I was tired")


def test_everything_of_mine_carries_it_out_and_in(two: Desk, tmp_path: Path) -> None:
    added(added(two, "It was the hour"), "And I was tired")
    me, notebook = two.person(0), two.notebook
    screen = BelongingsScreen(me, notebook, two.jobs, two.clock, folder=tmp_path, back=lambda: None)
    screen.write_json(str(tmp_path / "mine.json"))
    screen.write_markdown(str(tmp_path / "mine.md"))
    file = json.loads(notebook.outside[tmp_path / "mine.json"])
    assert file["sittings"][0]["later"] == {"cue": [{"words": "It was the hour"}, {"words": "And I was tired"}]}
    pages = notebook.outside[tmp_path / "mine.md"].decode()
    assert pages.index("Alex's cue") < pages.index("It was the hour") < pages.index("And I was tired")
    before = gather(notebook, me)
    screen.add(str(tmp_path / "mine.json"))
    assert gather(notebook, me) == before
    (tmp_path / "ada").mkdir()
    ada = Desk(tmp_path / "ada").set_up("Ada").first_turn()
    ada.notebook.space(ada.person(0)).add(read(notebook.outside[tmp_path / "mine.json"], ada.person(0)))
    assert "And I was tired" in on_page(looked(ada, 0))
