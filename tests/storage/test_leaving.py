"""Delete means delete: of an answer, of a sitting; where it was open, both see that it was taken back (G19)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw
import pytest
from sqlalchemy import select

from tests.storage import given
from tests.storage.given import common, private, text, trouble
from workbook.couple.ports import Notebook
from workbook.couple.sealing import Half
from workbook.couple.sitting import Response
from workbook.storage import rows
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

CANARY = "the blue kettle on the left"


def rows_that_say(vault: Vault, words: str) -> list[str]:
    """The tables in which any row holds these words."""
    return [
        table.name
        for table in rows.metadata.sorted_tables
        if any(words in json.dumps(str(tuple(row))) for row in vault.rows(select(table)))
    ]


def on_the_pages(vault: Vault, words: str) -> bool:
    """Whether the words are anywhere in the decrypted pages, free ones included."""
    copy = vault._path.with_name("copy")
    shutil.copy(vault._path, copy)
    opened = apsw.Connection(str(copy), flags=apsw.SQLITE_OPEN_READWRITE)
    for pragma in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{vault._key.hex()}'\""):
        opened.execute(f"PRAGMA {pragma}")
    pages = opened.serialize("main")
    opened.close()
    copy.unlink()
    return words.encode() in pages


@pytest.fixture
def opened(two: Notebook) -> Notebook:
    """Both halves are sealed, and one of two steps is open."""
    given.started(two)
    for person in ("mira", "sam"):
        two.space(person).save("first", "cue", text(f"{person}: {CANARY}"))
        two.space(person).save("first", "wish", text(f"{person}, {CANARY}"))
        openings = {"cue": text(f"{person}: {CANARY}"), "wish": text(f"{person}, {CANARY}")}
        two.seal(Half(sitting="first", author=person, openings=openings))
    two.open_step("first", "cue")
    return two


def words_of(notebook: Notebook, sitting: str = "first") -> dict[tuple[str, str], object]:
    return {(one.author, one.step): "taken back" if one.taken_back else one.answer for one in notebook.shared().opened(sitting)}


def test_a_deleted_answer_is_in_no_row(two: Notebook) -> None:
    mira = two.space("mira")
    mira.start(given.alone())
    mira.save("own", "cue", text(CANARY))
    mira.save("own", "wish", text("stays"))
    mira.hold("own", frozenset({"cue"}))
    mira.delete_answer("own", "cue")
    assert mira.answers("own") == {"wish": text("stays")}
    assert mira.held("own") == frozenset()
    assert rows_that_say(private(two, "mira"), CANARY) == []


def test_a_deleted_sitting_leaves_nothing_not_even_which_exercise_it_was(two: Notebook) -> None:
    mira = two.space("mira")
    mira.start(given.alone())
    mira.save("own", "cue", text(CANARY))
    mira.hold("own", frozenset({"wish"}))
    mira.delete("own")
    vault = private(two, "mira")
    assert mira.entry("own") is None
    assert all(vault.rows(select(table)) == [] for table in (rows.sitting, rows.exercise, rows.answer, rows.held))


def test_an_exercise_stays_while_another_sitting_needs_it(two: Notebook) -> None:
    mira = two.space("mira")
    mira.start(given.alone("one"))
    mira.start(given.alone("two"))
    mira.delete("one")
    found = mira.entry("two")
    assert found is not None
    assert found.sitting.exercise == given.EXERCISE


def test_what_is_gone_stays_gone_after_a_reopening(two: Notebook) -> None:
    two.space("mira").start(given.alone())
    two.space("mira").save("own", "cue", text(CANARY))
    two.space("mira").delete_answer("own", "cue")
    notebook = given.reopened(two)
    notebook.unlock("mira", given.SECRET["mira"])
    assert notebook.space("mira").answers("own") == {}
    notebook.close()


def test_deleted_words_are_overwritten_in_the_pages_too(two: Notebook) -> None:
    mira, vault = two.space("mira"), private(two, "mira")
    mira.start(given.alone())
    mira.save("own", "cue", text(CANARY))
    assert on_the_pages(vault, CANARY)
    mira.delete("own")
    assert not on_the_pages(vault, CANARY)


@pytest.mark.parametrize("step", ["cue", "wish"])
def test_what_is_sealed_or_open_is_not_deleted_behind_the_others_back(opened: Notebook, step: str) -> None:
    with trouble("sealed"):
        opened.space("mira").delete_answer("first", step)
    with trouble("sealed"):
        opened.space("mira").delete("first")


def test_an_opened_answer_that_is_deleted_is_taken_back_for_both(opened: Notebook) -> None:
    opened.take_back("mira", "first", "cue")
    assert words_of(opened) == {("mira", "cue"): "taken back", ("sam", "cue"): text(f"sam: {CANARY}")}
    assert "cue" not in opened.space("mira").answers("first")
    for vault in (private(opened, "mira"), common(opened)):
        assert rows_that_say(vault, f"mira: {CANARY}") == []
        assert not on_the_pages(vault, f"mira: {CANARY}")


def test_nothing_can_be_put_in_the_place_of_what_was_taken_back(opened: Notebook) -> None:
    opened.take_back("mira", "first", "cue")
    with trouble("sealed"):
        opened.space("mira").save("first", "cue", text("something kinder"))
    with trouble("sealed"):
        opened.seal(Half(sitting="first", author="mira", openings={"cue": text("something kinder"), "wish": None}))


def test_the_rest_still_opens_after_one_was_taken_back(opened: Notebook) -> None:
    opened.take_back("mira", "first", "cue")
    assert opened.ready("first", given.LISTED)
    again = opened.open_step("first", "cue")
    assert again[0] == Response(step="cue", author="mira", answer=None, taken_back=True)
    assert opened.open_step("first", "wish")[0].answer == text(f"mira, {CANARY}")


def test_a_sealed_answer_that_is_deleted_opens_like_a_skipped_one(opened: Notebook) -> None:
    opened.take_back("mira", "first", "wish")
    assert opened.ready("first", given.LISTED)
    assert rows_that_say(private(opened, "mira"), f"mira, {CANARY}") == []
    assert opened.open_step("first", "wish")[0] == Response(step="wish", author="mira", answer=None)


CUT_SHORT: dict[str, Callable[[Notebook], None]] = {
    "sealed": lambda notebook: notebook.take_back("mira", "first", "wish"),
    "open": lambda notebook: notebook.take_back("mira", "first", "cue"),
    "sitting": lambda notebook: notebook.leave_sitting("mira", "first"),
}


def cut_short(notebook: Notebook, deletion: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full when the shared vault's turn comes."""

    def full_disk(*_arguments: object) -> None:
        raise Trouble("disk-full")

    with monkeypatch.context() as broken:
        broken.setattr(common(notebook), "writing", full_disk)
        with trouble("disk-full"):
            CUT_SHORT[deletion](notebook)


