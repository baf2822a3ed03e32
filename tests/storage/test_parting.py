"""A notebook of one's own beside the old one, and a person deleted out of one, as they lie on the disk (G14, G19)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import select

from tests.storage import given
from tests.storage.given import LISTED, SECRET, common, private, sealed, trouble
from workbook.couple.backups import Progress
from workbook.couple.ports import Notebook
from workbook.storage import keyfile, rows
from workbook.storage.notebook import FolderNotebook
from workbook.storage.vault import Vault


@pytest.fixture
def opened(two: Notebook) -> Iterator[Notebook]:
    """Two who have opened one sitting; a second lies sealed. They have come in once more since."""
    sealed(two)
    for step in LISTED:
        two.open_step("first", step)
    sealed(two, "second")
    again = given.reopened(two)
    for person, passphrase in SECRET.items():
        again.unlock(person, passphrase)
    yield again
    again.close()


def standing(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file and folder of a notebook: its bytes, when it was last written, when last changed in any way."""
    found = {}
    for path in sorted((folder, *folder.rglob("*"))):
        told = path.stat()
        found[str(path)] = (path.read_bytes() if path.is_file() else b"", told.st_mtime_ns, told.st_ctime_ns)
    return found


def test_g19_after_a_split_the_old_folder_is_the_same_to_the_last_byte_and_time(opened: Notebook, tmp_path: Path) -> None:
    before = standing(opened.folder)
    opened.split("mira", SECRET["mira"], tmp_path / "mine")
    assert standing(opened.folder) == before
    opened.lock_all()
    assert standing(opened.folder) == before


def test_g19_nothing_in_the_new_notebook_opens_with_anything_of_the_old(opened: Notebook, tmp_path: Path) -> None:
    old = cast(FolderNotebook, opened)._keys
    with common(opened).lent() as (_one, shared_key), private(opened, "mira").lent() as (_other, vault_key):
        pass
    opened.split("mira", SECRET["mira"], tmp_path / "mine")
    new = keyfile.read(tmp_path / "mine")
    assert new.notebook != old.notebook
    assert [member.id for member in new.people] == ["mira"]
    (mine,) = new.people
    was = old.member("mira")
    assert mine.vault != was.vault
    for old_one, new_one in ((was.slots, mine.slots), (was.identity, mine.identity), (was.shared_key, mine.shared_key)):
        assert old_one != new_one
    files = {path.name for path in (tmp_path / "mine").iterdir()}
    assert files == {"keys.json", "keys.json.bak", "shared.vault", mine.vault}
    for name in ("shared.vault", str(mine.vault)):
        for key in (shared_key, vault_key):
            with trouble("vault-damaged"):
                Vault(tmp_path / "mine" / name, key, new.notebook, lambda _name, _key: None)


def test_g19_the_others_sealed_half_is_not_in_the_copy(opened: Notebook, tmp_path: Path) -> None:
    opened.split("mira", SECRET["mira"], tmp_path / "mine")
    mine = given.notebooks(tmp_path).open(tmp_path / "mine")
    mine.unlock("mira", SECRET["mira"])
    assert {row.sitting for row in common(mine).rows(select(rows.commitment))} == {"first"}
    assert {row.id for row in common(mine).rows(select(rows.sitting))} == {"first"}
    mine.close()


def test_without_a_passphrase_the_new_one_opens_without(fresh: Notebook, tmp_path: Path) -> None:
    fresh.begin("mira", None, name_on_door=False)
    fresh.split("mira", None, tmp_path / "mine")
    mine = given.notebooks(tmp_path).open(tmp_path / "mine")
    mine.unlock("mira", None)
    mine.close()


