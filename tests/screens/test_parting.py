"""Going with one's own, being deleted, and somebody who joins: what the pages say, and what comes of it (G19)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.screens.door import DoorScreen
from workbook.screens.export import ExportScreen
from workbook.screens.handover import HandoverScreen
from workbook.screens.home import HomeScreen
from workbook.screens.joining import JoinScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.parting import RemoveScreen, SplitScreen, what_a_split_does, what_removing_does
from workbook.screens.review import ReviewScreen
from workbook.screens.unlock import FirstTurnScreen
from workbook.screens.welcome import WelcomeScreen

SECRET = "one fine day"
FIRST = {"cue": {"words": "Alex's cue"}, "move": {"words": "Alex's move"}}
SECOND = {"cue": {"words": "Sam's cue"}, "move": {"words": "Sam's move"}}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def solo(desk: Desk) -> Desk:
    """Ada has walked one exercise and is home."""
    return desk.set_up("Ada").first_turn().open("draw-our-loop").walk().choose("My page")


@pytest.fixture
def two(desk: Desk) -> Desk:
    """Alex and Sam have opened their loop; Alex is home."""
    desk.set_up("Alex", "Sam").first_turn()
    desk.open("draw-our-loop", "each").walk(FIRST).seal().pass_over().half().walk(SECOND).seal()
    return desk.sit_down().at_the_table().open_all().come_in(0)


def errand(desk: Desk, *titles: str) -> None:
    """From home into my space, and from one errand to the next."""
    desk.on(HomeScreen).ways.my_space()
    for title in titles:
        go = {one.title: one.go for one in desk.on(MySpaceScreen).state.errands}
        go[title]()


def titles(desk: Desk) -> list[str]:
    return [one.title for one in desk.on(MySpaceScreen).state.errands]


# a notebook of one's own


def test_g19_the_page_says_first_what_a_split_does_and_cannot_reach() -> None:
    said = " ".join(what_a_split_does("Sam"))
    assert all(word in said for word in ("stays exactly as it is", "told nothing", "cannot reach", "backups", "printed", "Sam"))


def test_g19_a_split_makes_a_notebook_that_opens_alone(two: Desk) -> None:
    errand(two, "Leaving", "A notebook of your own")
    two.on(SplitScreen).put_in(str(two.folder / "stick"))
    two.on(SplitScreen).go(two.on(SplitScreen).state.folder, SECRET)
    made = two.folder / "stick" / "notebook"
    assert str(made) in two.on(NoticeScreen).state.text
    two.flow.door()
    two.flow.open(made)
    (door,) = two.on(DoorScreen).state.doors
    assert not two.on(DoorScreen).state.for_two
    two.on(DoorScreen).enter(door.id)
    two._pass(SECRET)
    home = two.on(HomeScreen)
    assert (home.state.partner, home.state.for_two, len(home.state.finished)) == ("", (), 1)
    home.ways.look(home.state.finished[0].id)
    pages = str(two.on(ReviewScreen).state.blocks)
    assert all(words in pages for words in ("Alex's cue", "Sam's cue", "Sam"))


def test_g13_g19_the_other_sees_the_same_before_and_after_a_split(two: Desk) -> None:
    def seen() -> list[object]:
        two.flow.door()
        door = two.on(DoorScreen).state
        home = two.come_in(1).on(HomeScreen)
        home.ways.look((*home.state.finished, *home.state.for_two)[0].id)
        review = two.on(ReviewScreen).state
        two.flow.home(two.person(1))
        errand(two, "Backups")
        assert two.stage.screen is not None
        return [door, home.state, review, two.stage.screen.state, dict(two.notebook.space(two.person(1)).settings())]

    before = seen()
    errand(two.come_in(0), "Leaving", "A notebook of your own")
    two.on(SplitScreen).go(str(two.folder / "mine"), SECRET)
    assert seen() == before


@pytest.mark.parametrize(("folder", "passphrase"), [("", SECRET), ("mine", SECRET), ("/nowhere/mine", "no")])
def test_a_split_that_cannot_be_made_says_why_and_stays(two: Desk, folder: str, passphrase: str) -> None:
    errand(two, "Leaving", "A notebook of your own")
    two.on(SplitScreen).go(folder, passphrase)
    assert two.on(SplitScreen).state.fault
    assert not two.on(SplitScreen).state.busy
    assert len(two.notebooks.made) == 1


def test_g20_g21_on_paper_only_ones_own_words_where_the_other_is_gone(two: Desk) -> None:
    errand(two, "Leaving", "A notebook of your own")
    two.on(SplitScreen).go(str(two.folder / "mine"), SECRET)
    two.flow.door()
    two.flow.open(two.folder / "mine")
    two.on(DoorScreen).enter(two.on(DoorScreen).state.doors[0].id)
    home = two._pass(SECRET).on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    two.on(ReviewScreen).make_pdf()
    export = two.on(ExportScreen)
    assert export.state.next_name == ""
    for tick in export.state.ticks:
        export.tick(tick.item.step, tick.item.author, True)
    export.write(str(two.folder / "notes.pdf"))
    _title, blocks, _path = two.printer.printed[0]
    assert "Alex's cue" in str(blocks)
    assert "Sam's" not in str(blocks)


# deleted out of it


def test_g19_the_pages_say_what_deleting_reaches_and_what_not() -> None:
    for partner in ("Sam", ""):
        said = " ".join(what_removing_does(partner))
        assert all(word in said for word in ("for good", "cannot reach", "copies", "not even you"))
    assert "Taken back" in " ".join(what_removing_does("Sam"))


def test_g19_who_deletes_themselves_is_gone_and_the_other_goes_on_alone(two: Desk) -> None:
    errand(two, "Leaving", "Delete me out of this notebook")
    two.on(RemoveScreen).go("no")
    assert two.on(RemoveScreen).state.fault
    two.on(RemoveScreen).go(SECRET)
    assert "gone" in two.on(NoticeScreen).state.text
    two.choose("Go on")
    (door,) = two.on(DoorScreen).state.doors
    two.on(DoorScreen).enter(door.id)
    home = two._pass(SECRET).on(HomeScreen)
    assert (home.state.name, home.state.partner) == ("Sam", "")
    home.ways.look(home.state.finished[0].id)
    pages = str(two.on(ReviewScreen).state.blocks)
    assert "Taken back" in pages
    assert "Sam's cue" in pages
    assert "Someone who has left" in pages
    assert "Alex" not in pages


def test_g19_there_is_no_way_to_delete_the_other(two: Desk) -> None:
    errand(two, "Leaving")
    assert titles(two) == ["A notebook of your own", "Delete me out of this notebook"]
    errand(two.come_in(1), "Leaving")
    assert titles(two) == ["A notebook of your own", "Delete me out of this notebook"]


def test_without_a_passphrase_a_word_is_typed_first(desk: Desk) -> None:
    desk.set_up("Ada").first_turn(None)
    errand(desk, "Leaving", "Delete this notebook")
    desk.on(RemoveScreen).go("")
    assert "delete" in desk.on(RemoveScreen).state.fault
    desk.on(RemoveScreen).go(" Delete ")
    desk.choose("Go on")
    desk.on(WelcomeScreen)
    assert desk.notebooks.made == {}


def test_who_is_alone_is_offered_no_split(solo: Desk) -> None:
    errand(solo, "Leaving")
    assert titles(solo) == ["Delete this notebook"]


# somebody joins


def test_somebody_joins_and_begins_at_their_own_first_turn(solo: Desk) -> None:
    errand(solo, "Begin with your partner")
    join = solo.on(JoinScreen)
    join.go()
    assert join.state.fault
    join.name("Lin")
    join.go()
    solo.choose("Pass the computer to Lin")
    solo.on(HandoverScreen).here()
    solo.on(FirstTurnScreen)
    home = solo.first_turn("another day").on(HomeScreen)
    assert (home.state.name, home.state.partner) == ("Lin", "Ada")
    assert home.state.going_on == home.state.for_two == home.state.finished == ()
    ada = solo.come_in(0).on(HomeScreen).state
    assert (ada.partner, len(ada.finished)) == ("Lin", 1)
    solo.on(HomeScreen).ways.my_space()
    assert "Begin with your partner" not in titles(solo)


@pytest.mark.parametrize(("name", "picture"), [("Ada", "leaf"), ("  ", "leaf"), ("Lin", "boat")])
def test_a_name_and_a_picture_of_their_own_are_needed(solo: Desk, name: str, picture: str) -> None:
    errand(solo, "Begin with your partner")
    join = solo.on(JoinScreen)
    join.name(name)
    join.picture(picture)
    join.go()
    assert join.state.fault
    assert len(solo.notebook.doors()) == 1


def test_what_was_shared_with_somebody_who_left_is_shown_to_nobody_new(two: Desk) -> None:
    errand(two, "Leaving", "Delete me out of this notebook")
    two.on(RemoveScreen).go(SECRET)
    two.choose("Go on")
    two.on(DoorScreen).enter(two.on(DoorScreen).state.doors[0].id)
    two._pass(SECRET)
    errand(two, "Begin with your partner")
    assert "new notebook" in two.on(NoticeScreen).state.text
    assert len(two.notebook.doors()) == 1
