"""A backup that was tried and not made is remembered with its true cause, until one is made (G18)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.storage import given
from tests.storage.given import trouble, vault_file
from workbook import paths
from workbook.couple.backups import Missed, Progress
from workbook.couple.ports import Notebook
from workbook.storage import backup, manifest

TODAY = date(2026, 3, 3)


def test_a_full_disk_is_remembered_and_told_after_the_next_opening(two: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as full:
        full.setattr(backup, "_SPARE", 1 << 60)
        with trouble("disk-full"):
            two.backups().make(TODAY, Progress())
    assert two.backups().missed() == Missed(TODAY, "disk-full")
    notebook = given.reopened(two)
    assert notebook.backups().missed() == Missed(TODAY, "disk-full")
    notebook.backups().make(TODAY, Progress())
    assert notebook.backups().missed() is None
    assert sorted(path.name for path in (notebook.folder / manifest.FOLDER).iterdir()) == ["0001-2026-03-03"]
    notebook.close()


def test_damage_is_told_as_damage(two: Notebook) -> None:
    two.space("mira").set("note", "word " * 9000)
    file = vault_file(two, "mira")
    two.close()
    content = bytearray(file.read_bytes())
    content[-4096 * 3] ^= 1
    file.write_bytes(content)
    notebook = given.notebooks(two.folder).open(two.folder)
    notebook.unlock("mira", given.SECRET["mira"])
    with trouble("vault-damaged"):
        notebook.backups().make(TODAY, Progress())
    assert notebook.backups().missed() == Missed(TODAY, "vault-damaged")
    assert notebook.backups().kept() == ()
    notebook.close()


def test_what_was_only_stopped_did_not_fail(two: Notebook) -> None:
    with trouble("stopped"):
        two.backups().make(TODAY, Progress(lambda: True))
    assert two.backups().missed() is None


def test_where_nothing_can_be_written_it_is_remembered_while_the_notebook_is_open(
    two: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(manifest, "put_missed", refused)
    monkeypatch.setattr(backup, "byte_copy", refused)
    with trouble("read-only"):
        two.backups().make(TODAY, Progress())
    assert two.backups().missed() == Missed(TODAY, "read-only")


def test_a_backup_that_was_made_is_not_told_as_missed_where_an_older_one_cannot_go(
    two: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(manifest, "remove", refused)
    for _ in range(5):
        two.backups().make(TODAY, Progress())
    with trouble("read-only"):
        two.backups().make(TODAY, Progress())
    assert len(two.backups().kept()) == 6
    assert two.backups().missed() is None


def test_a_backup_that_the_disk_refuses_to_read_once_does_not_go_as_damaged(two: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    two.backups().make(TODAY, Progress())
    real = paths.small

    def refused(path: Path, most: int) -> bytes:
        if path.name == manifest.NAME and path.parent.name.startswith("0001"):
            raise OSError(5, "refused")
        return real(path, most)

    with monkeypatch.context() as failing:
        failing.setattr(manifest, "small", refused)
        with trouble("save-failed"):
            two.backups().make(TODAY, Progress())
    assert [(one.number, one.sound) for one in two.backups().kept()] == [(2, True), (1, True)]


@pytest.mark.parametrize("content", [b"", b"[]", b'{"day": "x", "code": 1}', b"\xff"])
def test_a_note_that_cannot_be_read_says_nothing(two: Notebook, content: bytes) -> None:
    place: Path = two.folder / manifest.FOLDER
    place.mkdir()
    (place / manifest.MISSED).write_bytes(content)
    assert two.backups().missed() is None
