"""Blank paper: every field can be answered by pen, every exercise can be printed, and nothing that anybody said is on it."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
from pypdf import PdfReader

from tests.ui.samples import FIELDS
from workbook.content.exercise import Exercise
from workbook.content.fields import Field, Option
from workbook.content.library import Library
from workbook.couple.paper import Paging, Sheet
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
    target.write_bytes(blank_pdf((exercise,), Sheet()))
    text = text_of(target)
    assert squeezed(exercise.title) in text
    for step in (personal(step, "you", None) for step in exercise.steps()):
        assert squeezed(step.title) in text, step.id
        for field in step.fields():
            for option in getattr(field, "options", ()):
                assert squeezed(option.text)[:20] in text, (step.id, option.id)


@pytest.mark.parametrize(
    ("letter", "fillable"), [(True, False), (False, True), (True, True)], ids=["Letter", "form", "Letter form"]
)
def test_every_exercise_prints_in_both_sizes_by_pen_and_on_a_screen(letter: bool, fillable: bool, target: Path) -> None:
    """As one booklet, which costs far less than each by itself."""
    made = PdfPrinter().blank(EXERCISES, Sheet(letter=letter, fillable=fillable), Paging())
    target.write_bytes(made.data)
    subprocess.run(["qpdf", "--check", str(target)], check=True, capture_output=True)
    pages = PdfReader(target).pages
    assert len(pages) == made.pages > 2 * len(EXERCISES)
    size = (612.0, 792.0) if letter else (595.3, 841.9)
    assert {(round(float(page.mediabox.width), 1), round(float(page.mediabox.height), 1)) for page in pages} == {size}


def test_what_keeps_nothing_prints_too(target: Path) -> None:
    loose = [exercise for exercise in EXERCISES if exercise.keep == "nothing"]
    assert loose
    for exercise in loose:
        target.write_bytes(blank_pdf((exercise,), Sheet()))
        assert squeezed(exercise.title) in text_of(target)


def test_a_half_has_a_line_for_its_name_and_pages_of_its_own(target: Path) -> None:
    target.write_bytes(blank_pdf((LIBRARY.exercise("draw-our-loop"),), Sheet()))
    pages = [page.extract_text() for page in PdfReader(target).pages]
    whose = [at for at, page in enumerate(pages) if "Whose half this is" in page]
    together = [at for at, page in enumerate(pages) if "Together" in page]
    assert len(whose) == 1
    assert whose[0] < together[0]
    assert not any("Look up for a moment" in pages[at] for at in together)


def test_a_tick_box_stands_before_each_choice_and_what_the_narrowest_answer_is_is_said(target: Path) -> None:
    target.write_bytes(blank_pdf((LIBRARY.exercise("sober-agreements"),), Sheet()))
    assert squeezed("Where there is no mark, it is:") in text_of(target)


def test_the_same_pages_are_the_same_bytes_and_tell_nothing_of_who_or_when(target: Path) -> None:
    exercise = EXERCISES[0]
    for sheet in (Sheet(), Sheet(fillable=True)):
        assert blank_pdf((exercise,), sheet) == blank_pdf((exercise,), sheet)
    target.write_bytes(blank_pdf((exercise,), Sheet(fillable=True)))
    assert {key: str(value) for key, value in (PdfReader(target).metadata or {}).items()} == {"/Title": "Notes"}


def tops(exercise: Exercise) -> list[list[str]]:
    """The lines of each page."""
    reader = PdfReader(BytesIO(blank_pdf((exercise,), Sheet())))
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
