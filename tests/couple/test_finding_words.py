"""What can be found again, and what never is."""

from __future__ import annotations

from random import Random

import pytest

from workbook.content.exercise import Exercise
from workbook.content.library import Library
from workbook.content.steps.consent import Consent
from workbook.content.steps.letter import Letter
from workbook.couple import beside
from workbook.couple.searching import asked_for, cleaned, to_be_found
from workbook.paths import resources


@pytest.fixture(scope="module")
def exercises() -> tuple[Exercise, ...]:
    """Every exercise there is."""
    library = Library(resources() / "packs")
    return tuple(library.exercise(summary.id) for summary in library.summaries())


def test_a_letter_is_never_found(exercises: tuple[Exercise, ...]) -> None:
    letters = [(exercise, step) for exercise in exercises for step in exercise.steps() if isinstance(step, Letter)]
    assert letters
    for exercise, step in letters:
        assert to_be_found(exercise, step.id, step.sample(Random(1)) or {}, False) is None


def test_g5_between_both_nobody_finds_whose_yes_was_the_narrower_one(exercises: tuple[Exercise, ...]) -> None:
    opened = [
        (exercise, step)
        for exercise in exercises
        for step in exercise.steps()
        if isinstance(step, Consent) and step.id in exercise.may_open()
    ]
    assert opened
    for exercise, step in opened:
        said = step.sample(Random(1)) or {}
        assert to_be_found(exercise, step.id, said, True) is None
        assert to_be_found(exercise, step.id, said, False)


def test_a_later_thought_is_found_and_a_mark_is_not(exercises: tuple[Exercise, ...]) -> None:
    exercise = next(one for one in exercises if one.id == "quick-capture")
    assert to_be_found(exercise, beside.later_id("happened", 1), {"words": "it was the rain"}, False) == "it was the rain"
    assert to_be_found(exercise, beside.mark_id("happened"), {"mark": "same"}, False) is None
    assert to_be_found(exercise, beside.bring_id("happened"), beside.BROUGHT, False) is None
    assert to_be_found(exercise, "no-such-step", {"words": "x"}, False) is None


def test_words_are_cleaned_before_they_are_indexed() -> None:
    assert cleaned("cafe\u0301 \ud800\x00\x02bar\n") == "café ? bar "
    assert asked_for('"two" words * NOT') == ("two", "words", "NOT")
    assert asked_for("--- !") == ()
