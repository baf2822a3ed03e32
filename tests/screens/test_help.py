"""Help's country: picked by somebody, kept for this computer, there before anybody is in (G34); and settings found by words."""

from __future__ import annotations

from pathlib import Path

from tests.robots.desk import Desk
from workbook.content.helplines import help_page
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


def test_a_setting_is_found_by_a_word_from_it(tmp_path: Path) -> None:
    screen = settings(Desk(tmp_path).set_up("Ana", "Ben").first_turn())
    assert [row.key for row in screen.state.rows if row.found("GERMANY")] == ["country"]
    assert [row.key for row in screen.state.rows if row.found("blank page")] == ["cover-key"]
    assert not [row.key for row in screen.state.rows if row.found("zebra")]