def test_there_is_room_or_nothing_is_written(opened: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = shutil.disk_usage
    monkeypatch.setattr(shutil, "disk_usage", lambda path: real(path)._replace(free=1000))
    with trouble("disk-full"):
        opened.split("mira", SECRET["mira"], tmp_path / "deep" / "mine")
    assert not (tmp_path / "deep").exists()


def test_what_a_killed_split_left_is_cleared_away_and_strange_files_are_not(opened: Notebook, tmp_path: Path) -> None:
    part = tmp_path / "mine.part"
    part.mkdir()
    (part / "0123456789abcdef.vault").write_bytes(b"left")
    opened.split("mira", SECRET["mira"], tmp_path / "mine")
    assert not part.exists()
    part.mkdir()
    (part / "holiday.jpg").write_bytes(b"not ours")
    shutil.rmtree(tmp_path / "mine")
    with trouble("folder-not-empty"):
        opened.split("mira", SECRET["mira"], tmp_path / "mine")
    assert (part / "holiday.jpg").exists()


def test_a_split_is_a_notebook_like_any_other(opened: Notebook, tmp_path: Path) -> None:
    opened.split("mira", SECRET["mira"], tmp_path / "mine")
    mine = given.notebooks(tmp_path).open(tmp_path / "mine")
    mine.unlock("mira", SECRET["mira"])
    mine.backups().make(date(2026, 3, 3), Progress())
    mine.change_passphrase("mira", SECRET["mira"], "another one")
    mine.renew_keys("mira", "another one", "a third")
    mine.close()
    again = given.notebooks(tmp_path).open(tmp_path / "mine")
    again.unlock("mira", "a third")
    assert not any(one.broken for one in again.shared().opened("first"))
    again.close()


def test_g19_who_left_has_no_words_and_no_name_in_what_is_shared(opened: Notebook) -> None:
    opened.remove("sam", SECRET["sam"])
    opened.unlock("mira", SECRET["mira"])
    everything = [str(row) for table in rows.metadata.sorted_tables for row in common(opened).rows(select(table))]
    assert not any("sam heard" in row or "Sam" in row for row in everything)
    assert {(row.author, row.sitting) for row in common(opened).rows(select(rows.commitment))} >= {("mira", "first")}
    assert not common(opened).rows(select(rows.commitment).where(rows.commitment.c.sitting == "second"))


def test_g14_their_vault_and_their_way_in_go_here_and_in_the_backups(opened: Notebook) -> None:
    opened.backups().make(date(2026, 3, 3), Progress())
    vault = given.vault_file(opened, "sam").name
    (backup,) = (path for path in (opened.folder / "backups").iterdir() if path.is_dir())
    assert (backup / vault).exists()
    assert opened.remove("sam", SECRET["sam"]) == ()
    assert not list(opened.folder.rglob(vault))
    (_, sam) = keyfile.read(backup).people
    assert (sam.slots, sam.shared_key, sam.begun) == ((), b"", False)
    opened.unlock("mira", SECRET["mira"])
    opened.backups().check(date(2026, 3, 4), Progress())
    assert all(one.sound for one in opened.backups().kept())


def test_the_shared_vault_has_a_new_key_once_somebody_left(opened: Notebook) -> None:
    with common(opened).lent() as (_connection, was):
        pass
    opened.remove("sam", SECRET["sam"])
    opened.unlock("mira", SECRET["mira"])
    with common(opened).lent() as (_connection, now):
        pass
    assert was != now


def test_nothing_is_left_of_a_notebook_nobody_stays_in_but_what_is_not_its_own(tmp_path: Path) -> None:
    notebook = given.new(tmp_path / "book", given.MIRA)
    notebook.begin("mira", SECRET["mira"], name_on_door=False)
    notebook.backups().make(date(2026, 3, 3), Progress())
    (tmp_path / "book" / "holiday.jpg").write_bytes(b"not ours")
    notebook.remove("mira", SECRET["mira"])
    assert [path.name for path in (tmp_path / "book").rglob("*")] == ["holiday.jpg"]
    notebook.close()
    another = given.new(tmp_path / "bare", given.MIRA)
    another.begin("mira", None, name_on_door=False)
    another.remove("mira", None)
    assert not (tmp_path / "bare").exists()
