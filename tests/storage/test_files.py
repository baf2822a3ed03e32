"""Order on the way to the disk: nothing is renamed before it is there, nothing is done before the rename is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.storage import given
from tests.storage.given import trouble
from workbook.couple.ports import Notebook
from workbook.storage import files, keyfile
from workbook.trouble import Trouble


class Watch:
    """Notes each call that brings something to the disk or renames it, by what it concerns."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[tuple[str, int]] = []
        fsync, replace = os.fsync, os.replace

        def synced(descriptor: int) -> None:
            self.calls.append(("fsync", os.fstat(descriptor).st_ino))
            fsync(descriptor)

        def renamed(source: Any, target: Any) -> None:
            self.calls.append(("rename", Path(source).stat().st_ino))
            replace(source, target)
            self.calls.append(("renamed", Path(target).parent.stat().st_ino))

        monkeypatch.setattr(os, "fsync", synced)
        monkeypatch.setattr(os, "replace", renamed)

    def check(self) -> int:
        """How many renames there were; each of a thing that is on the disk, each brought to the disk before the next."""
        for at, (what, number) in enumerate(self.calls):
            if what == "rename":
                assert ("fsync", number) in self.calls[:at]
            if what == "renamed":
                assert self.calls[at + 1] == ("fsync", number)
        return sum(what == "rename" for what, _ in self.calls)


def test_a_small_file_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch(monkeypatch)
    files.write_whole(tmp_path / "keys", b"new")
    assert watch.check() == 1
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]


def test_a_new_notebook_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch(monkeypatch)
    given.new(tmp_path / "book").close()
    assert watch.check() == 3  # two copies of the keys, then the folder


def test_the_vaults_of_a_first_turn_are_on_the_disk_before_the_keys_speak_of_them(
    fresh: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(monkeypatch)
    fresh.begin("mira", None, name_on_door=False)
    assert watch.check() == 10  # two copies of the keys, two vaults, three empty letters and their keys
    first = next(at for at, (what, _) in enumerate(watch.calls) if what == "rename")
    made = {number for what, number in watch.calls[:first] if what == "fsync"}
    assert {path.stat().st_ino for path in (fresh.folder, *fresh.folder.glob("*.vault"))} <= made


def test_both_copies_of_the_keys_are_written_before_a_vault_is_exchanged(fresh: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    move = files.move

    def noted(source: Path, target: Path) -> None:
        order.append(target.name)
        move(source, target)

    monkeypatch.setattr(files, "move", noted)
    fresh.begin("mira", None, name_on_door=False)
    assert order[:2] == ["keys.json", "keys.json.bak"]
    assert order[3] == "shared.vault"


def test_a_first_turn_that_fails_leaves_no_parts(fresh: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise Trouble("disk-full")

    monkeypatch.setattr(keyfile, "write", full)
    before = {path.name for path in fresh.folder.glob("*.vault*")}
    with trouble("disk-full"):
        fresh.begin("mira", None, name_on_door=False)
    assert {path.name for path in fresh.folder.glob("*.vault*")} - before <= {"shared.vault-journal"}
    monkeypatch.undo()
    fresh.begin("mira", None, name_on_door=False)


def test_an_old_journal_is_not_played_into_a_new_vault(tmp_path: Path) -> None:
    notebook = given.new(tmp_path / "book")
    notebook.close()
    part = "shared.vault.0123456789abcdef.part"
    keys = keyfile.Keys(needs="0", notebook="x", people=keyfile.read(notebook.folder).people, moves={part: "shared.vault"})
    (notebook.folder / part).write_bytes(b"new")
    (notebook.folder / "shared.vault-journal").write_bytes(b"old")
    keyfile.settle(notebook.folder, keys)
    assert (notebook.folder / "shared.vault").read_bytes() == b"new"
    assert not (notebook.folder / "shared.vault-journal").exists()
