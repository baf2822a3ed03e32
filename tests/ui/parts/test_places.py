"""What somebody picked on the disk is noted nowhere: G10, G19."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from workbook.ui.parts.places import ask_folder, ask_source, ask_target
from workbook.ui.theme import Theme

ASKING: dict[str, Callable[[QWidget], object]] = {
    "folder": lambda parent: ask_folder(parent, "Where?"),
    "target": lambda parent: ask_target(parent, "Where?", "", "PDF (*.pdf)"),
    "source": lambda parent: ask_source(parent, "Which?", "PDF (*.pdf)"),
}


def kept() -> list[tuple[Path, bytes]]:
    """Every file where Qt keeps what it notes."""
    place = Path(QSettings(QSettings.Scope.UserScope, "QtProject").fileName()).parent
    return [(path, path.read_bytes()) for path in sorted(place.glob("*")) if path.is_file()]


def looked_into(secret: Path, how: Callable[[QDialog], None]) -> None:
    """Once the dialog is there: go into a folder, and end it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(secret))
        how(dialog)

    QTimer.singleShot(200, act)


@pytest.mark.parametrize("name", ASKING)
def test_g10_no_folder_that_was_looked_into_is_noted(theme: Theme, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "a stick of my own"
    secret.mkdir()
    before, parent = kept(), QWidget()
    looked_into(secret, QDialog.accept if name == "folder" else QDialog.reject)
    ASKING[name](parent)
    assert kept() == before


def test_what_other_programs_noted_stays(theme: Theme, tmp_path: Path) -> None:
    noted = QSettings(QSettings.Scope.UserScope, "QtProject")
    noted.setValue("FileDialog/lastVisited", "file:///somewhere")
    noted.sync()
    looked_into(tmp_path, QDialog.accept)
    assert ask_folder(QWidget(), "Where?") == tmp_path
    again = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert again.value("FileDialog/lastVisited") == "file:///somewhere"
    assert again.allKeys() == ["FileDialog/lastVisited"]
