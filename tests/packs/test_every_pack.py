"""Every exercise that ships is walked: each step's sample passes its check and shows, every text has words, every rule holds."""

import json
from pathlib import Path
from random import Random

import pytest

from workbook.content.compose import compose
from workbook.content.exercise import Exercise, Reveal
from workbook.content.index import INDEX, fresh_index
from workbook.content.library import Library
from workbook.content.pack import read_pack
from workbook.content.rules import faults
from workbook.content.step import Step, tidy

PACKS = Path(__file__).parents[2] / "resources" / "packs"
FOLDERS = sorted(path for path in PACKS.iterdir() if path.is_dir())
EXERCISES = [exercise for folder in FOLDERS for exercise in read_pack(folder).exercises]
STEPS = [(exercise, step) for exercise in EXERCISES for step in exercise.steps()]
every_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
every_step = pytest.mark.parametrize(("exercise", "step"), STEPS, ids=[f"{exercise.id}:{step.id}" for exercise, step in STEPS])


def test_the_exercises_to_begin_with_are_there() -> None:
    assert {"one-moment-slowly", "draw-our-loop", "after-the-storm", "steady-ground"} <= {exercise.id for exercise in EXERCISES}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_index_is_up_to_date(folder: Path) -> None:
    stale = "Stale: `make index` writes it anew."
    assert (folder / INDEX).read_bytes() == fresh_index(folder), stale


def test_no_pack_is_shelved_and_no_exercise_lost() -> None:
    library = Library(PACKS)
    assert library.shelved == {}
    assert [library.exercise(summary.id) for summary in library.summaries()] == EXERCISES


@every_exercise
def test_an_exercise_keeps_every_rule(exercise: Exercise) -> None:
    assert [*faults(exercise)] == []


@every_exercise
def test_an_exercise_composes_again_from_what_a_sitting_keeps(exercise: Exercise) -> None:
    assert compose(json.loads(exercise.source)) == exercise


@every_exercise
def test_g25_the_short_path_of_each_part_is_shorter(exercise: Exercise) -> None:
    assert len(exercise.short) < len(exercise.steps())


@every_exercise
def test_what_may_touch_trauma_opens_at_home_only_if_both_wish(exercise: Exercise) -> None:
    """G20; beside ketamine-assisted therapy its author picks that one line with a therapist's help."""
    reveals = [part for part in exercise.parts if isinstance(part, Reveal) and exercise.group != "ketamine"]
    tender = {part.title for part in reveals for step in part.steps if "trauma" in exercise.step(step).sensitive}
    assert tender <= {part.title for part in reveals if part.optional}


@every_step
def test_a_made_up_answer_passes_its_own_check_and_shows(exercise: Exercise, step: Step) -> None:
    for seed in range(5):
        answer = step.sample(Random(seed))
        assert step.check(answer) == {}
        assert bool(answer) == bool(step.fields())
        if answer:
            assert step.show(answer)
            assert step.words(answer)


@every_step
def test_g25_no_answer_is_always_enough(exercise: Exercise, step: Step) -> None:
    assert step.check(None) == {}
    assert step.words(None) is None
    assert tidy({field.id: None for field in step.fields()}) is None
    assert bool(step.show(None)) == bool(step.fields())


@every_step
def test_every_text_has_words(exercise: Exercise, step: Step) -> None:
    needed = [step.title, step.ask, *(field.label for field in step.fields())]
    assert all(text.strip() for text in needed)
    assert all(text == text.strip() for text in step.texts())
