"""Blank paper: every field can be answered by pen, every exercise can be printed, and nothing that anybody said is on it."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
from pypdf import PdfReader

from tests.ui.samples import FIELDS
from workbook.cli import main
from workbook.content.exercise import Exercise
from workbook.content.fields import Field, Option
from workbook.content.library import Library
from workbook.couple.sitting import personal
from workbook.paths import resources
from workbook.report.blank import blank
from workbook.report.document import PdfPrinter, blank_pdf
from workbook.report.fillable import Asked

LIBRARY = Library(resources() / "packs")
EXERCISES = tuple(LIBRARY.exercise(summary.id) for summary in LIBRARY.summaries())
ASKED = Asked(("draw-our-loop", "cue", "words"), "What set it off")
every_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=[exercise.id for exercise in EXERCISES])


def text_of(target: Path) -> str:
    """All words of a PDF, without white space."""
    found = subprocess.run(["pdftotext", "-raw", str(target), "-"], check=True, capture_output=True, text=True)
    return "".join(found.stdout.split())


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "pages.pdf"


def test_every_field_can_be_answered_by_pen() -> None:
    assert set(blank.registry) >= set(get_args(Field))
    for field in FIELDS:
        assert blank(field, ASKED), type(field).__name__


def test_a_field_nobody_taught_the_paper_is_refused() -> None:
    with pytest.raises(TypeError, match="Option"):
        blank(Option("a", "A"), ASKED)


@every_exercise
def test_every_exercise_prints_blank_with_every_question(exercise: Exercise, target: Path) -> None:
    PdfPrinter().blank((exercise,), target, letter=False)
    text = text_of(target)
    assert squeezed(exercise.title) in text
    for step in (personal(step, "you", None) for step in exercise.steps()):
        assert squeezed(step.title) in text, step.id
        for field in step.fields():
            for option in getattr(field, "options", ()):
                assert squeezed(option.text)[:20] in text, (step.id, option.id)


@every_exercise
def test_every_exercise_prints_on_letter_paper_too(exercise: Exercise, target: Path) -> None:
    PdfPrinter().blank((exercise,), target, letter=True)
    pages = PdfReader(target).pages
    assert {(float(page.mediabox.width), float(page.mediabox.height)) for page in pages} == {(612.0, 792.0)}


def test_what_keeps_nothing_prints_too(target: Path) -> None:
    loose = [exercise for exercise in EXERCISES if exercise.keep == "nothing"]
    assert loose
    for exercise in loose:
        PdfPrinter().blank((exercise,), target, letter=False)
        assert squeezed(exercise.title) in text_of(target)


def test_a_half_has_a_line_for_its_name_and_pages_of_its_own(target: Path) -> None:
    PdfPrinter().blank((LIBRARY.exercise("draw-our-loop"),), target, letter=False)
    pages = [page.extract_text() for page in PdfReader(target).pages]
    whose = [at for at, page in enumerate(pages) if "Whose half this is" in page]
    together = [at for at, page in enumerate(pages) if "Together" in page]
    assert len(whose) == 1
    assert whose[0] < together[0]
    assert not any("Look up for a moment" in pages[at] for at in together)


def test_a_tick_box_stands_before_each_choice_and_what_the_narrowest_answer_is_is_said(target: Path) -> None:
    PdfPrinter().blank((LIBRARY.exercise("sober-agreements"),), target, letter=False)
    assert squeezed("Where there is no mark, it is:") in text_of(target)


def test_the_same_pages_are_the_same_bytes_and_tell_nothing_of_who_or_when(target: Path) -> None:
    exercise = EXERCISES[0]
    assert blank_pdf((exercise,)) == blank_pdf((exercise,))
    PdfPrinter().blank((exercise,), target, letter=False)
    assert {key: str(value) for key, value in (PdfReader(target).metadata or {}).items()} == {"/Title": "Notes"}


def test_the_command_writes_several_exercises_into_one_file(target: Path) -> None:
    assert main(["worksheet", "take-the-floor", "draw-our-loop", str(target), "--letter"]) == 0
    text = text_of(target)
    assert text.index("Takethefloor") < text.index("Drawourloop")


def test_the_command_helps_with_a_name_that_is_not_there(target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["worksheet", "draw-our-lop", str(target)]) == 1
    assert "Did you mean `draw-our-loop`?" in capsys.readouterr().err
    assert not target.exists()


def test_the_command_says_where_it_cannot_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["worksheet", "draw-our-loop", str(tmp_path / "nowhere" / "pages.pdf")]) == 1
    assert capsys.readouterr().err


def tops(exercise: Exercise) -> list[list[str]]:
    """The lines of each page."""
    reader = PdfReader(BytesIO(blank_pdf((exercise,))))
    return [[line for line in page.extract_text().splitlines() if line.strip()] for page in reader.pages]


@every_exercise
def test_a_page_never_begins_with_an_answer_whose_question_is_not_on_it(exercise: Exercise) -> None:
    for lines in tops(exercise)[1:]:
        assert lines[0] not in ("In your own words", "If you are stuck", "Who?", "When?"), lines[:3]


def test_a_list_is_never_parted_with_one_of_it_alone_and_says_again_what_was_asked() -> None:
    parted = [lines for lines in tops(LIBRARY.exercise("ways-out")) if lines[0].endswith("· continued")]
    assert [lines[0] for lines in parted][:1] == ["What would reach me · continued"]
    assert all(lines[2] != "In your own words" for lines in parted)


def test_where_things_are_sorted_each_pile_is_named_once_above_its_boxes() -> None:
    lines = [line for page in tops(LIBRARY.exercise("what-it-soothed")) for line in page]
    assert lines.count("Just me") == 1
