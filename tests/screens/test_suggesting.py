"""One's own page suggests the next stop of a path and a second look that is due; it depends on nothing that was written."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.content.journey import read_journey
from workbook.content.library import Library
from workbook.couple.followups import FollowUp
from workbook.couple.journeys import Trail, back, from_setting, to_setting
from workbook.paths import resources
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.home import HomeScreen
from workbook.screens.suggesting import Suggestion

PATH = """\
id: small-path
edition: 1
title: A small path
about: Two stops.
who: either
path:
  - do: {exercise: pause-plan, why: To plan.}
  - rest: {days: 3, why: To breathe.}
  - do: {exercise: one-moment-slowly, why: To look.}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    core = tmp_path / "packs" / "core"
    shutil.copytree(resources() / "packs" / "core", core)
    (core / "index.json").unlink()
    moment = core / "one-moment-slowly.yaml"
    moment.write_text(moment.read_text("utf-8") + "follow_up: {exercise: pause-plan, days: [14, 60]}\n", "utf-8")
    library = Library(tmp_path / "packs")
    assert library.shelved == {}
    desk = Desk(tmp_path, library)
    journey = read_journey(PATH.encode(), "small-path.yaml")
    desk.paths = lambda: (journey,)
    return desk


def suggested(desk: Desk, days: int = 0) -> list[Suggestion]:
    """What Kim's own page suggests so many days later."""
    desk.clock.pass_time(timedelta(days=days).total_seconds())
    desk.come_in(0)
    return list(desk.on(HomeScreen).state.suggested)


def put(desk: Desk, trail: str) -> None:
    """Kim is somewhere on a path."""
    desk.notebook.space(desk.person(0)).set("journey", trail)


def test_a_second_look_is_offered_when_it_is_due_and_can_be_let_go(desk: Desk) -> None:
    desk.set_up("Kim").first_turn().open("one-moment-slowly").walk()
    assert suggested(desk) == []
    assert suggested(desk, 13) == []
    (one,) = suggested(desk, 1)
    assert one.exercise == "pause-plan"
    desk.on(HomeScreen).leave_out(one)
    assert list(desk.on(HomeScreen).state.suggested) == []
    assert suggested(desk, 45) == []
    (again,) = suggested(desk, 1)
    desk.on(HomeScreen).take(again)
    assert desk.on(ExerciseScreen).state.exercise.id == "pause-plan"
    assert suggested(desk, 400) == []


def test_the_next_stop_of_a_path_is_suggested_and_none_while_it_rests(desk: Desk) -> None:
    desk.set_up("Kim").first_turn()
    put(desk, '{"journey": "small-path", "at": 0, "since": "2026-03-03"}')
    (one,) = suggested(desk)
    assert (one.exercise, one.why) == ("pause-plan", "From your path: To plan.")
    put(desk, '{"journey": "small-path", "at": 1, "since": "2026-03-03"}')
    assert suggested(desk, 2) == []
    (one,) = suggested(desk, 1)
    assert one.exercise == "one-moment-slowly"


def test_a_stop_that_was_done_is_not_suggested_again_and_the_path_goes_on(desk: Desk) -> None:
    desk.set_up("Kim").first_turn().open("pause-plan").walk()
    desk.clock.pass_time(timedelta(days=1).total_seconds())
    desk.come_in(0)
    put(desk, to_setting(Trail(journey="small-path", since=desk.clock.now().date())))
    assert [one.exercise for one in suggested(desk)] == ["pause-plan"], "what was done before the path began counts for nothing"
    desk.clock.pass_time(timedelta(days=3).total_seconds())
    desk.come_in(0).open("pause-plan").walk()
    assert suggested(desk) == [], "three days in between"
    assert '"at":1' in (desk.notebook.space(desk.person(0)).setting("journey") or "")
    (one,) = suggested(desk, 3)
    assert one.exercise == "one-moment-slowly"


def test_whoever_goes_back_to_a_stop_stays_there(desk: Desk) -> None:
    desk.set_up("Kim").first_turn()
    put(desk, '{"journey": "small-path", "at": 0, "since": "2026-03-03"}')
    desk.come_in(0).open("pause-plan").walk()
    assert suggested(desk) == []
    trail = from_setting(desk.notebook.space(desk.person(0)).setting("journey"))
    assert trail is not None
    put(desk, to_setting(back(trail, desk.clock.now().date())))
    assert [one.exercise for one in suggested(desk)] == ["pause-plan"]


def test_a_clock_that_is_set_back_puts_nothing_off_for_longer() -> None:
    look = FollowUp(sitting="a", exercise="b", days=(14,), since=date(2026, 5, 1))
    assert not look.due(date(2026, 4, 1))
    assert look.due(date(2026, 5, 15))


@pytest.mark.parametrize("kept", ["", "[", "{}", '[{"a": 1}]', "null"])
def test_a_setting_that_cannot_be_read_suggests_nothing_and_breaks_nothing(desk: Desk, kept: str) -> None:
    desk.set_up("Kim").first_turn()
    space = desk.notebook.space(desk.person(0))
    space.set("follow-ups", kept)
    space.set("journey", kept)
    assert suggested(desk) == []
