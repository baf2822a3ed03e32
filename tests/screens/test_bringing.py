"""What somebody wrote alone becomes part of their half when the other joins: item by item, by its author's choice alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.robots.desk import Desk
from workbook.screens.bringing import BringScreen
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.home import HomeScreen
from workbook.screens.joining import JoinScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen

SECRET = "one fine day"
CUE, MOVE = {"words": "the slammed door"}, {"words": "I go quiet"}


@pytest.fixture
def joined(tmp_path: Path) -> Desk:
    """Ada has drawn her loop alone; Lin has joined and begun; Ada is home."""
    desk = Desk(tmp_path)
    desk.set_up("Ada").first_turn().open("draw-our-loop").walk({"cue": CUE, "move": MOVE, "calm": {"level": 3}}).choose("My page")
    desk.on(HomeScreen).ways.my_space()
    next(one for one in desk.on(MySpaceScreen).state.errands if one.title == "Begin with your partner").go()
    desk.on(JoinScreen).name("Lin")
    desk.on(JoinScreen).go()
    desk.come_in(1)
    return desk.come_in(0)


def begin(desk: Desk, exercise: str = "draw-our-loop", short: bool = False) -> Desk:
    desk.on(HomeScreen).ways.exercise(exercise)
    desk.on(ExerciseScreen).begin("each", short)
    return desk._skip_the_questions()


def answers(desk: Desk, index: int = 0) -> dict[str, Any]:
    """What somebody has in their half of the sitting for two."""
    desk.come_in(index)
    (entry,) = desk.notebook.shared().sittings()
    return dict(desk.notebook.space(desk.person(index)).answers(entry.sitting.id))


def test_what_was_said_alone_is_offered_and_nothing_is_ticked(joined: Desk) -> None:
    bring = begin(joined).on(BringScreen)
    assert [item.step for item in bring.state.items] == ["cue", "move"]
    assert "the slammed door" in str(bring.state.items[0].blocks)
    assert bring.state.ticked == frozenset()


def test_only_what_is_ticked_comes_along_into_the_draft(joined: Desk) -> None:
    bring = begin(joined).on(BringScreen)
    bring.tick("cue", True)
    bring.tick("move", True)
    bring.tick("move", False)
    bring.bring()
    joined.on(WalkScreen)
    assert answers(joined) == {"cue": CUE}


def test_it_stays_private_and_can_be_changed_until_the_usual_seal(joined: Desk) -> None:
    bring = begin(joined).on(BringScreen)
    bring.tick("cue", True)
    bring.bring()
    space = joined.notebook.space(joined.person(0))
    (entry,) = joined.notebook.shared().sittings()
    assert space.sealed(entry.sitting.id) == frozenset()
    assert joined.notebook.shared().opened(entry.sitting.id) == joined.notebook.shared().joint(entry.sitting.id) == ()
    space.save(entry.sitting.id, "cue", {"words": "something else"})
    own = next(one for one in space.entries() if one.sitting.mode == "alone")
    assert space.answers(own.sitting.id)["cue"] == CUE


def test_it_can_be_skipped(joined: Desk) -> None:
    bring = begin(joined).on(BringScreen)
    bring.tick("cue", True)
    bring.without()
    assert answers(joined) == {}


def test_nothing_is_begun_by_going_back(joined: Desk) -> None:
    begin(joined).on(BringScreen).back()
    joined.on(HomeScreen)
    assert joined.notebook.shared().sittings() == ()


def test_where_nothing_was_said_alone_nothing_is_asked(joined: Desk) -> None:
    begin(joined, "after-the-storm").on(WalkScreen)


def test_the_short_way_offers_only_what_it_asks(joined: Desk) -> None:
    screen = begin(joined, short=True).on(BringScreen)
    asked = joined.flow.outside.library.exercise("draw-our-loop").short
    assert {item.step for item in screen.state.items} == {"cue", "move"} & set(asked)


def test_who_was_asked_by_the_other_is_offered_theirs_once(joined: Desk) -> None:
    joined.come_in(1)
    begin(joined).on(WalkScreen)
    joined.come_in(0).half()
    bring = joined.on(BringScreen)
    bring.tick("move", True)
    bring.bring()
    assert answers(joined) == {"move": MOVE}
    joined.come_in(0).half()
    joined.on(WalkScreen)


def test_after_not_now_it_is_offered_when_they_come_back_to_it(joined: Desk) -> None:
    joined.come_in(1)
    begin(joined).on(WalkScreen)
    home = joined.come_in(0).on(HomeScreen)
    sitting = home.state.for_two[0].id
    home.not_now(sitting)
    joined.on(HomeScreen).ways.half(sitting)
    joined._skip_the_questions().on(BringScreen)


@pytest.mark.parametrize("brings", [True, False])
def test_g5_g13_to_the_other_it_looks_the_same_whether_anything_was_brought(joined: Desk, brings: bool) -> None:
    bring = begin(joined).on(BringScreen)
    for item in bring.state.items:
        bring.tick(item.step, brings)
    bring.bring()
    home = joined.come_in(1).on(HomeScreen).state
    assert [line.title for line in home.for_two] == ["Draw our loop"]
    assert (home.going_on, home.finished) == ((), ())
    (entry,) = joined.notebook.shared().sittings()
    assert (entry.place.part, entry.place.step, entry.state) == (0, 0, "open")
    assert joined.notebook.shared().joint(entry.sitting.id) == joined.notebook.shared().opened(entry.sitting.id) == ()
    table = joined.sit_down().on(TableScreen).state
    assert [one.title for one in table.open] == ["Draw our loop"]
