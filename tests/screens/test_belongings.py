"""Everything of mine, from My space: out into a file, and into another notebook, answer for answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.robots.desk import Desk
from workbook.content.blocks import plain
from workbook.screens.belongings import BelongingsScreen, gather
from workbook.screens.home import HomeScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.walk import WalkScreen

FIRST = {"cue": {"words": "Alex's cue \ud83d"}, "story": {"words": "Alex held this back"}}
SECOND = {"cue": {"words": "Sam's cue"}}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def two(desk: Desk) -> Desk:
    """Alex and Sam have opened a loop and named it; Alex is in."""
    desk.set_up("Alex", "Sam").first_turn()
    desk.open("draw-our-loop", "each").walk(FIRST).seal(hold=("story",)).pass_over().half().walk(SECOND).seal()
    desk.sit_down().at_the_table()
    while isinstance(desk.stage.screen, (RevealScreen, WalkScreen)):
        desk.open_all().walk({"loop-name": {"words": "The dish trap"}})
    return desk.come_in(0)


def everything(desk: Desk) -> BelongingsScreen:
    desk.on(HomeScreen).ways.my_space()
    errand = next(errand for errand in desk.on(MySpaceScreen).state.errands if errand.title == "Everything of mine")
    errand.go()
    return desk.on(BelongingsScreen)


def written(desk: Desk, name: str = "mine.json") -> Any:
    everything(desk).write_json(str(desk.folder / name))
    assert not desk.on(BelongingsScreen).state.trouble
    return json.loads(desk.notebook.outside[desk.folder / name])


def elsewhere(tmp_path: Path, content: bytes) -> BelongingsScreen:
    """Ada, alone in a new notebook, with that file."""
    ada = Desk(tmp_path / "ada").set_up("Ada").first_turn()
    ada.notebook.outside[tmp_path / "in.json"] = content
    screen = everything(ada)
    screen.add(str(tmp_path / "in.json"))
    return screen


def test_the_file_holds_ones_own_words_and_what_both_said_and_no_others(two: Desk) -> None:
    file = written(two)
    (loop,) = file["sittings"]
    assert loop["answers"]["cue"] == {"words": "Alex's cue \ud83d"}
    assert loop["together"] == {"loop-name": {"words": "The dish trap"}}
    assert loop["held"] == ["story"]
    assert "cue" in loop["opened"]
    text = json.dumps(file)
    assert "Sam" not in text
    assert "Alex held this back" in text


def test_the_markdown_marks_what_both_said(two: Desk) -> None:
    everything(two).write_markdown(str(two.folder / "mine.md"))
    pages = two.notebook.outside[two.folder / "mine.md"].decode()
    assert "*You both said this.*\n\n> The dish trap" in pages
    assert "*Held back.*" in pages
    assert "Sam's cue" not in pages


def test_writing_it_out_is_in_ones_own_log(two: Desk) -> None:
    written(two)
    assert two.notebook.space(two.person(0)).exports()[0]["to"] == "mine.json"
    assert two.notebook.spaces[two.person(1)].exports() == ()


def test_a_file_that_is_there_is_not_replaced(two: Desk) -> None:
    written(two)
    before = dict(two.notebook.outside)
    two.on(BelongingsScreen).write_json(str(two.folder / "mine.json"))
    assert "already" in two.on(BelongingsScreen).state.trouble
    assert two.notebook.outside == before


def test_what_was_written_out_comes_into_another_notebook_answer_for_answer(two: Desk, tmp_path: Path) -> None:
    (tmp_path / "ada").mkdir()
    file = written(two)
    ada = Desk(tmp_path / "ada").set_up("Ada").first_turn()
    ada.notebook.outside[tmp_path / "in.json"] = two.notebook.outside[two.folder / "mine.json"]
    everything(ada).add(str(tmp_path / "in.json"))
    (kept,) = gather(ada.notebook, ada.person(0)).kept
    assert (kept.answers, kept.together) == (file["sittings"][0]["answers"], file["sittings"][0]["together"])
    ada.come_in(0)
    home = ada.on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    said = plain(ada.on(ReviewScreen).state.blocks)
    assert said
    assert "The dish trap" in said


def test_adding_the_same_file_again_adds_nothing(two: Desk) -> None:
    written(two)
    before = gather(two.notebook, two.person(0))
    two.on(BelongingsScreen).add(str(two.folder / "mine.json"))
    assert "already" in two.on(BelongingsScreen).state.done
    assert gather(two.notebook, two.person(0)) == before


def test_a_changed_answer_is_not_overwritten_by_an_older_file(desk: Desk) -> None:
    desk.set_up("Ada").first_turn().open("one-moment-slowly").walk().choose("My page")
    written(desk)
    me = desk.person(0)
    (entry,) = desk.notebook.space(me).entries()
    step = next(iter(desk.notebook.space(me).answers(entry.sitting.id)))
    desk.notebook.space(me).save(entry.sitting.id, step, None)
    after = desk.notebook.space(me).answers(entry.sitting.id)
    desk.on(BelongingsScreen).add(str(desk.folder / "mine.json"))
    assert desk.notebook.space(me).answers(entry.sitting.id) == after
    assert len(desk.notebook.space(me).entries()) == 2


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda content: content[:-9], "not a file"),
        (lambda content: content.replace(b'"version": 3', b'"version": 9'), "newer version"),
        (lambda content: content.replace(b'"kind": "', b'"kind": "un'), "does not know"),
        (lambda content: content.replace(b'"answers": {', b'"answers": {"elsewhere": {},'), "missing or was changed"),
    ],
    ids=["cut short", "a later version", "an unknown kind of step", "a step that is not there"],
)
def test_a_file_that_does_not_fit_is_told_in_a_sentence_and_adds_nothing(
    two: Desk, tmp_path: Path, spoil: Callable[[bytes], bytes], said: str
) -> None:
    (tmp_path / "ada").mkdir()
    written(two)
    screen = elsewhere(tmp_path, spoil(two.notebook.outside[two.folder / "mine.json"]))
    assert said in screen.state.trouble
    assert "Nothing was added." in screen.state.trouble


def test_a_file_that_is_not_there_is_told(desk: Desk) -> None:
    desk.set_up("Ada").first_turn()
    everything(desk).add(str(desk.folder / "nothing.json"))
    assert "cannot be read" in desk.on(BelongingsScreen).state.trouble
