"""Finding an exercise: by group, by a word, by what somebody can carry; favourites are one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.home import FIVE, HAPPENED, SAY, HomeScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.walk import WalkScreen


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).set_up("Kim", "Sam").first_turn()


def library(desk: Desk) -> LibraryScreen:
    """The list of all exercises, from home."""
    desk.flow.home(desk.person(0))
    desk.on(HomeScreen).ways.library()
    return desk.on(LibraryScreen)


def left(screen: LibraryScreen) -> set[str]:
    return {summary.id for group in screen.state.groups for summary in group.exercises}


def test_every_exercise_without_a_gate_stands_in_one_group(desk: Desk) -> None:
    screen = library(desk)
    listed = [summary.id for group in screen.state.groups for summary in group.exercises]
    assert len(listed) == len(set(listed))
    assert {*listed} == {summary.id for summary in desk.flow.outside.library.open_summaries()}
    assert next(group.title for group in screen.state.groups) == "Steady ground, at any hour"


def test_the_list_is_narrowed_by_words_without_accents_and_widened_again(desk: Desk) -> None:
    screen = library(desk)
    everything = left(screen)
    screen.narrow(words="LÓOP")
    assert "draw-our-loop" in left(screen)
    assert left(screen) < everything
    screen.narrow(words="")
    assert left(screen) == everything


def test_the_list_is_narrowed_by_minutes_people_and_gentleness(desk: Desk) -> None:
    screen = library(desk)
    screen.narrow(minutes=5)
    assert "quick-capture" in left(screen)
    assert "draw-our-loop" not in left(screen)
    screen.narrow(minutes=0, who="two", gentle=True)
    assert "steady-ground" not in left(screen)
    assert "draw-our-loop" not in left(screen)
    assert "three-things" in left(screen)


def test_g13_a_favourite_is_ones_own(desk: Desk) -> None:
    screen = library(desk)
    screen.mark("pause-plan", True)
    desk.come_in(0)
    assert [summary.id for summary in desk.on(HomeScreen).state.favourites] == ["pause-plan"]
    desk.come_in(1)
    assert desk.on(HomeScreen).state.favourites == ()
    screen = library(desk.come_in(0))
    screen.narrow(favourites=True)
    assert left(screen) == {"pause-plan"}
    screen.mark("pause-plan", False)
    assert left(screen) == set()


def test_from_an_exercise_one_comes_back_to_the_list(desk: Desk) -> None:
    library(desk).exercise("pause-plan")
    desk.on(ExerciseScreen).back()
    desk.on(LibraryScreen)


@pytest.mark.parametrize("door", [HAPPENED, SAY])
def test_a_door_leads_to_the_first_step_at_once(desk: Desk, door: str) -> None:
    desk.on(HomeScreen).ways.at_once(door)
    assert desk.on(WalkScreen).state.title == desk.flow.outside.library.exercise(door).title


def test_a_good_five_minutes_takes_no_longer(desk: Desk) -> None:
    exercises = desk.flow.outside.library
    assert exercises.exercise(FIVE).minutes.each <= 5
    assert exercises.exercise(HAPPENED).minutes.each <= 5


def test_the_page_of_an_exercise_names_its_steps_for_those_who_are_here(desk: Desk, tmp_path: Path) -> None:
    def course(at: Desk) -> list[str]:
        at.flow.home(at.person(0))
        at.on(HomeScreen).ways.exercise("one-moment-slowly")
        return [when for when, _steps in at.on(ExerciseScreen).course()]

    alone = Desk(tmp_path / "alone").set_up("Mira").first_turn()
    assert course(alone) == ["By yourself"]
    (steps,) = (steps for _when, steps in alone.on(ExerciseScreen).course())
    assert {"What set it off", "What goes where"} <= {*steps}
    assert course(desk) == ["Each of you, alone", "Together"]
    assert desk.on(ExerciseScreen).course()[1][1][:2] == (
        "What you let open: One moment each",
        "What you let open: What was underneath",
    )
