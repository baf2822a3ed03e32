"""What two did at the table, without a half of their own, goes along in a file of everything of mine, and comes back (G18)."""

from pathlib import Path

from tests.robots.desk import Desk
from workbook.couple.belongings import as_json, read
from workbook.screens.belongings import gather


def test_what_was_done_at_the_table_only_comes_back_from_a_file(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Kim", "Sam").first_turn().come_in(1)
    desk.sit_down().begin_here("how-we-work-here").walk().come_in(0)
    mine = gather(desk.notebook, desk.person(0))
    assert [one.sitting.mode for one in mine.kept] == ["together"]
    again = read(as_json(mine), desk.person(0))
    assert [one.sitting.mode for one in again.kept] == ["together"]
    assert [one.together for one in again.kept] == [one.together for one in mine.kept]
    assert all(one.together for one in again.kept)
