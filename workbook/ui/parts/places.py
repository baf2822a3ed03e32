"""Asking for a place on the disk: by Qt's own dialog, not the desktop's, whose list of recent places others can see (G10).

Qt's keeps such a list, too, in a file of its own that all its programs share; after each question that holds what it held before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

_OWN = QFileDialog.Option.DontUseNativeDialog


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """A folder somebody picks."""
    with _no_recent_ones():
        chosen = QFileDialog.getExistingDirectory(parent, title, str(Path.home()), _OWN | QFileDialog.Option.ShowDirsOnly)
    return Path(chosen) if chosen else None


def ask_target(parent: QWidget, title: str, place: str, kind: str, confirm: bool = True) -> str:
    """A file to write, or nothing; `kind` is like "PDF (*.pdf)", `confirm` asks before one of that name would be replaced."""
    options = _OWN if confirm else _OWN | QFileDialog.Option.DontConfirmOverwrite
    with _no_recent_ones():
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, place, kind, options=options)
    return str(chosen)


def ask_source(parent: QWidget, title: str, kind: str) -> str:
    """A file to read, or nothing."""
    with _no_recent_ones():
        chosen, _kind = QFileDialog.getOpenFileName(parent, title, "", kind, options=_OWN)
    return str(chosen)


@contextmanager
def _no_recent_ones() -> Iterator[None]:
    """Whatever Qt notes of a dialog goes when it closes."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    there = Path(kept.fileName()).exists()
    before = {key: kept.value(key) for key in kept.allKeys()}
    try:
        yield
    finally:
        kept.clear()
        for key, value in before.items():
            kept.setValue(key, value)
        kept.sync()
        if not there:
            Path(kept.fileName()).unlink(missing_ok=True)
