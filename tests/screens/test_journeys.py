"""A path leads whoever likes to be led; on, back and out are one press, and nobody else sees it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.content.fault import Faulty
from workbook.content.journey import read_journey, stops
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.home import HomeScreen
from workbook.screens.journeys import JourneysScreen
from workbook.screens.myspace import MySpaceScreen

PATH = """\
id: small-path
edition: 1
title: A small path
about: Two or three stops.
who: either
path:
  - do: {exercise: steady-ground, why: To land.}
  - rest: {days: 3, why: To breathe.}
  - fork:
      id: which
      ask: Which way?
      ways:
        - {id: one, text: The one, path: [{do: {exercise: one-moment-slowly, why: To look.}}]}
        - {id: none, text: Straight on}
  - repeat: {times: 2, path: [{do: {exercise: pause-plan, why: To plan.}}]}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    journey = read_journey(PATH.encode(), "small-path.yaml")
    desk.paths = lambda: (journey,)
    return desk


def paths(desk: Desk) -> JourneysScreen:
    """The page of paths, from home."""
    desk.on(HomeScreen).ways.my_space()
    next(errand for errand in desk.on(MySpaceScreen).state.errands if errand.title == "Paths").go()
    return desk.on(JourneysScreen)


def test_a_path_is_walked_stop_by_stop_with_a_choice_and_days_in_between(desk: Desk) -> None:
    screen = paths(desk.set_up("Kim").first_turn())
    screen.look(screen.state.offered[0])
    assert screen.state.trail is None
    screen.begin()
    screen.exercise("steady-ground")
    desk.on(ExerciseScreen)
    desk.flow.home(desk.person(0))
    screen = paths(desk)
    assert [stage.current for stage in screen.state.stages] == [True, False, False]
    screen.on()
    assert screen.state.rests_until
    desk.clock.pass_time(timedelta(days=3).total_seconds())
    desk.come_in(0)
    screen = paths(desk)
    assert not screen.state.rests_until
    screen.on()
    screen.choose("which", "one")
    assert [stage.title for stage in screen.state.stages][3:] == ["One moment, slowly", "Pause plan", "Pause plan"]
    screen.one_back()
    screen.choose("which", "none")
    assert [stage.title for stage in screen.state.stages][3:] == ["Pause plan", "Pause plan"]
    screen.on()
    screen.on()
    assert not any(stage.current for stage in screen.state.stages)
    screen.end()
    assert screen.state.trail is None


def test_g13_nobody_else_sees_that_somebody_is_on_a_path(desk: Desk) -> None:
    desk.set_up("Kim", "Sam").first_turn().come_in(1)
    home = desk.on(HomeScreen).state
    screen = paths(desk.come_in(0))
    screen.look(screen.state.offered[0])
    screen.begin()
    desk.come_in(1)
    assert desk.on(HomeScreen).state == home
    assert paths(desk).state.trail is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("days: 3", "days: 0", "from 1 to 200"),
        ("times: 2", "times: 99", "from 1 to 12"),
        ("        - {id: none, text: Straight on}\n", "", "at least two ways"),
        ("  - do: {exercise: steady-ground, why: To land.}", "  - {}", "not exactly one thing"),
        ("id: small-path", "id: other", "name of the file"),
        ("who: either", "who: anyone", "one of"),
        ("why: To land.", "why: To land., how: well", "not known"),
    ],
)
def test_a_faulty_path_is_told_with_its_line(old: str, new: str, said: str) -> None:
    assert old in PATH
    with pytest.raises(Faulty, match=said):
        read_journey(PATH.replace(old, new).encode(), "small-path.yaml")


def test_a_path_that_repeats_repeats_without_end_is_cut() -> None:
    inner = "{do: {exercise: a, why: b}}"
    for _depth in range(7):
        inner = f"{{repeat: {{times: 12, path: [{inner}]}}}}"
    head = PATH.split("path:", maxsplit=1)[0]
    journey = read_journey(f"{head}path: [{inner}]\n".encode(), "small-path.yaml")
    assert len(stops(journey, {})) == 400
