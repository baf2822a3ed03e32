"""An older key file put back over a newer one: told once to whoever comes, and nobody is locked out by it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.storage import given
from tests.storage.given import SECRET, trouble
from workbook.couple.backups import Progress
from workbook.couple.ports import Notebook
from workbook.storage.keyfile import COPY, MAIN

NEW = "eleven paper boats"
TODAY = date(2026, 3, 3)


def opened(folder: Path) -> Notebook:
    """The notebook in a folder, nobody in it."""
    return given.notebooks(folder).open(folder)


def key_files(folder: Path) -> dict[str, bytes]:
    """Both copies."""
    return {name: (folder / name).read_bytes() for name in (MAIN, COPY)}


def put(folder: Path, files: dict[str, bytes]) -> None:
    """Somebody writes files into a folder."""
    for name, content in files.items():
        (folder / name).write_bytes(content)


@pytest.fixture
def changed(two: Notebook) -> tuple[Path, dict[str, bytes]]:
    """A closed notebook in which Mira has another passphrase since, and the key files of before."""
    two.space("mira").set("colour", "blue")
    before = key_files(two.folder)
    two.change_passphrase("mira", SECRET["mira"], NEW)
    two.close()
    return two.folder, before


def comes_in(folder: Path, passphrase: str) -> None:
    """Mira comes in, and finds her things."""
    notebook = opened(folder)
    notebook.unlock("mira", passphrase)
    assert notebook.space("mira").setting("colour") == "blue"
    notebook.close()


def test_with_both_copies_put_back_it_is_told_and_whoever_has_nothing_newer_goes_on(changed: tuple[Path, dict[str, bytes]]) -> None:
    folder, before = changed
    newest = key_files(folder)
    put(folder, before)
    notebook = opened(folder)
    with trouble("keys-older"):
        notebook.unlock("mira", SECRET["mira"])
    assert notebook.unlocked() == frozenset()
    with trouble("locked"):
        notebook.shared()
    notebook.unlock("mira", SECRET["mira"])
    notebook.close()
    comes_in(folder, SECRET["mira"])  # once told, it is not told every evening
    put(folder, newest)  # whoever did that covers their tracks: it shows
    notebook = opened(folder)
    with trouble("keys-older"):
        notebook.unlock("mira", NEW)
    notebook.unlock("mira", NEW)
    notebook.close()


def test_each_who_comes_is_told_for_themselves_in_one_window(changed: tuple[Path, dict[str, bytes]]) -> None:
    folder, before = changed
    put(folder, before)
    notebook = opened(folder)
    for person in ("mira", "sam"):
        with trouble("keys-older"):
            notebook.unlock(person, SECRET[person])
    notebook.unlock("sam", SECRET["sam"])
    notebook.close()


def test_with_the_first_copy_alone_put_back_it_is_told_and_the_newest_one_goes_on_counting(
    changed: tuple[Path, dict[str, bytes]],
) -> None:
    folder, before = changed
    newest = key_files(folder)
    put(folder, {MAIN: before[MAIN]})
    notebook = opened(folder)
    with trouble("keys-older"):
        notebook.unlock("mira", NEW)
    with trouble("wrong-passphrase"):
        notebook.unlock("mira", SECRET["mira"])
    notebook.unlock("mira", NEW)
    notebook.close()
    assert key_files(folder) == newest
    comes_in(folder, NEW)


def test_it_waits_until_somebody_was_told(changed: tuple[Path, dict[str, bytes]]) -> None:
    folder, before = changed
    put(folder, {MAIN: before[MAIN]})
    for _ in range(2):
        opened(folder).close()
    notebook = opened(folder)
    with trouble("keys-older"):
        notebook.unlock("sam", SECRET["sam"])
    notebook.close()


def test_a_code_does_not_go_round_it(two: Notebook) -> None:
    two.set_recovery("mira", SECRET["mira"], "a code")
    before = key_files(two.folder)
    two.set_recovery("mira", SECRET["mira"], "another code")
    two.close()
    put(two.folder, before)
    notebook = opened(two.folder)
    with trouble("keys-older"):
        notebook.recover("mira", "a code", NEW)
    with trouble("wrong-passphrase"):
        notebook.unlock("mira", NEW)
    notebook.recover("mira", "a code", NEW)
    notebook.close()


def test_a_first_turn_does_not_go_round_it(fresh: Notebook) -> None:
    fresh.begin("mira", SECRET["mira"], name_on_door=False)
    before = key_files(fresh.folder)
    fresh.change_passphrase("mira", SECRET["mira"], NEW)
    fresh.close()
    put(fresh.folder, before)
    notebook = opened(fresh.folder)
    with trouble("keys-older"):
        notebook.begin("sam", SECRET["sam"], name_on_door=False)
    assert not notebook.doors()[1].begun
    notebook.begin("sam", SECRET["sam"], name_on_door=False)
    notebook.close()


def test_a_whole_folder_put_back_is_nothing_to_tell_of(two: Notebook, tmp_path: Path) -> None:
    two.space("mira").set("colour", "blue")
    two.close()
    shutil.copytree(two.folder, tmp_path / "copy")
    notebook = opened(two.folder)
    notebook.unlock("mira", SECRET["mira"])
    notebook.change_passphrase("mira", SECRET["mira"], NEW)
    notebook.close()
    comes_in(tmp_path / "copy", SECRET["mira"])


@pytest.mark.parametrize("change", ["passphrase", "keys"])
def test_a_backup_of_before_restored_by_the_program_opens_at_once(two: Notebook, tmp_path: Path, change: str) -> None:
    two.space("mira").set("colour", "blue")
    two.backups().make(TODAY, Progress())
    if change == "passphrase":
        two.change_passphrase("mira", SECRET["mira"], NEW)
    else:
        two.renew_keys("mira", SECRET["mira"], NEW)
    two.backups().restore(1, tmp_path / "again", Progress())
    comes_in(tmp_path / "again", NEW)


def test_a_backup_copied_by_hand_over_the_notebook_is_told_and_opens(fresh: Notebook) -> None:
    fresh.begin("mira", SECRET["mira"], name_on_door=False)
    fresh.space("mira").set("colour", "blue")
    fresh.backups().make(TODAY, Progress())
    fresh.begin("sam", SECRET["sam"], name_on_door=False)
    fresh.close()
    shutil.copytree(fresh.folder / "backups" / "0001-2026-03-03", fresh.folder, dirs_exist_ok=True)
    notebook = opened(fresh.folder)
    with trouble("keys-older"):
        notebook.unlock("mira", SECRET["mira"])
    notebook.unlock("mira", SECRET["mira"])
    assert notebook.space("mira").setting("colour") == "blue"
    assert not notebook.doors()[1].begun
    notebook.close()
    comes_in(fresh.folder, SECRET["mira"])
