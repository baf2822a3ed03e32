"""The cover, and what happens while nobody touches anything (G9, G12)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.couple.people import Person
from workbook.screens.cover import CoverScreen
from workbook.screens.door import DoorScreen
from workbook.screens.help import HelpScreen
from workbook.screens.home import HomeScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.own import OwnFlow
from workbook.screens.pause import PauseScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.unlock import UnlockScreen
from workbook.screens.walk import WalkScreen
from workbook.trouble import Trouble


@pytest.fixture
def writing(tmp_path: Path) -> Desk:
    """Somebody in the middle of a sentence."""
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn().open("one-moment-slowly")
    while desk.on(WalkScreen).state.page.step.id != "cue":
        desk.next()
    return desk.write("half a sen")


def test_g9_the_cover_keeps_the_words_and_drops_the_keys(writing: Desk) -> None:
    sitting = next(iter(writing.notebook.spaces[writing.person(0)].entries())).sitting.id
    writing.flow.cover()
    writing.on(CoverScreen)
    assert not writing.notebook.unlocked()
    assert writing.notebook.spaces[writing.person(0)].answers(sitting)["cue"] == {"words": "half a sen"}


@pytest.fixture
def home(writing: Desk) -> Desk:
    """Somebody with words of their own, on their own page."""
    return writing.come_in(0)


def own_words(desk: Desk) -> None:
    """Their own words, to be read through: a page that takes a moment."""
    OwnFlow(desk.flow, desk.person(0))._looking.look(desk.notebook.spaces[desk.person(0)].entries()[0].sitting.id)


@pytest.mark.parametrize(
    "ask",
    [
        own_words,
        lambda desk: desk.on(HomeScreen).ways.exercise("draw-our-loop"),
        lambda desk: desk.on(HomeScreen).ways.my_space(),
        lambda desk: desk.flow.steady(),
        lambda desk: desk.flow.ask(lambda: desk.notebook.space("nobody"), lambda _none: None),
    ],
    ids=["own words", "an exercise", "my space", "steady ground", "trouble"],
)
def test_g9_what_was_asked_for_before_the_cover_came_does_not_take_its_place(home: Desk, ask: Callable[[Desk], None]) -> None:
    home.jobs.hold()
    ask(home)
    home.flow.cover()
    cover = home.on(CoverScreen)
    home.jobs.go_on()
    assert home.stage.screen is cover
    assert not home.notebook.unlocked()
    cover.back()
    home.on(DoorScreen)


def test_g9_nobody_comes_in_behind_the_cover(writing: Desk) -> None:
    writing.flow.door()
    writing.on(DoorScreen).enter(writing.person(0))
    writing.jobs.hold()
    writing.on(UnlockScreen).enter("one fine day")
    writing.flow.cover()
    writing.jobs.go_on()
    assert not writing.notebook.unlocked()
    writing.on(CoverScreen).back()
    writing.on(DoorScreen)


def test_g9_words_that_were_being_saved_when_the_cover_came_are_saved(writing: Desk) -> None:
    sitting = next(iter(writing.notebook.spaces[writing.person(0)].entries())).sitting.id
    writing.jobs.hold()
    writing.on(WalkScreen).next()
    writing.flow.cover()
    writing.jobs.go_on()
    writing.on(CoverScreen)
    assert not writing.notebook.unlocked()
    assert writing.notebook.spaces[writing.person(0)].answers(sitting)["cue"] == {"words": "half a sen"}


def test_g9_from_the_cover_one_goes_anywhere_that_needs_no_key(writing: Desk) -> None:
    writing.flow.cover()
    for way, screen in ((writing.flow.pause, PauseScreen), (writing.flow.help, HelpScreen), (writing.flow.steady, WalkScreen)):
        way()
        writing.on(screen)


def test_after_a_cover_before_the_notebook_is_open_the_same_one_is_opened(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.notebooks.create(tmp_path / "chosen", (Person("alex", "Alex", "boat", "sea"),)).close()
    desk.jobs.hold()
    desk.flow.start(tmp_path / "chosen")
    desk.flow.cover()
    desk.jobs.go_on()
    desk.on(CoverScreen).back()
    assert len(desk.on(DoorScreen).state.doors) == 1


def test_after_a_cover_at_the_first_start_the_folder_that_was_chosen_is_still_looked_for(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.flow.start(tmp_path / "gone")
    title = desk.on(NoticeScreen).state.title
    desk.flow.cover()
    desk.on(CoverScreen).back()
    assert desk.on(NoticeScreen).state.title == title


def test_what_was_asked_of_a_notebook_that_is_closed_leads_nowhere(home: Desk) -> None:
    before = home.on(HomeScreen)
    home.jobs.hold()
    before.ways.hand_over()
    home.flow.door()
    home.flow.quit(lambda: None)
    home.on(CoverScreen)
    home.jobs.go_on()
    home.on(CoverScreen)


def test_a_trouble_that_shows_only_with_the_page_is_told_all_the_same(home: Desk) -> None:
    def locked(_found: object) -> None:
        raise Trouble("locked")

    home.flow.ask(lambda: None, locked)
    assert home.on(NoticeScreen).state.title == "That did not work"


@pytest.mark.parametrize("pieces", [1, 2, 3])
def test_who_closes_while_somebody_comes_in_is_told_of_no_mistake(writing: Desk, pieces: int) -> None:
    writing.flow.door()
    writing.on(DoorScreen).enter(writing.person(0))
    writing.jobs.hold()
    writing.on(UnlockScreen).enter("one fine day")

    def later(left: int) -> None:
        if left:
            writing.jobs.run(lambda: None, lambda _none: later(left - 1), lambda _error: None)
        else:
            writing.flow.quit(lambda: None)

    later(pieces)
    writing.jobs.go_on()
    assert not writing.notebook.unlocked()


def test_g19_in_a_quiet_moment_the_notebook_is_tidied(tmp_path: Path, writing: Desk) -> None:
    writing.jobs.when_quiet()
    assert writing.notebook.tidied
    Desk(tmp_path / "nobody").jobs.when_quiet()


def test_who_presses_on_while_the_notebook_closes_stays_outside(writing: Desk) -> None:
    writing.flow.door()
    door = writing.on(DoorScreen)
    door.enter(writing.person(0))
    writing.jobs.hold()
    writing.on(UnlockScreen).enter("one fine day")
    writing.flow.quit(lambda: None)
    writing.on(CoverScreen)
    writing.jobs.go_on()
    writing.on(CoverScreen)
    assert not writing.notebook.unlocked()


def test_g9_coming_back_goes_through_the_door(writing: Desk) -> None:
    writing.flow.cover()
    writing.on(CoverScreen).back()
    writing.on(DoorScreen)


def test_g9_the_keys_go_even_when_nothing_can_be_saved(writing: Desk) -> None:
    writing.notebook.spaces[writing.person(0)].trouble = Trouble("disk-full")
    writing.flow.cover()
    assert not writing.notebook.unlocked()


def test_g9_help_opens_from_the_cover_and_goes_back_to_it(writing: Desk) -> None:
    writing.flow.cover()
    writing.flow.help()
    writing.flow.screen.back()  # type: ignore[union-attr]
    writing.on(CoverScreen)


def test_g12_a_private_page_locks_and_two_who_talk_are_only_dimmed(writing: Desk) -> None:
    assert writing.flow.quiet() == "private"
    writing.flow.lock()
    writing.on(DoorScreen)
    assert not writing.notebook.unlocked()
    assert writing.flow.quiet() == "nothing"


def test_g12_a_dimmed_page_comes_back_to_where_two_people_were(writing: Desk) -> None:
    writing.come_in(0).open("draw-our-loop", "each").walk().seal().pass_over().half().walk().seal()
    writing.sit_down().at_the_table()
    assert writing.flow.quiet() == "talking"
    writing.flow.dim()
    assert writing.flow.quiet() == "talking"
    writing.on(CoverScreen).back()
    writing.on(RevealScreen)
