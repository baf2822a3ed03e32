"""A notebook of an earlier schema: a verified backup first, then all of it is brought up to date, or nothing (G18)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text

from tests.storage import given, later
from tests.storage.given import SECRET, common, private, trouble, vault_file
from workbook.couple.backups import Progress
from workbook.couple.ports import Notebook
from workbook.storage import manifest, rows


@pytest.fixture
def older(two: Notebook) -> Path:
    """A closed notebook with sealed halves and words of Mira's own, as the program of today leaves it."""
    given.sealed(two)
    two.space("mira").start(given.alone())
    two.space("mira").save("own", "cue", given.text("rain on the roof " * 900))
    two.close()
    return two.folder


def came_in(folder: Path) -> Notebook:
    """The notebook with both in it."""
    notebook = given.notebooks(folder).open(folder)
    for person, passphrase in SECRET.items():
        notebook.unlock(person, passphrase)
    return notebook


def nothing_is_missing(notebook: Notebook) -> None:
    """Both come in, and all is there."""
    assert notebook.space("mira").answers("own") == {"cue": given.text("rain on the roof " * 900)}
    assert notebook.ready("first", given.LISTED)
    assert notebook.open_step("first", "cue")[1].answer == given.text("sam heard the door")


def version_of(notebook: Notebook, person: str) -> int:
    """The schema of somebody's vault."""
    return int(private(notebook, person).rows(text("PRAGMA user_version"))[0][0])


def test_an_earlier_notebook_is_brought_up_to_date_and_keeps_everything(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later.program(monkeypatch)
    notebook = came_in(older)
    assert [version_of(notebook, person) for person in SECRET] == [later.VERSION] * 2
    for vault in (private(notebook, "mira"), common(notebook)):
        assert vault.rows(text("SELECT mood FROM sitting WHERE id = 'first'")) == [("",)]
        assert vault.rows(text("PRAGMA foreign_keys")) == [(1,)]
        assert vault.rows(text("PRAGMA synchronous")) == [(3,)]
    nothing_is_missing(notebook)
    notebook.close()


def test_before_that_there_is_a_backup_that_was_read_through_and_opens_as_it_was(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name: path.read_bytes() for path in older.glob("*.vault")}
    with monkeypatch.context() as patch:
        later.program(patch)
        came_in(older).close()
        notebook = given.notebooks(older).open(older)
        assert all(one.sound and one.checked for one in notebook.backups().kept())
        first = min(one.number for one in notebook.backups().kept())
        notebook.backups().restore(first, tmp_path / "as-it-was", Progress())
        notebook.close()
    assert {path.name: path.read_bytes() for path in (tmp_path / "as-it-was").glob("*.vault")} == before
    again = came_in(tmp_path / "as-it-was")  # with the program of before
    nothing_is_missing(again)
    again.close()


def test_each_vault_waits_for_its_owner_and_has_a_backup_of_its_own_by_then(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later.program(monkeypatch)
    notebook = given.notebooks(older).open(older)
    notebook.unlock("mira", SECRET["mira"])
    sams = vault_file(notebook, "sam").read_bytes()
    assert sams == next(iter(sorted(older.glob("backups/*/" + vault_file(notebook, "sam").name)))).read_bytes()
    made = len(notebook.backups().kept())
    notebook.unlock("sam", SECRET["sam"])
    assert len(notebook.backups().kept()) == made, "the newest backup held Sam's vault as it was already"
    assert version_of(notebook, "sam") == later.VERSION
    notebook.close()


def test_an_earlier_backup_can_still_be_checked_and_put_back(older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later.program(monkeypatch)
    notebook = came_in(older)
    notebook.backups().check(date(2026, 3, 3), Progress())
    assert all(one.sound for one in notebook.backups().kept())
    notebook.backups().restore(1, tmp_path / "again", Progress())
    again = came_in(tmp_path / "again")
    nothing_is_missing(again)
    again.close()
    notebook.close()


def test_new_keys_reach_an_earlier_backup_too(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later.program(monkeypatch)
    notebook = came_in(older)
    made = [one.number for one in notebook.backups().kept()]
    assert notebook.renew_keys("mira", SECRET["mira"], "eleven paper boats") == ()
    assert [one.number for one in notebook.backups().kept() if one.sound] == made
    notebook.close()


@pytest.mark.parametrize("faulty", [later.into_nothing, later.unsuited])
def test_a_faulty_revision_leaves_everything_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch, faulty: Callable[[], None]
) -> None:
    before = {path.name: path.read_bytes() for path in older.glob("*.vault")}
    with monkeypatch.context() as patch:
        later.program(patch, faulty)
        notebook = given.notebooks(older).open(older)
        with trouble("upgrade-failed"):
            notebook.unlock("mira", SECRET["mira"])
        assert notebook.unlocked() == frozenset()
        assert notebook.backups().kept()
        notebook.close()
    assert {path.name: path.read_bytes() for path in older.glob("*.vault")} == before
    again = came_in(older)
    nothing_is_missing(again)
    again.close()


def test_without_a_backup_nothing_is_changed(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later.program(monkeypatch)
    before = {path.name: path.read_bytes() for path in older.glob("*.vault")}
    monkeypatch.setattr("workbook.storage.backup._SPARE", 1 << 60)
    notebook = given.notebooks(older).open(older)
    with trouble("disk-full"):
        notebook.unlock("mira", SECRET["mira"])
    notebook.close()
    assert {path.name: path.read_bytes() for path in older.glob("*.vault")} == before


def test_a_backup_that_cannot_be_read_through_is_no_backup(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later.program(monkeypatch)
    monkeypatch.setattr("workbook.storage.backup.read_through", lambda path, key, progress: False)
    notebook = given.notebooks(older).open(older)
    with trouble("vault-damaged"):
        notebook.unlock("mira", SECRET["mira"])
    notebook.close()
    monkeypatch.undo()
    again = came_in(older)
    assert [row.value for row in private(again, "mira").rows(select(rows.meta.c.value).where(rows.meta.c.key == "needs"))]
    nothing_is_missing(again)
    assert not list(older.glob("*/*" + ".part")), manifest.FOLDER
    again.close()
