"""Help's country: picked by somebody, kept for this computer, there before anybody is in (G34); and settings found by words."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.robots.desk import Desk
from workbook.content.helplines import LocalLine, help_page
from workbook.couple.habits import COUNTRY
from workbook.paths import resources
from workbook.screens.help import HelpScreen
from workbook.screens.home import HomeScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.settings import SettingsScreen


def settings(desk: Desk) -> SettingsScreen:
    desk.on(HomeScreen).ways.my_space()
    next(one for one in desk.on(MySpaceScreen).state.errands if one.title == "How it behaves for me").go()
    return desk.on(SettingsScreen)


def test_every_country_with_help_lines_can_be_picked() -> None:
    page = help_page(resources() / "help-lines.yaml")
    assert COUNTRY.values == ("", *(country.id for country in page.countries))


def test_g34_no_country_is_shown_until_somebody_picks_one_and_then_before_anybody_is_in(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ana", "Ben").first_turn()
    desk.flow.help()
    assert desk.on(HelpScreen).state.chosen == ""
    desk.on(HelpScreen).choose("ie")
    desk.flow.door()
    desk.flow.help()
    assert desk.on(HelpScreen).state.chosen == "ie"


def test_the_country_is_a_setting_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ana", "Ben").first_turn()
    settings(desk).pick("country", "de")
    desk.flow.help()
    assert desk.on(HelpScreen).state.chosen == "de"


def test_g34_a_line_is_written_down_for_everyone_at_this_computer_and_can_be_taken_away_again(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ana", "Ben").first_turn()
    desk.flow.door()
    desk.flow.help()
    screen = desk.on(HelpScreen)
    screen.write(True)
    screen.add("  The practice ", "see the door", "")
    assert [(line.name, line.number, line.noted_on) for line in desk.local_lines.lines] == [
        ("The practice", "see the door", desk.clock.now().date())
    ]
    assert (screen.state.writing, screen.state.old) == (False, frozenset())
    screen.remove(screen.state.local[0])
    assert desk.local_lines.lines == ()


def test_a_line_needs_a_name_and_a_number_and_a_disk_may_refuse_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ana", "Ben").first_turn()
    desk.flow.help()
    screen = desk.on(HelpScreen)
    screen.write(True)
    screen.add("The practice", " ", "Mondays")
    assert "a name and a number" in screen.state.trouble
    desk.local_lines.refuses = "read-only"
    screen.add("The practice", "see the door", "")
    assert screen.state.trouble
    assert (screen.state.writing, screen.state.local) == (True, ())


def test_g33_a_line_that_was_written_down_over_a_year_ago_is_marked(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ana", "Ben").first_turn()
    today = desk.clock.now().date()
    old, new = (LocalLine(name=name, number="1", noted_on=today - timedelta(days=days)) for name, days in (("a", 366), ("b", 365)))
    desk.local_lines.lines = (old, new)
    desk.flow.help()
    assert desk.on(HelpScreen).state.old == {old}


def test_g34_what_is_written_down_changes_none_of_the_checked_lines(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Ana", "Ben").first_turn()
    desk.flow.help()
    screen = desk.on(HelpScreen)
    before = screen.state.page
    screen.add("Emergency services", "000", "")
    assert screen.state.page == before


def test_a_setting_is_found_by_a_word_from_it(tmp_path: Path) -> None:
    screen = settings(Desk(tmp_path).set_up("Ana", "Ben").first_turn())
    assert [row.key for row in screen.state.rows if row.found("GERMANY")] == ["country"]
    assert [row.key for row in screen.state.rows if row.found("blank page")] == ["cover-key"]
    assert not [row.key for row in screen.state.rows if row.found("zebra")]
