"""Same, different, surprised: each may mark what the other said at the reveal; nobody has to, and nothing counts it (G28)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.couple.beside import mark_in
from workbook.screens.export import ExportScreen
from workbook.screens.handover import HandoverScreen
from workbook.screens.home import HomeScreen
from workbook.screens.leaving import LeavingScreen
from workbook.screens.reveal import RevealScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.walk import WalkScreen
from workbook.trouble import Trouble

FIRST, SECOND = {"cue": {"words": "Alex's cue"}, "move": {"words": "Alex's move"}}, {"cue": {"words": "Sam's cue"}}


@pytest.fixture
def reveal(tmp_path: Path) -> Desk:
    """Both sit before the first step that opened."""
    desk = Desk(tmp_path).set_up("Alex", "Sam").first_turn()
    desk.open("draw-our-loop", "each").walk(FIRST).seal().pass_over().half().walk(SECOND).seal()
    desk.sit_down().at_the_table().on(RevealScreen).open()
    return desk


def kept(desk: Desk) -> dict[tuple[str, str], str | None]:
    shared = desk.notebook.shared_vault
    return {(one.step, one.author): mark_in(one.answer) for one in shared.beside(next(iter(shared.headers)))}


def finished(desk: Desk) -> ReviewScreen:
    """To the end, and Alex reads it through."""
    while isinstance(desk.stage.screen, (RevealScreen, WalkScreen)):
        desk.open_all().walk({})
    home = desk.come_in(0).on(HomeScreen)
    home.ways.look(home.state.finished[0].id)
    return desk.on(ReviewScreen)


def test_each_marks_what_the_other_said_and_can_take_it_back(reveal: Desk) -> None:
    screen, (alex, sam) = reveal.on(RevealScreen), (reveal.person(0), reveal.person(1))
    assert [(one.name, one.of, one.mark) for one in screen.state.markings] == [("Alex", "Sam", None), ("Sam", "Alex", None)]
    screen.mark(alex, "same")
    screen.mark(sam, "different")
    screen.mark(sam, "surprised")
    assert kept(reveal) == {("cue~", alex): "same", ("cue~", sam): "surprised"}
    screen.mark(alex, None)
    assert [one.mark for one in screen.state.markings] == [None, "surprised"]
    assert kept(reveal) == {("cue~", sam): "surprised"}


def test_there_is_no_place_for_a_mark_where_the_other_left_it_open(reveal: Desk) -> None:
    screen = reveal.on(RevealScreen)
    while not screen.state.step_title.startswith("What I did"):
        screen.next()
        screen.open()
    assert [(one.name, one.of) for one in screen.state.markings] == [("Sam", "Alex")]


def test_a_mark_is_there_again_when_the_step_is_opened_another_day(reveal: Desk) -> None:
    reveal.on(RevealScreen).mark(reveal.person(1), "same")
    reveal.on(RevealScreen).enough()
    reveal.choose("Close the notebook")
    screen = reveal.sit_down().at_the_table().on(RevealScreen)
    screen.open()
    assert [one.mark for one in screen.state.markings] == [None, "same"]


def test_a_mark_that_cannot_be_kept_is_not_shown_as_kept(reveal: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_what: object) -> None:
        raise Trouble("disk-full")

    monkeypatch.setattr(reveal.notebook.shared_vault, "save", full)
    screen = reveal.on(RevealScreen)
    screen.mark(reveal.person(0), "same")
    assert [one.mark for one in screen.state.markings] == [None, None]
    assert "disk is full" in screen.state.trouble


def test_a_mark_is_read_below_the_words_it_is_about(reveal: Desk) -> None:
    reveal.on(RevealScreen).mark(reveal.person(0), "surprised")
    said = str(finished(reveal).state.blocks)
    assert "Surprised me" in said
    assert said.index("Sam's cue") < said.index("Surprised me")


def test_g21_a_mark_leaves_only_by_its_authors_tick_and_only_with_the_words_it_is_about(reveal: Desk) -> None:
    alex, sam = reveal.person(0), reveal.person(1)
    reveal.on(RevealScreen).mark(alex, "same")
    for ticks, there in ((((alex, "cue~"),), False), (((sam, "cue"),), False), (((alex, "cue~"), (sam, "cue")), True)):
        finished(reveal).make_pdf()
        for who in (alex, sam):
            screen = reveal.on(ExportScreen)
            assert ("cue~" in [tick.item.step for tick in screen.state.ticks]) == (who == alex)
            screen.tick("move" if who == alex else "wish", who, True)
            for step in (step for author, step in ticks if author == who):
                screen.tick(step, who, True)
            if who == alex:
                screen.hand_on()
                reveal.on(HandoverScreen).here()
                reveal._pass("one fine day")
        reveal.on(ExportScreen).write(str(reveal.folder / "notes.pdf"))
        assert ("Same for me" in str(reveal.printer.printed[-1][1])) == there
        may_leave = reveal.on(ExportScreen)._consented().keys()
        assert (("cue~", alex) in may_leave) == there


def test_a_mark_goes_like_any_answer_and_leaves_no_trace(reveal: Desk) -> None:
    alex = reveal.person(0)
    reveal.on(RevealScreen).mark(alex, "same")
    finished(reveal).delete()
    screen = reveal.on(LeavingScreen)
    screen.ask("cue~")
    assert screen.state.item() is not None
    screen.delete()
    assert kept(reveal) == {}
    assert [
        one for one in reveal.notebook.shared_vault.opened(next(iter(reveal.notebook.shared_vault.headers))) if one.taken_back
    ] == []


def test_a_mark_on_words_that_were_taken_back_is_not_shown(reveal: Desk) -> None:
    alex, sam = reveal.person(0), reveal.person(1)
    reveal.on(RevealScreen).mark(alex, "same")
    sitting = next(iter(reveal.notebook.shared_vault.headers))
    reveal.notebook.take_back(sam, sitting, "cue")
    assert "Same for me" not in str(finished(reveal).state.blocks)
