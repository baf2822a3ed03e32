"""Folders that a sync program copies elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbook.storage.places import synced


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("Dropbox/book", "Dropbox"),
        ("Dropbox (Personal)/deep/down/book", "Dropbox"),
        ("OneDrive/book", "OneDrive"),
        ("OneDrive - A Firm/Documents/book", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/book", "iCloud"),
        ("iCloudDrive/book", "iCloud"),
        ("Nextcloud/book", "Nextcloud"),
        ("nextcloud2/book", "Nextcloud"),
        ("Google Drive/book", "Google Drive"),
        ("Library/CloudStorage/Box-Box/book", "Box"),
        ("Library/CloudStorage/GoogleDrive-somebody/book", "Google Drive"),
        ("Documents/book", ""),
        ("Dropboxes we made/book", ""),
        ("", ""),
    ],
)
def test_a_folder_is_known_by_the_names_above_it(tmp_path: Path, folder: str, program: str) -> None:
    assert synced(tmp_path / folder) == program


@pytest.mark.parametrize(
    ("mark", "program"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox", "Dropbox"),
        (".sync_0123abcd.db", "Nextcloud"),
        ("._sync_0123abcd.db", "Nextcloud"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    ],
)
def test_a_folder_of_any_name_is_known_by_the_mark_above_it(tmp_path: Path, mark: str, program: str) -> None:
    shared = tmp_path / "ours"
    shared.mkdir()
    (shared / mark).touch()
    assert synced(shared / "papers" / "book") == program
    assert synced(tmp_path / "book") == ""
