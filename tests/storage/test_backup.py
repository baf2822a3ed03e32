"""Backups: whole, read through, thinned out, restored beside the notebook; a kill or a full disk leaves the old ones."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.storage import given
from tests.storage.given import SECRET, trouble
from workbook.couple.backups import Progress
from workbook.couple.ports import Notebook
from workbook.couple.sitting import Response
from workbook.storage import keyfile, manifest
from workbook.storage.beginning import create
from workbook.trouble import Trouble

TODAY = date(2026, 3, 3)


def make(notebook: Notebook, today: date = TODAY) -> None:
    """One backup."""
    notebook.backups().make(today, Progress())


def shelf(notebook: Notebook) -> list[str]:
    """The folders where the backups lie."""
    place = notebook.folder / manifest.FOLDER
    return sorted(path.name for path in place.iterdir() if path.is_dir()) if place.exists() else []


def newest(notebook: Notebook) -> Path:
    """The folder of the newest backup."""
    return next(place for place, _backup in manifest.places(notebook.folder))


def damage(path: Path, at: int = -100) -> None:
    """Change one byte."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def restored(notebook: Notebook, folder: Path) -> Notebook:
    """The newest backup, put elsewhere and opened."""
    notebook.backups().restore(notebook.backups().kept()[0].number, folder, Progress())
    return given.notebooks(folder).open(folder)


def everything(notebook: Notebook) -> dict[str, Any]:
    """All that the two who are unlocked can read."""
    return {
        "people": notebook.shared().people(),
        "invited": [entry.sitting.id for entry in notebook.shared().sittings()],
        "opened": notebook.shared().opened("first"),
        **{person: notebook.space(person).answers("first") for person in SECRET},
    }


@pytest.mark.parametrize("unlocked", [("mira", "sam"), ("mira",), ()])
def test_a_backup_gives_everything_back_whoever_was_unlocked_when_it_was_made(
    two: Notebook, tmp_path: Path, unlocked: tuple[str, ...]
) -> None:
    given.sealed(two)
    two.space("mira").save("first", "extra", given.text("grüß dich \ud800 " * 3000))
    two.open_step("first", "cue")
    before = everything(two)
    for person in SECRET:
        if person not in unlocked:
            two.lock(person)
    make(two)
    again = restored(two, tmp_path / "again")
    for person, passphrase in SECRET.items():
        again.unlock(person, passphrase)
    assert everything(again) == before
    assert again.open_step("first", "wish") == (
        Response(step="wish", author="mira", answer=None),
        Response(step="wish", author="sam", answer=None),
    )
    again.close()


def test_a_backup_opens_with_the_passphrase_of_its_time_and_holds_what_was_there_then(two: Notebook, tmp_path: Path) -> None:
    two.space("mira").set("colour", "old")
    make(two)
    two.space("mira").set("colour", "new")
    again = restored(two, tmp_path / "again")
    with trouble("wrong-passphrase"):
        again.unlock("mira", "something else")
    again.unlock("mira", SECRET["mira"])
    assert again.space("mira").setting("colour") == "old"
    again.close()


def test_no_word_stands_in_a_backup_unlocked(two: Notebook) -> None:
    two.space("mira").set("note", "kanarienvogel " * 5000)
    make(two)
    files = list(newest(two).iterdir())
    assert len(files) == 5
    assert not any(b"kanarienvogel" in path.read_bytes() or b"Mira" in path.read_bytes() for path in files)
    assert not any(path.stat().st_mode & 0o077 for path in (newest(two), newest(two).parent, *files))


def test_g13_the_manifest_names_nobody_and_no_hour_and_is_the_same_whoever_was_there(two: Notebook) -> None:
    make(two)
    two.lock("sam")
    make(two)
    two.lock_all()
    make(two)
    texts = [(place / manifest.NAME).read_text("ascii") for place, _backup in manifest.places(two.folder)]
    plain = [re.sub("[0-9a-f]{64}", "sum", text) for text in texts]
    assert plain[0] == plain[1] == plain[2]
    assert set(json.loads(texts[0])) == {"format", "files", "due", "checked", "sound"}
    assert not any(name in text for name in ("mira", "sam", "Mira", "Sam", ":00", "T1") for text in texts)
    assert shelf(two) == ["0001-2026-03-03", "0002-2026-03-03", "0003-2026-03-03"]


def test_making_one_leaves_the_notebook_itself_untouched(two: Notebook) -> None:
    two.space("mira").set("colour", "blue")
    before = {path.name: path.read_bytes() for path in two.folder.iterdir()}
    make(two)
    after = {path.name: path.read_bytes() for path in two.folder.iterdir() if path.is_file()}
    assert after == before
    two.space("mira").set("colour", "green")
    assert two.space("mira").setting("colour") == "green"


