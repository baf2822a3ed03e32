"""What a person keeps comes back as they left it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given as every
from hypothesis import settings
from hypothesis import strategies as st

from tests.storage import given
from tests.storage.given import text, trouble
from workbook.couple.ports import Notebook, Space
from workbook.couple.sitting import Place


@pytest.fixture(scope="module")
def mira(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Space]:
    """Mira's space, with a sitting of her own and one for two."""
    notebook = given.begun(tmp_path_factory.mktemp("space") / "book")
    given.started(notebook)
    space = notebook.space("mira")
    space.start(given.alone())
    yield space
    notebook.close()


any_text = st.text(st.characters(exclude_categories=()))
any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None, max_examples=60)
@every(words=any_text)
def test_words_come_back_character_for_character(mira: Space, words: str) -> None:
    mira.save("own", "cue", text(words))
    assert mira.answers("own")["cue"] == text(words)


@settings(deadline=None, max_examples=30)
@every(answer=st.dictionaries(any_text, any_json, max_size=3))
def test_any_answer_comes_back_as_it_was(mira: Space, answer: dict[str, object]) -> None:
    mira.save("own", "cue", answer)
    assert mira.answers("own")["cue"] == answer


@pytest.mark.parametrize(
    "words",
    [
        "I feel <hurt & alone>",
        "x\u00e9\U0001f30a" * 7000,
        "\ud83d",
        "   \n\t ",
        "\u05d0\u05e0\u05d9 \u0643\u0646\u062a \u202eright to left",
        "a\0b",
        "\U0001f469\u200d\U0001f469\u200d\U0001f467",
        "e\u0301 is not \u00e9",
    ],
    ids=["markup", "long", "lone surrogate", "spaces", "right to left", "nul", "joined emoji", "two ways to write one letter"],
)
def test_difficult_words_survive_a_reopening(tmp_path: Path, words: str) -> None:
    notebook = given.new(tmp_path / "book", given.MIRA)
    notebook.begin("mira", None, name_on_door=False)
    notebook.space("mira").start(given.alone())
    notebook.space("mira").save("own", "cue", text(words))
    notebook = given.reopened(notebook)
    notebook.unlock("mira", None)
    assert notebook.space("mira").answers("own") == {"cue": text(words)}
    notebook.close()


def test_an_untouched_rating_stays_unanswered(mira: Space) -> None:
    mira.save("own", "wish", {"rating": None})
    assert mira.answers("own")["wish"] == {"rating": None}
    assert "name" not in mira.answers("own")


def test_no_answer_takes_the_old_one_away(mira: Space) -> None:
    mira.save("own", "wish", text("gone"))
    mira.save("own", "wish", None)
    mira.save("own", "wish", None)
    assert "wish" not in mira.answers("own")


def test_a_sitting_keeps_its_exercise_as_it_was_read(two: Notebook) -> None:
    two.space("mira").start(given.alone())
    notebook = given.reopened(two)
    notebook.unlock("mira", given.SECRET["mira"])
    entry = notebook.space("mira").entry("own")
    assert entry is not None
    assert entry.sitting == given.alone()
    assert entry.sitting.exercise.source == given.EXERCISE.source
    notebook.close()


def test_a_sitting_that_is_not_here_is_nothing(mira: Space) -> None:
    assert mira.entry("elsewhere") is None
    assert mira.answers("elsewhere") == {}
    with pytest.raises(KeyError):
        mira.go("elsewhere", Place())


def test_beginning_again_changes_nothing(mira: Space) -> None:
    mira.go("own", Place(0, 1))
    before = mira.entry("own")
    mira.start(given.alone())
    assert mira.entry("own") == before


def test_the_sitting_last_begun_or_moved_in_comes_first(two: Notebook) -> None:
    mira = two.space("mira")
    for name in ("a", "b", "c"):
        mira.start(given.alone(name))
    assert [entry.sitting.id for entry in mira.entries()] == ["c", "b", "a"]
    mira.go("a", Place(0, 1), "finished")
    first, *others = mira.entries()
    assert (first.sitting.id, first.state, first.place, first.revision) == ("a", "finished", Place(0, 1), 4)
    assert [(entry.sitting.id, entry.revision) for entry in others] == [("c", 3), ("b", 2)]


def test_what_is_held_back_can_change(mira: Space) -> None:
    assert mira.held("first") == frozenset()
    mira.hold("first", frozenset({"cue", "wish"}))
    mira.hold("first", frozenset({"wish"}))
    assert mira.held("first") == {"wish"}
    mira.hold("first", frozenset())
    assert mira.held("first") == frozenset()


def test_the_export_log_is_ones_own_and_newest_first(two: Notebook) -> None:
    mira = two.space("mira")
    mira.exported("one sitting", "a therapist \ud800", "aa")
    mira.exported("two sittings", "nobody", "bb")
    log = mira.exports()
    assert [(line["what"], line["to"], line["digest"]) for line in log] == [
        ("two sittings", "nobody", "bb"),
        ("one sitting", "a therapist \ud800", "aa"),
    ]
    assert all(line["when"].endswith("+00:00") for line in log)
    assert two.space("sam").exports() == ()


def test_settings_are_private_and_can_change(two: Notebook) -> None:
    mira = two.space("mira")
    mira.set("packs", "core")
    mira.set("packs", "core, more \ud800")
    assert mira.setting("packs") == "core, more \ud800"
    assert mira.setting("other") is None
    assert two.space("sam").setting("packs") is None


def test_a_save_into_no_sitting_is_told(mira: Space) -> None:
    with trouble("save-failed"):
        mira.save("nowhere", "cue", text("x"))


def test_solo_answers_stay_out_of_the_shared_vault(two: Notebook) -> None:
    two.space("mira").start(given.alone())
    two.space("mira").save("own", "cue", text("mine"))
    assert two.shared().sittings() == ()
    assert two.shared().joint("own") == ()