def all_rows(notebook: Notebook) -> list[Any]:
    """What stands in both vaults but nonces and what follows from them."""
    words = [table for table in rows.metadata.sorted_tables if table.name not in ("commitment", "payload")]
    return [vault.rows(select(table)) for vault in (private(notebook, "mira"), common(notebook)) for table in words]


@pytest.mark.parametrize("deletion", CUT_SHORT)
def test_a_deletion_that_was_cut_short_is_finished_when_its_author_comes_in(
    opened: Notebook, tmp_path: Path, deletion: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(opened, deletion, monkeypatch)
    for words in (f"mira: {CANARY}", f"mira, {CANARY}"):
        gone = rows_that_say(private(opened, "mira"), words) == []
        assert gone == (deletion == "sitting" or ("," in words) == (deletion == "sealed")), "at once gone from one's own vault"
    opened.close()
    shutil.copytree(opened.folder, tmp_path / "other")
    notebook, undisturbed = (given.notebooks(folder).open(folder) for folder in (opened.folder, tmp_path / "other"))
    for one in (notebook, undisturbed):
        for person in ("mira", "sam"):
            one.unlock(person, given.SECRET[person])
    CUT_SHORT[deletion](undisturbed)
    assert all_rows(notebook) == all_rows(undisturbed)
    if deletion != "sitting":
        assert notebook.ready("first", given.LISTED)
        assert notebook.open_step("first", "wish")[0].answer == (None if deletion == "sealed" else text(f"mira, {CANARY}"))
        assert [one.broken for one in notebook.shared().opened("first")] == [False] * 4
    notebook.close()
    undisturbed.close()


@pytest.mark.parametrize("deletion", ["sealed", "open"])
def test_a_deletion_that_was_cut_short_is_finished_before_anything_opens(
    opened: Notebook, deletion: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_short(opened, deletion, monkeypatch)
    assert opened.ready("first", given.LISTED)
    first = [opened.open_step("first", step)[0] for step in given.LISTED]
    if deletion == "sealed":
        assert first[1] == Response(step="wish", author="mira", answer=None)
    else:
        assert first[0] == Response(step="cue", author="mira", answer=None, taken_back=True)


def test_which_sealed_answer_was_deleted_cannot_be_told_by_comparing_commitments(opened: Notebook) -> None:
    given.started(opened, "second")
    for person in ("mira", "sam"):
        opened.seal(given.half(person, "second"))
    mine = select(rows.commitment).where(rows.commitment.c.sitting == "second", rows.commitment.c.author == "mira")
    before = {row.step: row.digest for row in common(opened).rows(mine)}
    opened.take_back("mira", "second", "cue")
    after = {row.step: row.digest for row in common(opened).rows(mine)}
    assert after.keys() == before.keys()
    assert all(after[step] != before[step] for step in before)


def test_what_was_held_back_is_deleted_without_a_word_to_the_other(two: Notebook) -> None:
    given.started(two)
    two.space("mira").save("first", "wish", text(CANARY))
    two.space("mira").hold("first", frozenset({"wish"}))
    for person in ("mira", "sam"):
        two.seal(given.half(person))
    two.open_step("first", "wish")
    before = two.shared().opened("first")
    two.take_back("mira", "first", "wish")
    assert two.shared().opened("first") == before
    assert rows_that_say(private(two, "mira"), CANARY) == []
    assert two.open_step("first", "wish") == tuple(before)


def test_what_one_said_at_the_table_is_taken_back_too(opened: Notebook) -> None:
    opened.shared().save("first", "name", "mira", text(CANARY))
    opened.take_back("mira", "first", "name")
    assert opened.shared().joint("first") == ()
    assert words_of(opened)["mira", "name"] == "taken back"
    opened.shared().save("first", "name", "mira", text("said anew"))
    assert ("mira", "name") not in words_of(opened)


def test_nobody_takes_back_what_is_not_theirs(opened: Notebook) -> None:
    opened.shared().save("first", "name", "both", text("ours"))
    opened.take_back("mira", "first", "name")
    opened.leave_sitting("mira", "first")
    assert words_of(opened)["sam", "cue"] == text(f"sam: {CANARY}")
    assert [one.answer for one in opened.shared().joint("first")] == [text("ours")]
    assert opened.space("sam").answers("first")["wish"] == text(f"sam, {CANARY}")


def test_leaving_a_sitting_for_two_deletes_all_of_ones_own(opened: Notebook) -> None:
    opened.shared().save("first", "name", "mira", text(f"mira: {CANARY}"))
    opened.leave_sitting("mira", "first")
    assert opened.space("mira").answers("first") == {}
    for words in (f"mira: {CANARY}", f"mira, {CANARY}"):
        assert rows_that_say(private(opened, "mira"), words) == []
        assert rows_that_say(common(opened), words) == []
    assert words_of(opened)["mira", "cue"] == "taken back"
    assert not opened.ready("first", given.LISTED)
    entry = opened.space("mira").entry("first")
    assert entry is not None
    assert entry.state == "set-aside"


def test_leaving_before_the_reveal_leaves_no_trace_for_the_other(two: Notebook) -> None:
    given.started(two)
    before = [common(two).rows(select(table)) for table in rows.metadata.sorted_tables]
    two.seal(given.half("mira"))
    two.leave_sitting("mira", "first")
    assert [common(two).rows(select(table)) for table in rows.metadata.sorted_tables] == before


def test_leaving_twice_changes_nothing_more(opened: Notebook) -> None:
    opened.leave_sitting("mira", "first")
    before = opened.shared().opened("first")
    opened.leave_sitting("mira", "first")
    assert opened.shared().opened("first") == before


def test_only_someone_who_is_in_their_space_deletes(opened: Notebook) -> None:
    opened.lock("mira")
    with trouble("locked"):
        opened.take_back("mira", "first", "cue")
    with trouble("locked"):
        opened.leave_sitting("mira", "first")


def test_a_file_is_written_whole_for_its_owner_alone_and_replaces_none(two: Notebook, tmp_path: Path) -> None:
    two.write_out(tmp_path / "mine.json", b"words")
    assert (tmp_path / "mine.json").read_bytes() == b"words"
    assert (tmp_path / "mine.json").stat().st_mode & 0o077 == 0
    with trouble("file-there"):
        two.write_out(tmp_path / "mine.json", b"other")
    with trouble("no-folder"):
        two.write_out(tmp_path / "nowhere" / "mine.json", b"other")
    assert (tmp_path / "mine.json").read_bytes() == b"words"
    assert list(tmp_path.glob("*.part")) == []


def test_a_file_is_read_up_to_a_limit(two: Notebook, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    assert two.read_in(tmp_path / "file", 5) == b"12345"
    with trouble("belongings-large"):
        two.read_in(tmp_path / "file", 4)
    with trouble("no-file"):
        two.read_in(tmp_path / "other", 5)
    with trouble("no-file"):
        two.read_in(tmp_path, 5)
