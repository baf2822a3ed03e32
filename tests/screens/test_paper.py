"""Blank paper from an exercise's page: looked at, then printed or written, with nothing on it that anybody said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.content.blocks import Block, Heading, Table
from workbook.content.helplines import LocalLine
from workbook.couple.paper import Picture, Sheet
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.home import HomeScreen
from workbook.screens.paper import PaperScreen

LOCAL = LocalLine(name="The practice", number="on its door", hours="Mondays", noted_on=date(2026, 2, 1))


def at_paper(folder: Path, exercise: str = "draw-our-loop", country: str = "", local: tuple[LocalLine, ...] = ()) -> Desk:
    """In front of the page that prints an exercise."""
    desk = Desk(folder)
    desk.local_lines.lines = local
    desk.looks.choose("country", country)
    desk.set_up("Zoë").first_turn("one fine day")
    desk.on(HomeScreen).ways.exercise(exercise)
    desk.on(ExerciseScreen).print_blank()
    return desk


def after(desk: Desk) -> tuple[Block, ...]:
    """The help lines on the paper that is looked at."""
    return desk.printer.blanks[-1][1].after


def rows(desk: Desk) -> list[str]:
    """Each of them in one run of words."""
    return [" ".join(cell or "" for cell in row) for block in after(desk) if isinstance(block, Table) for row in block.rows]


def test_an_exercise_is_looked_at_and_written_from_its_page_and_leads_back_there(tmp_path: Path) -> None:
    desk = at_paper(tmp_path)
    paper = desk.on(PaperScreen)
    assert paper.state.look.count == 1
    assert not desk.printer.printed
    assert (paper.state.place, paper.state.chosen()) == ("looking", "A4 · for a pen")
    paper.choose(letter=True, fillable=True, cards=False)
    paper.write(paper.state.folder)
    assert desk.printer.blanks[-1] == (("draw-our-loop",), Sheet(letter=True, fillable=True))
    assert paper.state.chosen() == "US Letter · with fields, for a screen"
    assert [target for _title, _blocks, target in desk.printer.printed] == [tmp_path / "pages.pdf"]
    assert paper.state.written == str(tmp_path / "pages.pdf")
    paper.back()
    assert desk.on(ExerciseScreen).state.exercise.id == "draw-our-loop"


def test_what_was_looked_at_is_written_and_nothing_is_made_twice(tmp_path: Path) -> None:
    desk = at_paper(tmp_path)
    desk.on(PaperScreen).write(desk.on(PaperScreen).state.folder)
    assert len(desk.printer.blanks) == 1


def test_it_is_printed_page_by_page_and_no_file_lies_in_between(tmp_path: Path) -> None:
    class Tray:
        wide = 100

        def __init__(self) -> None:
            self.pages: list[Picture] = []
            self.whole = False

        def page(self, picture: Picture) -> bool:
            self.pages.append(picture)
            return True

        def more(self) -> bool:
            return False

        def over(self, whole: bool) -> None:
            self.whole = whole

    desk, tray = at_paper(tmp_path), Tray()
    desk.on(PaperScreen).sheets(tray)
    assert (len(tray.pages), tray.whole, desk.on(PaperScreen).state.printed) == (1, True, True)
    assert not desk.printer.printed


def test_g10_blank_paper_has_a_name_that_tells_nothing_and_is_in_nobodys_list(tmp_path: Path) -> None:
    desk = at_paper(tmp_path)
    paper = desk.on(PaperScreen)
    assert Path(paper.state.folder).name == "pages.pdf"
    paper.write(paper.state.folder)
    assert desk.notebook.space(desk.person(0)).exports() == ()


def test_cards_are_offered_where_an_author_says_what_stands_on_them(tmp_path: Path) -> None:
    assert not at_paper(tmp_path / "one").on(PaperScreen).state.has_card
    desk = at_paper(tmp_path / "two", "ways-out")
    paper = desk.on(PaperScreen)
    assert paper.state.has_card
    paper.choose(letter=False, fillable=False, cards=True)
    assert desk.printer.blanks[-1] == (("ways-out",), Sheet(cards=True))
    assert desk.printer.cards[-1]


@pytest.mark.parametrize("code", ["disk-full", "read-only", "no-folder"])
def test_what_a_disk_refuses_is_told_and_nothing_is_called_written(tmp_path: Path, code: str) -> None:
    desk = at_paper(tmp_path)
    desk.printer.refuses = code
    paper = desk.on(PaperScreen)
    paper.write(paper.state.folder)
    assert paper.state.trouble
    assert not paper.state.written
    assert not paper.state.busy


def test_g34_a_plan_for_afterwards_has_the_help_lines_of_the_country_that_was_picked(tmp_path: Path) -> None:
    desk = at_paper(tmp_path, "keep-it-alive", "ie", (LOCAL,))
    paper = desk.on(PaperScreen)
    assert paper.state.country == "ie"
    assert any("Call 112 or 999" in row or "112" in row for row in rows(desk))
    assert any("on its door" in row and "Mondays" in row and "nobody else checked it" in row for row in rows(desk))
    paper.pick_country("us")
    assert any("Call 911" in row for row in rows(desk))


def test_g34_without_a_country_no_number_is_guessed(tmp_path: Path) -> None:
    desk = at_paper(tmp_path, "keep-it-alive")
    assert desk.on(PaperScreen).state.country == ""
    assert rows(desk) == []
    assert isinstance(after(desk)[0], Heading)


def test_g34_other_exercises_ask_for_no_country(tmp_path: Path) -> None:
    desk = at_paper(tmp_path, country="ie")
    assert (desk.on(PaperScreen).state.countries, after(desk)) == ((), ())


def test_a_place_in_the_folder_of_somebody_who_is_not_there_is_no_folder(tmp_path: Path) -> None:
    desk = at_paper(tmp_path)
    desk.on(PaperScreen).write("~nobody-of-that-name/pages.pdf")
    assert desk.on(PaperScreen).state.written == "~nobody-of-that-name/pages.pdf", "the printer of this desk writes anywhere"
