"""Everything of one's own goes into a file and comes back, answer for answer; a file is believed in nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.content.exercise import Mode
from workbook.content.library import Library
from workbook.couple.belongings import MOST_BYTES, VERSION, Belongings, Kept, Line, as_json, by_both, lacking, read
from workbook.couple.beside import BROUGHT
from workbook.couple.markdown import as_markdown, escaped
from workbook.couple.sitting import Place, Sitting
from workbook.paths import resources
from workbook.trouble import Trouble

LIBRARY = Library(resources() / "packs")
EXERCISES = [LIBRARY.exercise(summary.id) for summary in LIBRARY.summaries()]
LOOP = LIBRARY.exercise("draw-our-loop")
BESIDE = {"cue+1": {"words": "the hour"}, "cue+2": {"words": "and I was tired"}, "move~": {"mark": "same"}, "cue!": BROUGHT}


def kept(seed: int = 1, name: str = "one", mode: Mode = "each", exercise: Any = LOOP) -> Kept:
    """A sitting with a made-up answer to every step."""
    rng = Random(seed)
    said = {step.id: answer for step in exercise.steps() if (answer := step.sample(rng)) is not None}
    joint = by_both(exercise)
    return Kept(
        sitting=Sitting(id=name, exercise=exercise, mode=mode, people=("me",)),
        place=Place(0, 1),
        state="open",
        answers={step: answer for step, answer in said.items() if step not in joint},
        together={step: answer for step, answer in said.items() if step in joint},
        beside=dict(BESIDE) if exercise is LOOP else {},
        held=frozenset({"cue"}) if exercise is LOOP else frozenset(),
    )


def all_of_it() -> Belongings:
    log = (Line("draw-our-loop", "notes.pdf", "00", "2026-03-03T20:00:00+00:00"),)
    return Belongings(kept=(kept(),), exports=log, settings={"size": "large"})


def changed(change: Callable[[dict[str, Any]], Any]) -> bytes:
    file = json.loads(as_json(all_of_it()))
    change(file)
    return json.dumps(file).encode()


def first(file: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = file["sittings"][0]
    return found


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_every_exercise_comes_back_answer_for_answer(exercise: Any) -> None:
    mine = Belongings(kept=tuple(kept(seed, f"s{seed}", exercise.who[0], exercise) for seed in range(3)))
    assert read(as_json(mine), "me") == mine


@settings(deadline=None, max_examples=60)
@given(
    words=st.text(st.characters(exclude_categories=())),
    key=st.text(min_size=1, max_size=50),
    value=st.text(st.characters(exclude_categories=())),
)
def test_any_words_come_back_character_for_character(words: str, key: str, value: str) -> None:
    one = Kept(sitting=kept().sitting, place=Place(), state="finished", answers={"cue": {"words": words}})
    mine = Belongings(kept=(one,), exports=(Line(words, value, "", ""),), settings={key: value})
    assert read(as_json(mine), "me") == mine


@pytest.mark.parametrize("words", ["\ud83d", "a\0b", "x\u00e9\U0001f30a" * 7000, "<hurt & alone>", ""])
def test_difficult_words_come_back(words: str) -> None:
    one = Kept(sitting=kept().sitting, place=Place(), state="open", answers={"cue": {"words": words}})
    assert read(as_json(Belongings(kept=(one,))), "me").kept[0].answers == {"cue": {"words": words}}


def test_an_untouched_answer_stays_open() -> None:
    one = Kept(sitting=kept().sitting, place=Place(), state="open", answers={"cue": {"words": None}})
    found = read(as_json(Belongings(kept=(one,))), "me").kept[0]
    assert found.answers == {"cue": {"words": None}}
    assert "move" not in found.answers


def test_the_same_belongings_give_the_same_bytes() -> None:
    assert as_json(all_of_it()) == as_json(all_of_it())


def test_an_exercise_that_was_done_often_is_written_once() -> None:
    file = json.loads(as_json(Belongings(kept=tuple(kept(seed, f"s{seed}") for seed in range(5)))))
    assert (len(file["exercises"]), len(file["sittings"])) == (1, 5)


def test_what_was_sealed_or_opened_is_ones_own_again_when_read() -> None:
    one = Kept(
        sitting=kept().sitting, place=Place(), state="open", answers={}, sealed=frozenset({"cue"}), opened=frozenset({"move"})
    )
    found = read(as_json(Belongings(kept=(one,))), "me").kept[0]
    assert (found.sealed, found.opened) == (frozenset(), frozenset())


def test_a_file_of_the_first_version_is_read_too() -> None:
    def as_it_was(file: dict[str, Any]) -> None:
        file["version"] = 1
        del first(file)["later"], first(file)["marks"], first(file)["brought"]

    (found,) = read(changed(as_it_was), "me").kept
    assert (found.answers, found.beside) == (kept().answers, {})


def test_a_file_of_the_second_version_is_read_too() -> None:
    def as_it_was(file: dict[str, Any]) -> None:
        file["version"] = 2
        del first(file)["brought"]

    (found,) = read(changed(as_it_was), "me").kept
    assert found.beside == {name: answer for name, answer in BESIDE.items() if name != "cue!"}


def test_later_thoughts_stand_in_order_in_the_file_whatever_was_deleted_between() -> None:
    left = {name: answer for name, answer in BESIDE.items() if name != "cue+1"}
    one = Kept(sitting=kept().sitting, place=Place(), state="open", answers={}, beside=left)
    found = read(as_json(Belongings(kept=(one,))), "me").kept[0]
    assert found.beside == {"cue+1": {"words": "and I was tired"}, "move~": {"mark": "same"}, "cue!": BROUGHT}
    assert found.said() == one.said()


REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "belongings-other"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "belongings-other"),
    "another json": (b'{"a": 1}', "belongings-other"),
    "a list": (b"[]", "belongings-other"),
    "brackets to the roof": (b"[" * 500_000, "belongings-other"),
    "a bomb": (b"[" + b"[]," * 3_400_000 + b"[]]", "belongings-large"),
    "too long": (b" " * (MOST_BYTES + 1), "belongings-large"),
    "a huge number": (b'{"version": ' + b"9" * 100_000 + b"}", "belongings-other"),
    "not a number": (changed(lambda file: first(file)["answers"].update(cue={"words": float("nan")})), "belongings-other"),
    "no end of a number": (changed(lambda file: file).replace(b'"step": 1', b'"step": 1e999'), "belongings-other"),
    "a key twice": (changed(lambda file: file).replace(b'"settings"', b'"exports": [], "settings"', 1), "belongings-other"),
    "a later version": (changed(lambda file: file.update(version=VERSION + 1)), "belongings-newer"),
    "no version": (changed(lambda file: file.pop("version")), "belongings-damaged"),
    "a version in words": (changed(lambda file: file.update(version="1")), "belongings-damaged"),
    "a key nobody knows": (changed(lambda file: file.update(more=1)), "belongings-damaged"),
    "a missing key": (changed(lambda file: first(file).pop("state")), "belongings-damaged"),
    "another mode": (changed(lambda file: first(file).update(mode="three")), "belongings-damaged"),
    "no such exercise": (changed(lambda file: first(file).update(exercise="other")), "belongings-damaged"),
    "no such part": (changed(lambda file: first(file).update(part=99)), "belongings-damaged"),
    "before the first step": (changed(lambda file: first(file).update(step=-1)), "belongings-damaged"),
    "no such step": (changed(lambda file: first(file)["answers"].update(elsewhere={})), "belongings-damaged"),
    "an answer of another shape": (changed(lambda file: first(file)["answers"].update(cue={"words": [1]})), "belongings-damaged"),
    "an answer that is none": (changed(lambda file: first(file)["answers"].update(cue=None)), "belongings-damaged"),
    "one's own words as everybody's": (
        changed(lambda file: first(file)["together"].update(cue={"words": "x"})),
        "belongings-damaged",
    ),
    "a later thought about nothing": (
        changed(lambda file: first(file)["later"].update(elsewhere=[{"words": "x"}])),
        "belongings-damaged",
    ),
    "a later thought that is none": (changed(lambda file: first(file)["later"].update(cue=[{"words": 7}])), "belongings-damaged"),
    "a mark of another kind": (changed(lambda file: first(file)["marks"].update(cue="seven")), "belongings-damaged"),
    "what nobody said, to a session": (changed(lambda file: first(file).update(brought=["elsewhere"])), "belongings-damaged"),
    "no marks": (changed(lambda file: first(file).pop("marks")), "belongings-damaged"),
    "a first version without sittings": (
        changed(lambda file: (file.update(version=1), file.pop("sittings"))),
        "belongings-damaged",
    ),
    "a first version of numbers": (changed(lambda file: file.update(version=1, sittings=[1])), "belongings-damaged"),
    "no version at all": (changed(lambda file: file.update(version=0)), "belongings-damaged"),
    "an empty id": (changed(lambda file: first(file).update(id="")), "belongings-damaged"),
    "a deep answer": (
        changed(lambda file: first(file)["answers"]["cue"].update(more=json.loads("[" * 30 + "]" * 30))),
        "belongings-damaged",
    ),
    "half an exercise": (changed(lambda file: next(iter(file["exercises"].values())).pop("parts")), "belongings-unknown"),
    "an unknown kind of step": (
        changed(lambda file: next(iter(file["exercises"].values()))["parts"][0]["apart"][0].update(kind="dance")),
        "belongings-unknown",
    ),
}


@pytest.mark.parametrize(("content", "code"), REFUSED.values(), ids=REFUSED)
def test_what_does_not_fit_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Trouble) as raised:
        read(content, "me")
    assert raised.value.code == code


def test_a_refusal_holds_no_words() -> None:
    with pytest.raises(Trouble) as raised:
        read(changed(lambda file: first(file)["answers"].update(cue={"words": ["a secret"]})), "me")
    assert "secret" not in f"{raised.value!r} {raised.value.params} {raised.value.__cause__!r}"
    assert raised.value.__suppress_context__


def test_what_is_here_already_is_not_added_again() -> None:
    assert lacking(all_of_it(), all_of_it(), frozenset(), str) == Belongings()


def test_a_taken_id_gets_a_new_one_and_what_is_here_is_not_touched() -> None:
    here = Belongings(kept=(kept(2, "one"),), settings={"size": "small"})
    numbers = count()
    new = lacking(all_of_it(), here, frozenset({"n0"}), lambda: f"n{next(numbers)}")
    assert [one.sitting.id for one in new.kept] == ["n1"]
    assert new.kept[0].answers == kept().answers
    assert new.settings == {}


def test_markdown_holds_every_answer_as_it_was_typed() -> None:
    one = Kept(
        sitting=kept().sitting, place=Place(), state="open", answers={"cue": {"words": "# I *feel* <hurt & alone>\n- a\0b \ud83d"}}
    )
    pages = as_markdown(Belongings(kept=(one,)))
    assert "> \\# I \\*feel\\* \\<hurt \\& alone\\>\n> \\- a\ufffdb \ufffd" in pages
    pages.encode("utf-8")


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_markdown_can_show_every_kind_of_answer(exercise: Any) -> None:
    one = kept(3, "one", exercise.who[0], exercise)
    pages = as_markdown(Belongings(kept=(one,)))
    known = {step.id: step for step in exercise.steps()}
    answered = [step for step in {**one.answers, **one.together} if known[step].words({**one.answers, **one.together}[step])]
    assert all(escaped(known[step].title) in pages for step in answered)
