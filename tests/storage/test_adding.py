"""What a file held is added to a real vault answer for answer, all of it or none, and comes out again the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given as every
from hypothesis import settings
from hypothesis import strategies as st

from tests.storage import given
from tests.storage.given import text
from workbook.couple.belongings import Belongings, Kept, Line, as_json, read
from workbook.couple.ports import Notebook
from workbook.couple.sitting import Place, Sitting
from workbook.screens.belongings import gather

any_text = st.text(st.characters(exclude_categories=()))


@pytest.fixture(scope="module")
def mira(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    notebook = given.begun(tmp_path_factory.mktemp("adding") / "book")
    yield notebook
    notebook.close()


def kept(name: str, words: str, joint: str | None = None) -> Kept:
    """Mira's copy of a sitting for two."""
    return Kept(
        sitting=Sitting(id=name, exercise=given.EXERCISE, mode="each", people=("mira",)),
        place=Place(0, 2),
        state="open",
        answers={"cue": text(words)},
        together={} if joint is None else {"name": text(joint)},
        held=frozenset({"wish"}),
    )


@settings(deadline=None, max_examples=25)
@every(words=any_text, joint=any_text)
def test_words_go_into_a_vault_and_out_again_character_for_character(mira: Notebook, words: str, joint: str) -> None:
    mira.space("mira").add(Belongings(kept=(kept("copy", words, joint),)))
    (found,) = read(as_json(gather(mira, "mira")), "mira").kept
    assert found == kept("copy", words, joint)
    mira.space("mira").delete("copy")


@pytest.mark.parametrize("words", ["\ud83d", "a\0b", "x\u00e9\U0001f30a" * 7000])
def test_difficult_words_survive_a_file_and_a_reopening(two: Notebook, words: str) -> None:
    mine = Belongings(kept=(kept("copy", words, words),), exports=(Line(words, words, "", ""),), settings={"key": words})
    two.space("mira").add(read(as_json(mine), "mira"))
    notebook = given.reopened(two)
    notebook.unlock("mira", given.SECRET["mira"])
    assert gather(notebook, "mira") == mine
    notebook.close()


def test_the_newest_stays_in_front(two: Notebook) -> None:
    mine = Belongings(kept=tuple(kept(name, name) for name in ("c", "b", "a")))
    two.space("mira").add(mine)
    assert [one.sitting.id for one in gather(two, "mira").kept] == ["c", "b", "a"]


def test_one_id_that_is_taken_adds_nothing_at_all(two: Notebook) -> None:
    mira = two.space("mira")
    mira.start(given.alone("own"))
    mira.save("own", "cue", text("as it was"))
    with pytest.raises(ValueError, match="already"):
        mira.add(Belongings(kept=(kept("own", "other"), kept("new", "words"))))
    assert [entry.sitting.id for entry in mira.entries()] == ["own"]
    assert mira.answers("own") == {"cue": text("as it was")}


def test_a_partners_words_are_not_among_ones_own(two: Notebook) -> None:
    given.sealed(two)
    two.space("sam").save("first", "name", text("Sam alone"))
    two.open_step("first", "cue")
    two.shared().save("first", "name", "both", text("ours"))
    content = as_json(gather(two, "mira"))
    assert b"sam heard the door" not in content
    assert b"Sam" not in content
    assert b"ours" in content


def test_what_one_alone_said_at_the_table_is_in_their_file_only(two: Notebook) -> None:
    given.started(two)
    two.shared().save("first", "name", "sam", text("only Sam"))
    assert b"only Sam" not in as_json(gather(two, "mira"))
