"""The list of backups, and when they are made by themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.fakes.shelf import FakeBackups
from tests.robots.desk import Desk
from workbook.couple.backups import Backup, Progress
from workbook.screens.backups import BackupsScreen, listed, not_made
from workbook.screens.home import HomeScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.setup import SetupScreen
from workbook.screens.welcome import WelcomeScreen
from workbook.trouble import Trouble

DAY = date(2026, 3, 3)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Alex, at the page of backups."""
    return to_the_list(Desk(tmp_path).set_up("Alex", "Sam").first_turn())


def to_the_list(desk: Desk) -> Desk:
    """From home to the page of backups."""
    desk.on(HomeScreen).ways.my_space()
    next(errand for errand in desk.on(MySpaceScreen).state.errands if errand.title == "Backups").go()
    desk.on(BackupsScreen)
    return desk


def titles(desk: Desk) -> list[str]:
    """The list, newest first."""
    return [item.title for item in desk.on(BackupsScreen).state.items]


def shelf(desk: Desk) -> FakeBackups:
    """The pretend backups."""
    found = desk.notebook.shelf
    assert isinstance(found, FakeBackups)
    return found


def test_one_is_made_and_stands_in_the_list_with_the_day_it_was_checked(desk: Desk) -> None:
    page = desk.on(BackupsScreen)
    assert titles(desk) == []
    page.make()
    assert titles(desk) == ["Tuesday, 3 March 2026"]
    assert page.state.items[0].line == "Checked on Tuesday, 3 March 2026. It is whole."
    assert page.state.busy == ""
    assert "whole" in page.state.said


def test_a_check_tells_what_is_damaged(desk: Desk) -> None:
    page = desk.on(BackupsScreen)
    page.make()
    shelf(desk).damaged = {1}
    page.check()
    assert not page.state.items[0].sound
    assert "damaged" in page.state.items[0].line


def test_a_full_disk_is_told_in_words_that_fit(desk: Desk) -> None:
    shelf(desk).trouble = Trouble("disk-full")
    page = desk.on(BackupsScreen)
    page.make()
    assert "Nothing was written" in page.state.said
    assert page.state.busy == ""
    page.make()
    assert len(page.state.items) == 1


def test_putting_one_back_goes_into_a_new_folder_and_tells_how_to_open_it(desk: Desk, tmp_path: Path) -> None:
    page = desk.on(BackupsScreen)
    page.make()
    page.restore(1, str(tmp_path))
    folder = tmp_path / "notebook-2026-03-03"
    assert shelf(desk).restored == {folder: 1}
    assert f'couples-workbook --notebook "{folder}"' in page.state.said
    page.restore(1, str(tmp_path))
    assert "something in that folder already" in page.state.said


