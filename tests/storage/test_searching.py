"""The search index lies inside the vault, holds nothing that is no longer said, and is brought up to date aside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text

from tests.storage import given
from tests.storage.given import SECRET, common, private, trouble
from tests.storage.test_mirror_looking import opened, said, where
from workbook.couple.backups import Progress
from workbook.couple.ports import Notebook
from workbook.storage import rows, searching
from workbook.storage.vault import Vault

CANARY = "quetzalcoatlus"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Notebook]:
    """A notebook of two with one sitting for both and one of Mira's own."""
    notebook = given.begun(tmp_path / "book")
    given.started(notebook)
    notebook.space("mira").start(given.alone())
    yield notebook
    notebook.close()


def pages(vault: Vault) -> str:
    """Everything the index of a vault holds, as text: its words, its lists of words, what is left of those that are gone."""
    tables = ("search_content", "search_data", "search_idx", "search_docsize", "findable")
    return "\n".join(repr(tuple(row)) for table in tables for row in vault.rows(text(f"SELECT * FROM {table}")))


def waiting(vault: Vault) -> int:
    """How many answers wait to be read."""
    return len(vault.rows(select(rows.findable).where(rows.UNREAD)))


def test_g19_deleted_words_leave_no_letter_in_the_index(two: Notebook) -> None:
    mira, vault = two.space("mira"), private(two, "mira")
    mira.save("own", "cue", said("rain on the roof"))
    mira.save("own", "wish", said(f"the {CANARY} flew"))
    mira.read_words(1000)
    assert CANARY in pages(vault)
    two.space("mira").delete_answer("own", "wish")
    assert CANARY not in pages(vault)
    assert where(two, "rain") == [("own", "cue", "mira")]
    mira.delete("own")
    assert "rain" not in pages(vault)


def written_over(notebook: Notebook) -> None:
    """One answer was read by the search, and something else was written in its place since."""
    notebook.space("mira").save("own", "cue", said(CANARY))
    notebook.space("mira").read_words(1000)
    notebook.space("mira").save("own", "cue", said("something else"))


def test_words_written_over_are_found_no_more_before_the_index_is_read_anew(two: Notebook) -> None:
    vault = private(two, "mira")
    written_over(two)
    assert CANARY in pages(vault)
    assert waiting(vault) == 1
    assert searching.find(vault, lambda _digest: given.EXERCISE, CANARY, 20, False) == ()
    two.space("mira").read_words(1000)
    assert CANARY not in pages(vault)
    assert where(two, "something") == [("own", "cue", "mira")]


def test_g19_words_written_over_go_in_a_quiet_moment_from_all_that_is_open(two: Notebook) -> None:
    written_over(two)
    opened(two)
    two.space("mira").read_words(1000)
    two.shared().save("first", "name", "both", said("one last word"))
    two.space("mira").read_words(1000)
    two.shared().save("first", "name", "both", said("another"))
    assert "last" in pages(common(two))
    two.tidy()
    assert CANARY not in pages(private(two, "mira"))
    assert "last" not in pages(common(two))
    before = private(two, "mira").writes, common(two).writes
    two.tidy()
    assert (private(two, "mira").writes, common(two).writes) == before, "where nothing is to be taken out it only looks"
    assert where(two, "another") == [("first", "name", "both")]


def test_before_anybody_is_in_and_once_it_is_closed_there_is_nothing_to_take_out(two: Notebook) -> None:
    two.lock_all()
    two.tidy()
    two.close()
    with trouble("locked"):
        two.tidy()
    other = given.notebooks(two.folder).open(two.folder)
    other.tidy()
    other.close()


def test_g19_words_written_over_stay_in_no_vault_that_is_locked(two: Notebook) -> None:
    written_over(two)
    two.lock("mira")
    two.unlock("mira", SECRET["mira"])
    assert CANARY not in pages(private(two, "mira"))
    written_over(two)
    two.leave_spaces()
    two.lock_all()
    two.unlock("mira", SECRET["mira"])
    assert CANARY not in pages(private(two, "mira"))


