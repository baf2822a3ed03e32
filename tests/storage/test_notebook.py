"""Making a notebook, coming in, going out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage import given
from tests.storage.given import SECRET, trouble
from workbook.couple.people import Door, Person
from workbook.couple.ports import Notebook
from workbook.storage.notebooks import FolderNotebooks


def test_a_new_notebook_shows_pictures_and_no_names(fresh: Notebook) -> None:
    assert fresh.doors() == (Door("mira", "boat", "sea", None, False, False), Door("sam", "leaf", "moss", None, False, False))
    assert b"Mira" not in (fresh.folder / "keys.json").read_bytes()


def test_a_name_stands_on_the_door_only_if_its_owner_wishes(fresh: Notebook) -> None:
    fresh.begin("mira", None, name_on_door=True)
    fresh.begin("sam", None, name_on_door=False)
    assert [door.name for door in fresh.doors()] == ["Mira", None]


def test_names_are_kept_in_the_shared_vault_in_the_order_they_were_given(two: Notebook) -> None:
    assert two.shared().people() == (given.MIRA, given.SAM)


def test_a_name_may_hold_any_character(tmp_path: Path) -> None:
    odd = Person("odd", "Zo\ud800\u00eb \u202e<b>", "boat", "sea")
    notebook = given.new(tmp_path / "book", odd)
    notebook.begin("odd", None, name_on_door=True)
    assert notebook.shared().people() == (odd,)
    notebook = given.reopened(notebook)
    assert notebook.doors()[0].name == odd.name
    notebook.close()


def test_the_usual_folder_is_the_one_it_was_given(tmp_path: Path) -> None:
    assert FolderNotebooks(tmp_path).usual() == tmp_path


def test_a_notebook_is_there_once_it_was_made(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "book"
    assert not given.notebooks(folder).exists(folder)
    given.new(folder).close()
    assert given.notebooks(folder).exists(folder)
    assert [entry.name for entry in folder.parent.iterdir()] == ["book"]


def test_only_the_owner_can_read_the_files(two: Notebook) -> None:
    modes = {path.stat().st_mode & 0o077 for path in (two.folder, *two.folder.iterdir())}
    assert modes == {0}


def test_an_empty_folder_becomes_a_notebook(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    given.new(tmp_path / "book").close()


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "letter").write_text("mine")
    with trouble("folder-not-empty"):
        given.new(tmp_path / "book")
    assert [path.name for path in tmp_path.rglob("*")] == ["book", "letter"]


def test_somebody_elses_part_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "book.part").mkdir()
    (tmp_path / "book.part" / "letter").write_text("mine")
    with trouble("folder-not-empty"):
        given.new(tmp_path / "book")
    assert (tmp_path / "book.part" / "letter").read_text() == "mine"


def test_a_making_that_was_interrupted_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "book.part").mkdir()
    (tmp_path / "book.part" / "shared.vault").write_bytes(b"half")
    given.new(tmp_path / "book").close()
    assert not (tmp_path / "book.part").exists()


def test_a_folder_without_a_notebook_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with trouble("no-notebook"):
            given.notebooks(folder).open(folder)


def test_nothing_is_open_before_anyone_unlocks(two: Notebook) -> None:
    notebook = given.reopened(two)
    assert notebook.unlocked() == frozenset()
    with trouble("locked"):
        notebook.shared()
    with trouble("locked"):
        notebook.space("mira")
    notebook.close()


def test_a_passphrase_opens_its_own_space_and_no_other(two: Notebook) -> None:
    two.space("mira").set("theme", "dark")
    notebook = given.reopened(two)
    notebook.unlock("mira", SECRET["mira"])
    assert notebook.space("mira").setting("theme") == "dark"
    with trouble("locked"):
        notebook.space("sam")
    with trouble("wrong-passphrase"):
        notebook.unlock("sam", SECRET["mira"])
    notebook.close()


@pytest.mark.parametrize("wrong", [None, "", "A quiet harbour", "a quiet harbour "])
def test_a_wrong_passphrase_is_told_and_opens_nothing(two: Notebook, wrong: str | None) -> None:
    two.lock_all()
    with trouble("wrong-passphrase"):
        two.unlock("mira", wrong)
    assert two.unlocked() == frozenset()
    with trouble("locked"):
        two.shared()


def test_a_passphrase_typed_on_another_keyboard_is_the_same(fresh: Notebook) -> None:
    fresh.begin("mira", "cafe\u0301 \ufb01n", name_on_door=False)
    fresh.lock("mira")
    fresh.unlock("mira", "caf\u00e9 fin")
    assert fresh.unlocked() == {"mira"}


def test_without_a_passphrase_the_door_stands_open(fresh: Notebook) -> None:
    fresh.begin("mira", None, name_on_door=False)
    fresh.lock("mira")
    fresh.unlock("mira", None)
    assert [door.protected for door in fresh.doors()] == [False, False]
    assert fresh.unlocked() == {"mira"}


def test_it_is_protected_only_when_everyone_has_a_passphrase(fresh: Notebook) -> None:
    assert not fresh.protected()
    fresh.begin("mira", "x", name_on_door=False)
    assert not fresh.protected()
    fresh.begin("sam", "y", name_on_door=False)
    assert fresh.protected()


def test_nobody_begins_twice_or_unlocks_before_they_began(fresh: Notebook) -> None:
    with pytest.raises(ValueError, match="not begun"):
        fresh.unlock("mira", None)
    fresh.begin("mira", "x", name_on_door=False)
    with pytest.raises(ValueError, match="begun already"):
        fresh.begin("mira", "y", name_on_door=False)


def test_a_beginning_changes_the_key_of_the_shared_vault_that_lay_in_an_open_slot(fresh: Notebook, tmp_path: Path) -> None:
    fresh.close()
    before = (tmp_path / "book" / "keys.json").read_bytes()
    notebook = given.notebooks(tmp_path / "book").open(tmp_path / "book")
    notebook.begin("mira", SECRET["mira"], name_on_door=False)
    notebook.begin("sam", SECRET["sam"], name_on_door=False)
    notebook.close()
    for name in ("keys.json", "keys.json.bak"):
        assert b'"open"' not in (tmp_path / "book" / name).read_bytes()
        (tmp_path / "book" / name).write_bytes(before)
    old = given.notebooks(tmp_path / "book").open(tmp_path / "book")
    with trouble("vault-damaged"):
        old.begin("mira", None, name_on_door=False)
    old.close()


def test_a_beginning_keeps_what_the_shared_vault_holds(fresh: Notebook) -> None:
    fresh.begin("mira", "x", name_on_door=False)
    mira, shared = fresh.space("mira"), fresh.shared()
    shared.invite(given.for_two())
    shared.set_pause({"until": "later", "sentence": "soon"})
    fresh.begin("sam", "y", name_on_door=False)
    assert shared.sittings() == fresh.shared().sittings()
    assert [entry.sitting for entry in shared.sittings()] == [given.for_two()]
    assert shared.pause() == {"until": "later", "sentence": "soon"}
    mira.start(given.for_two())
    assert fresh.at_table()


def test_a_notebook_for_one_has_a_shared_vault_and_no_table(tmp_path: Path) -> None:
    notebook = given.new(tmp_path / "book", given.MIRA)
    notebook.begin("mira", "x", name_on_door=False)
    assert notebook.shared().people() == (given.MIRA,)
    assert not notebook.at_table()
    with trouble("locked"):
        notebook.leave_spaces()
    notebook.close()


def test_the_shared_vault_stays_open_while_somebody_is_unlocked(two: Notebook) -> None:
    two.lock("mira")
    assert two.shared().people()
    shared = two.shared()
    two.lock("sam")
    with trouble("locked"):
        shared.people()


def test_a_locked_space_answers_nothing_more(two: Notebook) -> None:
    mira = two.space("mira")
    mira.start(given.alone())
    two.lock("mira")
    for call in (mira.entries, lambda: mira.answers("own"), lambda: mira.save("own", "cue", given.text("x"))):
        with trouble("locked"):
            call()


def test_both_are_at_the_table_until_one_locks(two: Notebook) -> None:
    assert two.at_table()
    two.lock("sam")
    assert not two.at_table()
    two.unlock("sam", SECRET["sam"])
    assert two.at_table()


def test_one_after_the_other_is_not_both_at_the_table(two: Notebook) -> None:
    two.lock_all()
    two.unlock("mira", SECRET["mira"])
    two.lock("mira")
    two.unlock("sam", SECRET["sam"])
    assert not two.at_table()


def test_after_the_reveal_both_stay_at_the_table_without_their_spaces(two: Notebook) -> None:
    given.started(two)
    two.leave_spaces()
    assert two.unlocked() == frozenset()
    assert two.at_table()
    two.shared().save("first", "name", "both", given.text("the wave"))
    with trouble("locked"):
        two.space("mira")
    two.lock("mira")
    assert not two.at_table()
    with trouble("locked"):
        two.shared()
    two.unlock("mira", SECRET["mira"])
    assert not two.at_table()


def test_coming_back_from_the_table_to_ones_space_keeps_the_table(two: Notebook) -> None:
    two.leave_spaces()
    two.unlock("mira", SECRET["mira"])
    assert two.at_table()
    assert two.unlocked() == {"mira"}
    two.lock("mira")
    assert not two.at_table()


def test_leaving_the_spaces_needs_both(two: Notebook) -> None:
    two.lock("sam")
    with trouble("locked"):
        two.leave_spaces()


def test_unlocking_again_asks_for_the_passphrase_again(two: Notebook) -> None:
    with trouble("wrong-passphrase"):
        two.unlock("mira", "no")
    two.unlock("mira", SECRET["mira"])
    assert two.unlocked() == {"mira", "sam"}


def test_a_closed_notebook_opens_nothing_more(two: Notebook) -> None:
    two.close()
    two.close()
    with trouble("locked"):
        two.unlock("mira", SECRET["mira"])


def test_only_what_was_left_by_a_making_is_removed(two: Notebook) -> None:
    for name in ("film.part", "letter.txt", "0123456789abcdef.vault"):
        (two.folder / name).write_text("mine")
    left = ("shared.vault.0123456789abcdef.part", "shared.vault.0123456789abcdef.part-journal", "keys.json.part", "probe.part")
    for name in left:
        (two.folder / name).write_text("half")
    given.reopened(two).close()
    names = {path.name for path in two.folder.iterdir()}
    assert {"film.part", "letter.txt", "0123456789abcdef.vault"} <= names
    assert not names & set(left)


def test_a_damaged_space_leaves_nothing_open(two: Notebook) -> None:
    file = given.vault_file(two, "mira")
    two.lock_all()
    file.write_bytes(b"")
    with trouble("vault-damaged") as raised:
        two.unlock("mira", SECRET["mira"])
    assert raised.value.params == {"file": file.name}
    with trouble("locked"):
        two.shared()
    two.unlock("sam", SECRET["sam"])
