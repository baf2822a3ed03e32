"""An exercise and its plain data: each gives the other, whatever is in it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.good import GOOD
from workbook.content.compose import Bare, compose
from workbook.content.fault import Faulty
from workbook.content.reader import read
from workbook.content.rules import faults
from workbook.content.steps import kinds
from workbook.content.steps.choose import Choose
from workbook.content.steps.choose_many import ChooseMany
from workbook.content.steps.write import Write

PLAIN = json.loads(compose(read(GOOD.encode(), "the-kettle.yaml").plain).source)

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.text(max_size=8).map(Bare),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.text(max_size=8) | st.sampled_from(["id", "kind", "steps"]), inside, max_size=4)
    ),
    max_leaves=12,
)


def copy() -> dict[str, Any]:
    """The plain data of the kettle, to be changed."""
    return dict(json.loads(json.dumps(PLAIN)))


def test_the_sample_has_every_kind_of_step() -> None:
    steps = compose(PLAIN).steps()
    assert {str(step.__struct_config__.tag) for step in steps} == set(kinds())


def test_an_exercise_composes_again_from_its_source() -> None:
    exercise = compose(PLAIN)
    assert compose(json.loads(exercise.source)) == exercise
    assert exercise.source == json.dumps(PLAIN, sort_keys=True)
    assert exercise.source.isascii()


def test_text_that_looks_like_something_else_stays_text() -> None:
    page = read(GOOD.replace("title: A few bits", "title: 1984").replace("title: Where to", "title: 12:30").encode(), "f")
    exercise = compose(page.plain)
    assert exercise.step("bits").title == "1984"
    assert exercise.step("far-where").title == "12:30"
    feelings = exercise.step("feelings")
    assert isinstance(feelings, ChooseMany)
    assert feelings.options[0].text == "no"


def test_a_bare_number_is_a_number_where_one_is_wanted() -> None:
    bits = compose(PLAIN).step("bits")
    assert isinstance(bits, Write)
    assert (bits.minutes, bits.long) == (2.5, True)


def test_a_comparison_with_a_scale_is_a_number_and_with_a_choice_a_word() -> None:
    exercise = compose(read(GOOD.replace("below: 3", "equals: 3").encode(), "f").plain)
    assert [step.show_when.equals for step in exercise.steps() if step.show_when] == ["far", 3]


def test_the_trailing_line_of_a_block_of_text_falls_away() -> None:
    assert compose(PLAIN).therapist_note == "Go slowly.\n\nAsk about the tea."


def test_composing_checks_the_shape_and_leaves_the_rules_to_the_pack() -> None:
    plain = copy()
    plain["title"] = "An old {joke} that newer rules refuse"
    assert [*faults(compose(plain))]


def test_a_lone_surrogate_composes_and_comes_back() -> None:
    plain = copy()
    plain["title"] = "\ud83d"
    exercise = compose(plain)
    assert compose(json.loads(exercise.source)).title == "\ud83d"
    plain["intensity"] = "\ud83d"
    with pytest.raises(Faulty, match="`intensity` is"):
        compose(plain)


def test_numbers_out_of_this_world_are_faults() -> None:
    plain = copy()
    plain["parts"][0]["apart"][3]["minutes"] = float("nan")
    with pytest.raises(Faulty, match="`minutes` is `nan`"):
        compose(plain)


def test_a_sentence_for_an_unknown_word_names_what_there_is() -> None:
    plain = copy()
    plain["parts"][0]["apart"][3]["kind"] = "xyzzy"
    with pytest.raises(Faulty, match="Known here: `agenda`, `body`"):
        compose(plain)


def test_a_hostile_number_of_faults_is_cut() -> None:
    with pytest.raises(Faulty) as caught:
        compose({f"key-{number}": "x" for number in range(10_000)})
    assert len(caught.value.faults) == 100


@settings(deadline=None)
@given(ANYTHING)
def test_anything_at_all_is_refused_with_a_fault(plain: object) -> None:
    with pytest.raises(Faulty) as caught:
        compose(plain)
    assert caught.value.faults


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_exercise_is_refused_or_holds_its_source(data: st.DataObject) -> None:
    plain = copy()
    here: Any = plain
    while True:
        key = data.draw(st.sampled_from(sorted(here) if isinstance(here, dict) else range(len(here))))
        deeper = isinstance(here[key], (dict, list)) and here[key]
        if not deeper or data.draw(st.integers(0, 3)) == 0:
            break
        here = here[key]
    if data.draw(st.booleans()):
        here[key] = data.draw(ANYTHING)
    else:
        del here[key]
    try:
        exercise = compose(plain)
    except Faulty as faulty:
        told = faulty.faults
    else:
        told = tuple(faults(exercise))
        assert compose(json.loads(exercise.source)) == exercise
    assert all(fault.found and fault.instead for fault in told)


def test_options_keep_their_order() -> None:
    move = compose(PLAIN).step("move")
    assert isinstance(move, Choose)
    assert [option.id for option in move.options] == ["near", "far"]
