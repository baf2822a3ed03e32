"""What the invented couple says fits what is asked, so that it reads like an evening and not like a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbook.content.fault import Faulty
from workbook.content.library import Library
from workbook.couple.invented import Evening, invented
from workbook.couple.people import BOTH, COLOURS, PICTURES
from workbook.paths import resources
from workbook.report.document import PdfPrinter

COUPLE = invented(resources() / "demo.yaml")
NAMES = [person.name for person in COUPLE.people]
LIBRARY = Library(resources() / "packs")
SAID = (*COUPLE.evenings, *COUPLE.between)


@pytest.mark.parametrize("evening", SAID, ids=lambda evening: f"{evening.exercise}-{evening.days_ago}")
def test_every_answer_passes_the_check_of_its_step(evening: Evening) -> None:
    exercise = LIBRARY.exercise(evening.exercise)
    for said in evening.said.values():
        for step, answer in said.items():
            assert exercise.step(step).check(answer) == {}
            assert set(answer) <= {field.id for field in exercise.step(step).fields()}


@pytest.mark.parametrize("evening", COUPLE.evenings, ids=lambda evening: evening.exercise)
def test_what_is_held_back_or_printed_was_said(evening: Evening) -> None:
    assert set(evening.said) <= {*NAMES, BOTH}
    for name, steps in (*evening.holds.items(), *evening.prints.items()):
        assert set(steps) <= set(evening.said[name])


def test_somebody_skips_a_step_and_somebody_holds_one_back() -> None:
    for_two = [evening for evening in COUPLE.evenings if evening.mode == "each"]
    assert any(evening.holds for evening in for_two)
    assert any(set(evening.said[NAMES[0]]) != set(evening.said[NAMES[1]]) for evening in for_two)


def test_the_two_have_pictures_and_colours_that_there_are() -> None:
    assert {person.picture for person in COUPLE.people} <= set(PICTURES)
    assert {person.colour for person in COUPLE.people} <= set(COLOURS)


def test_paper_can_show_everything_they_say() -> None:
    for evening in SAID:
        exercise = LIBRARY.exercise(evening.exercise)
        shown = tuple(
            block for said in evening.said.values() for step, answer in said.items() for block in exercise.step(step).show(answer)
        )
        assert PdfPrinter().unprintable(shown) == ()


def test_letters_of_other_languages_and_signs_of_markup_are_among_their_words() -> None:
    text = (resources() / "demo.yaml").read_text("utf-8")
    assert all(sign in text for sign in ("kids < work", " & ", "Że jestem", "„Ist doch nichts“"))


def test_a_file_that_is_not_well_formed_says_where(tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("people: [\n", "utf-8")
    with pytest.raises(Faulty, match=r"faulty\.yaml:\d+: "):
        invented(faulty)