def test_g19_words_written_over_go_into_no_backup(two: Notebook, tmp_path: Path) -> None:
    written_over(two)
    two.backups().make(date(2026, 3, 3), Progress())
    two.backups().restore(1, tmp_path / "again", Progress())
    again = given.notebooks(tmp_path / "again").open(tmp_path / "again")
    again.unlock("mira", SECRET["mira"])
    assert CANARY not in pages(private(again, "mira"))
    assert where(again, "something") == [("own", "cue", "mira")]
    again.close()


def test_a_vault_whose_file_is_gone_is_locked_all_the_same(two: Notebook) -> None:
    mira, vault = two.space("mira"), private(two, "mira")
    written_over(two)
    vault.path.rename(vault.path.with_name("elsewhere"))
    two.lock("mira")
    with trouble("locked"):
        mira.answers("own")


def test_what_was_taken_back_is_out_of_the_shared_index_in_the_same_moment(two: Notebook) -> None:
    opened(two)
    two.space("mira").read_words(1000)
    assert "sam" in "".join(row.words for row in common(two).rows(text("SELECT words FROM search")))
    two.take_back("sam", "first", "cue")
    assert "sam" not in "".join(row.words for row in common(two).rows(text("SELECT words FROM search")))


def test_a_save_and_its_place_in_the_index_are_one_transaction(two: Notebook) -> None:
    mira, vault = two.space("mira"), private(two, "mira")
    mira.save("own", "cue", said("rain"))
    mira.read_words(1000)

    def fail() -> None:
        with vault.writing() as connection:
            searching.gone(connection, "own")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert where(two, "rain") == [("own", "cue", "mira")]


def test_it_is_read_a_little_at_a_time(two: Notebook) -> None:
    mira, vault = two.space("mira"), private(two, "mira")
    for step in ("cue", "wish", "name"):
        mira.save("own", step, said(f"rain on the {step}"))
    assert mira.read_words(2)
    assert waiting(vault) == 1
    assert not mira.read_words(2)
    assert waiting(vault) == 0
    assert len(where(two, "rain")) == 3


def test_g16_what_another_hand_changed_in_the_shared_vault_is_not_found(two: Notebook) -> None:
    opened(two)
    with common(two).writing() as connection:
        forged = rows.opened.update().where(rows.opened.c.author == "sam").values(answer=said("forged"))
        connection.execute(forged)
    assert where(two, "forged") == []
    assert where(two, "heard") == [("first", "cue", "mira")]


def test_with_new_keys_everything_is_found_as_before(two: Notebook) -> None:
    opened(two)
    two.space("mira").save("own", "cue", said("a door"))
    before = sorted(where(two, "door"))
    two.renew_keys("mira", SECRET["mira"], "eleven paper boats")
    assert sorted(where(two, "door")) == before


def test_ones_own_notebook_beside_the_old_one_finds_what_went_along(two: Notebook, tmp_path: Path) -> None:
    opened(two)
    two.space("mira").save("own", "cue", said("a door"))
    before = sorted(where(two, "door"))
    two.split("mira", SECRET["mira"], tmp_path / "mine")
    mine = given.notebooks(tmp_path / "mine").open(tmp_path / "mine")
    mine.unlock("mira", SECRET["mira"])
    assert sorted(where(mine, "door")) == before
    mine.close()


def test_the_index_answers_nobody_who_is_locked_out(two: Notebook) -> None:
    mira = two.space("mira")
    mira.save("own", "cue", said("rain"))
    two.lock("mira")
    with trouble("locked"):
        mira.search("rain", 5)


def test_g15_no_file_holds_an_indexed_word(two: Notebook) -> None:
    mira = two.space("mira")
    mira.save("own", "cue", said(CANARY))
    mira.read_words(1000)
    mira.search(CANARY, 5)
    two.close()
    files = [path.read_bytes() for path in two.folder.rglob("*") if path.is_file()]
    assert files
    assert not [content for content in files if CANARY.encode() in content]