def test_whether_anything_was_written_is_known_without_keys(two: Notebook) -> None:
    make(two)
    assert not two.backups().changed()
    two.space("mira").set("colour", "blue")
    two.lock_all()
    assert two.backups().changed()
    make(two)
    assert not two.backups().changed()


def test_old_ones_go_and_a_clock_set_back_takes_none_of_the_newest(two: Notebook) -> None:
    two.lock_all()
    for day in range(12):
        make(two, TODAY + timedelta(days=day))
    before = {backup.number for backup in two.backups().kept()}
    assert max(before) == 12
    assert len(before) < 12
    make(two, date(2001, 1, 1))
    after = [backup.number for backup in two.backups().kept()]
    assert after[0] == 13
    assert {12, 11, 10, 9} <= set(after)


def test_a_damaged_vault_gives_no_backup_and_costs_none(two: Notebook) -> None:
    make(two)
    two.space("mira").set("long", "word " * 5000)
    path = given.vault_file(two, "mira")
    size = path.stat().st_size
    for page in range(2, size // 4096):
        damage(path, page * 4096 + 50)
    with trouble("vault-damaged"):
        make(two)
    assert shelf(two) == ["0001-2026-03-03"]


@pytest.mark.parametrize("name", ["keys.json", "shared.vault", "private"])
def test_a_damaged_backup_is_listed_as_not_sound_once_it_was_checked(two: Notebook, name: str) -> None:
    make(two)
    make(two)
    damage(newest(two) / (given.vault_file(two, "sam").name if name == "private" else name))
    two.lock("sam")
    two.backups().check(TODAY + timedelta(days=1), Progress())
    assert [backup.sound for backup in two.backups().kept()] == [False, True]
    assert {backup.checked for backup in two.backups().kept()} == {TODAY + timedelta(days=1)}
    with trouble("backup-damaged"):
        two.backups().restore(2, two.folder.parent / "again", Progress())
    assert not (two.folder.parent / "again").exists()


@pytest.mark.parametrize("spoil", ["gone", "not json", "a way out"])
def test_a_backup_that_lacks_a_file_or_its_manifest_is_listed_as_not_sound_at_once(two: Notebook, spoil: str) -> None:
    make(two)
    told = newest(two) / manifest.NAME
    if spoil == "gone":
        (newest(two) / "shared.vault").unlink()
    elif spoil == "not json":
        told.write_text("{")
    else:
        told.write_text(told.read_text("ascii").replace("shared.vault", "../../../secret"))
    assert [backup.sound for backup in two.backups().kept()] == [False]
    two.backups().check(TODAY, Progress())
    assert [backup.sound for backup in two.backups().kept()] == [False]
    with trouble("backup-damaged"):
        two.backups().restore(1, two.folder.parent / "again", Progress())


def test_a_backup_whose_pages_are_damaged_behind_a_right_sum_is_found_by_reading_it(two: Notebook) -> None:
    make(two)
    place, name = newest(two), given.vault_file(two, "mira").name
    content = bytearray((place / name).read_bytes())
    content[4096 * 2 + 50] ^= 1
    manifest.put(place, name, bytes(content), Progress())
    two.backups().check(TODAY, Progress())
    assert not two.backups().kept()[0].sound


def test_a_backup_under_an_older_key_is_still_sound(fresh: Notebook) -> None:
    fresh.begin("mira", SECRET["mira"], name_on_door=False)
    make(fresh)
    fresh.begin("sam", SECRET["sam"], name_on_door=False)  # the shared vault gets a new key
    fresh.backups().check(TODAY, Progress())
    assert fresh.backups().kept()[0].sound


def test_restoring_replaces_nothing(two: Notebook, tmp_path: Path) -> None:
    make(two)
    there = tmp_path / "there"
    there.mkdir()
    (there / "letter").write_text("mine")
    for folder in (there, two.folder, there / "letter"):
        with trouble("folder-not-empty"):
            two.backups().restore(1, folder, Progress())
    assert [path.name for path in there.iterdir()] == ["letter"]
    assert not list(tmp_path.glob("*.part"))


def test_what_a_killed_restoring_left_is_no_hindrance_and_what_is_not_ours_stays(two: Notebook, tmp_path: Path) -> None:
    make(two)
    left = tmp_path / "again.part"
    left.mkdir()
    (left / "shared.vault").write_bytes(b"half")
    restored(two, tmp_path / "again").close()
    assert not left.exists()
    left.mkdir()
    (left / "film.avi").write_bytes(b"mine")
    shutil.rmtree(tmp_path / "again")
    with trouble("folder-not-empty"):
        two.backups().restore(1, tmp_path / "again", Progress())
    assert (left / "film.avi").exists()


def test_a_restored_copy_goes_into_an_empty_folder_and_can_be_gone_on_with(two: Notebook, tmp_path: Path) -> None:
    make(two)
    (tmp_path / "empty").mkdir()
    again = restored(two, tmp_path / "empty")
    again.unlock("sam", SECRET["sam"])
    again.space("sam").set("colour", "red")
    again.close()
    assert two.space("sam").setting("colour") is None


def test_without_room_nothing_is_written_but_a_word_of_it(two: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(two)
    before = sorted(path for path in tmp_path.rglob("*"))
    used = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: used._replace(free=100_000))
    with trouble("disk-full"):
        make(two)
    with trouble("disk-full"):
        two.backups().restore(1, tmp_path / "again", Progress())
    told = two.folder / manifest.FOLDER / manifest.MISSED
    assert sorted(path for path in tmp_path.rglob("*")) == sorted([*before, told])


def test_stopped_anywhere_it_leaves_what_was_there_and_the_notebook_goes_on(two: Notebook) -> None:
    two.space("mira").set("long", "word " * 50_000)
    make(two)
    stops = 0
    while len(shelf(two)) == 1:
        asked = iter(range(stops))
        with suppress(Trouble):
            two.backups().make(TODAY, Progress(partial(_used_up, asked)))
            break
        stops += 1
        assert shelf(two) == ["0001-2026-03-03"]
        two.space("mira").set("colour", f"blue {stops}")
    assert stops > 15
    assert shelf(two) == ["0001-2026-03-03", "0002-2026-03-03"]


def _used_up(asked: Iterator[int]) -> bool:
    return next(asked, None) is None


def test_locking_interrupts_the_one_that_is_being_made(two: Notebook) -> None:
    looked: list[int] = []

    def look() -> bool:
        looked.append(1)
        if len(looked) == 3:
            two.backups().interrupt()
        return False

    with trouble("stopped"):
        two.backups().make(TODAY, Progress(look))
    assert shelf(two) == []


def test_a_closed_notebook_makes_none(two: Notebook) -> None:
    two.close()
    with trouble("locked"):
        make(two)


def test_a_vault_left_in_the_midst_of_a_save_is_copied_with_its_journal(two: Notebook, tmp_path: Path) -> None:
    two.space("mira").set("colour", "blue")
    path = given.vault_file(two, "mira")
    two.lock_all()
    path.with_name(path.name + "-journal").write_bytes(b"begun")
    make(two)
    assert (newest(two) / (path.name + "-journal")).read_bytes() == b"begun"
    two.backups().check(TODAY, Progress())
    assert two.backups().kept()[0].sound


def test_the_keys_in_a_backup_can_be_replaced_and_a_kill_in_between_leaves_it_sound(
    two: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(two)
    place = newest(two)
    old = (place / keyfile.MAIN).read_bytes()
    moved: list[str] = []
    write = manifest.write

    def killed(*args: Any) -> None:
        moved.append("written")
        if len(moved) == 2:
            raise KeyboardInterrupt
        write(*args)

    monkeypatch.setattr(manifest, "write", killed)
    with pytest.raises(KeyboardInterrupt):
        manifest.put(place, keyfile.MAIN, old + b"\n", Progress())
    monkeypatch.undo()
    assert (place / keyfile.MAIN).read_bytes() == old + b"\n"
    two.backups().check(TODAY, Progress())
    assert two.backups().kept()[0].sound
    manifest.put(place, keyfile.MAIN, old, Progress())
    told = manifest.read(place)
    assert told is not None
    assert told.due == {}


def test_a_vault_can_be_taken_out_of_a_backup(two: Notebook) -> None:
    make(two)
    name = given.vault_file(two, "sam").name
    manifest.take_out(newest(two), (name,))
    assert not (newest(two) / name).exists()
    two.backups().check(TODAY, Progress())
    assert two.backups().kept()[0].sound


def test_what_is_no_backup_is_not_listed(two: Notebook) -> None:
    place = two.folder / manifest.FOLDER
    for name in ("0001-2026-03-03.part", "letters", "0002-2026-99-99"):
        (place / name).mkdir(parents=True)
    assert two.backups().kept() == ()
    make(two)
    assert shelf(two) == ["0001-2026-03-03", "0002-2026-99-99", "letters"]


def test_a_notebook_without_backups_has_an_empty_list(tmp_path: Path) -> None:
    create(tmp_path / "new", (given.MIRA,))
    notebook = given.notebooks(tmp_path / "new").open(tmp_path / "new")
    assert notebook.backups().kept() == ()
    notebook.backups().check(TODAY, Progress())
    with pytest.raises(Trouble):
        notebook.backups().restore(1, tmp_path / "again", Progress())
    notebook.close()
