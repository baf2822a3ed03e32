"""Before something heavy, late at night, there is a word about the hour, and it can be switched off; nothing is refused (G26)."""

from pathlib import Path

from tests.robots.desk import Desk
from workbook.couple.habits import LATE_NOTE
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.home import HomeScreen


def late(desk: Desk, exercise: str) -> bool:
    desk.flow.home(desk.person(0))
    desk.on(HomeScreen).ways.exercise(exercise)
    return desk.on(ExerciseScreen).state.late


def test_g26_something_heavy_late_at_night_comes_with_a_word_about_the_hour(tmp_path: Path) -> None:
    desk = Desk(tmp_path).set_up("Kim").first_turn()
    assert not late(desk, "draw-our-loop")
    desk.clock.pass_time(2 * 60 * 60)
    desk.come_in(0)
    assert late(desk, "draw-our-loop")
    assert not late(desk, "pause-plan")
    desk.on(ExerciseScreen).begin("alone")
    desk.flow.home(desk.person(0))
    desk.notebook.space(desk.person(0)).set(LATE_NOTE.key, "off")
    assert not late(desk, "draw-our-loop")