def test_how_far_it_is_shows_while_it_works(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = desk.on(BackupsScreen)
    shares: list[float] = []

    def slow(today: date, progress: Progress) -> None:
        desk.clock.pass_time(1)
        shares.append(page.state.share)
        assert page.state.busy
        progress.go_on(0.5)
        desk.clock.pass_time(1)
        shares.append(page.state.share)

    monkeypatch.setattr(shelf(desk), "check", slow)
    page.check()
    assert shares == [0.0, 0.5]


@pytest.mark.parametrize("how", ["stop", "back", "cover"])
def test_it_can_be_stopped_and_the_list_stays_as_it_was(desk: Desk, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = desk.on(BackupsScreen)

    ways: dict[str, Callable[[], None]] = {"stop": page.stop, "back": page.back, "cover": lambda: page.cover(lambda: None)}

    def meanwhile(today: date, progress: Progress) -> None:
        ways[how]()
        progress.go_on()

    monkeypatch.setattr(shelf(desk), "make", meanwhile)
    page.make()
    assert page.state.said == "It was stopped. Everything is as it was before."
    assert shelf(desk).listed == []


def test_g9_the_cover_interrupts_whatever_is_being_made(desk: Desk) -> None:
    before = shelf(desk).interrupted
    desk.flow.help()
    desk.flow.cover()
    assert shelf(desk).interrupted >= before + 2  # at once, and again when the keys are dropped


def test_g13_both_see_the_same_list_of_days_without_an_hour(desk: Desk) -> None:
    desk.on(BackupsScreen).make()
    mine = desk.on(BackupsScreen).state
    desk.come_in(1)
    to_the_list(desk)
    assert desk.on(BackupsScreen).state.items == mine.items
    assert "Alex" not in repr(mine)
    assert "21" not in repr(mine.items)


def test_two_of_one_day_can_be_told_apart() -> None:
    kept = tuple(Backup(number=number, made=DAY + timedelta(days=number // 3)) for number in (3, 2, 1))
    assert [item.title for item in listed(kept)] == [
        "Wednesday, 4 March 2026",
        "Tuesday, 3 March 2026, number 2",
        "Tuesday, 3 March 2026",
    ]
    assert listed(kept)[0].line == "Not checked yet. It is whole."


def test_the_first_one_of_a_day_is_made_after_coming_in_and_only_that_one(desk: Desk) -> None:
    assert shelf(desk).listed == []
    desk.come_in(0)
    assert [one.made for one in shelf(desk).listed] == [DAY]
    desk.come_in(0).come_in(1)
    assert len(shelf(desk).listed) == 1
    desk.clock.pass_time(24 * 3600)
    desk.come_in(0)
    assert [one.made for one in shelf(desk).listed] == [DAY, DAY + timedelta(days=1)]


def test_closing_makes_one_if_anything_was_written_and_closes_whatever_comes_of_it(desk: Desk) -> None:
    notebook, closed = desk.notebook, []
    desk.flow.quit(lambda: closed.append(len(notebook.shelf.listed)))
    assert closed == [1]
    assert not notebook.unlocked()


@pytest.mark.parametrize("why", ["nothing written", "no room"])
def test_closing_goes_on_without_one(desk: Desk, why: str) -> None:
    notebook, closed = desk.notebook, []
    notebook.shelf.written = why != "nothing written"
    notebook.shelf.trouble = Trouble("disk-full")
    desk.flow.quit(lambda: closed.append(len(notebook.shelf.listed)))
    assert closed == [0]
    assert not notebook.unlocked()


@pytest.mark.parametrize(
    ("code", "cause"),
    [("disk-full", "not enough free space"), ("read-only", "Nothing can be written"), ("save-failed", "The disk did not take it")],
)
def test_an_automatic_one_that_failed_is_told_on_this_page_alone_until_one_is_made(desk: Desk, code: str, cause: str) -> None:
    shelf(desk).trouble = Trouble(code)
    desk.come_in(0)
    assert "backup" not in repr(desk.on(HomeScreen).state).casefold()
    to_the_list(desk)
    said = desk.on(BackupsScreen).state.missed
    assert said.startswith("A backup was tried on Tuesday, 3 March 2026 and not made. ")
    assert cause in said
    desk.on(BackupsScreen).make()
    assert desk.on(BackupsScreen).state.missed == ""


def test_the_last_one_that_closing_could_not_make_is_told_the_next_time(desk: Desk) -> None:
    notebook = desk.notebook
    notebook.shelf.trouble = Trouble("disk-full")
    desk.flow.quit(lambda: None)
    assert not_made(notebook.backups().missed()).startswith("A backup was tried on Tuesday")


def test_a_synced_folder_is_noticed_on_the_page_and_a_better_one_named(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.notebooks.sync_programs[tmp_path / "Dropbox"] = "Dropbox"
    desk.on(WelcomeScreen).go_on()
    setup = desk.on(SetupScreen)
    assert setup.state.synced == ""
    setup.choose(1)
    setup.name(0, "Zoë")
    setup.keep_in(str(tmp_path / "Dropbox" / "notebook"))
    assert (setup.state.synced, setup.state.better) == ("Dropbox", str(tmp_path / "notebook"))
    setup.done()
    desk.folder = tmp_path / "Dropbox"
    to_the_list(desk.first_turn())
    state = desk.on(BackupsScreen).state
    assert (state.synced, state.better) == ("Dropbox", str(tmp_path / "notebook"))


def test_at_the_set_up_the_better_place_can_be_taken_and_nothing_more_is_said(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.notebooks.sync_programs[tmp_path / "Dropbox"] = "Dropbox"
    desk.on(WelcomeScreen).go_on()
    setup = desk.on(SetupScreen)
    setup.keep_in(str(tmp_path / "Dropbox" / "notebook"))
    setup.keep_in(setup.state.better)
    assert (setup.state.synced, setup.state.folder) == ("", str(tmp_path / "notebook"))


def test_no_other_place_is_offered_where_the_usual_one_is_synced_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.notebooks.sync_programs[tmp_path] = "OneDrive"
    desk.on(WelcomeScreen).go_on()
    setup = desk.on(SetupScreen)
    assert (setup.state.synced, setup.state.better) == ("OneDrive", "")
