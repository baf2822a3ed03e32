"""Printing an exercise blank: from its page, onto a file somebody names, with nothing on it that anybody said."""

from __future__ import annotations

from pathlib import Path

from tests.robots.desk import Desk
from workbook.content.exercise import Exercise
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.home import HomeScreen
from workbook.screens.paper import PaperScreen
from workbook.trouble import Trouble


def at_paper(tmp_path: Path) -> Desk:
    """In front of the page that prints an exercise."""
    desk = Desk(tmp_path)
    desk.set_up("Zoë").first_turn("one fine day")
    desk.on(HomeScreen).ways.exercise("draw-our-loop")
    desk.on(ExerciseScreen).print_blank()
    return desk


def test_an_exercise_is_printed_from_its_page_and_leads_back_there(tmp_path: Path) -> None:
    desk = at_paper(tmp_path)
    paper = desk.on(PaperScreen)
    paper.write(paper.state.file, letter=True)
    assert desk.printer.blanks == [(("draw-our-loop",), tmp_path / "pages.pdf", True)]
    assert paper.state.written == str(tmp_path / "pages.pdf")
    paper.back()
    assert desk.on(ExerciseScreen).state.exercise.id == "draw-our-loop"


def test_the_file_is_offered_under_a_name_that_tells_nothing(tmp_path: Path) -> None:
    assert Path(at_paper(tmp_path).on(PaperScreen).state.file).name == "pages.pdf"


def test_a_full_disk_is_told_and_nothing_is_called_written(tmp_path: Path) -> None:
    desk = at_paper(tmp_path)
    desk.printer.blank = _full  # type: ignore[method-assign]  # a disk with no room left
    paper = desk.on(PaperScreen)
    paper.write(paper.state.file, letter=False)
    assert paper.state.trouble
    assert not paper.state.written
    assert not paper.state.busy


def _full(exercises: tuple[Exercise, ...], target: Path, *, letter: bool) -> None:
    raise Trouble("disk-full")
