"""A line whose letters do not show."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from workbook.ui.theme import typed


def secret_line(label: str) -> QLineEdit:
    """A line for a passphrase, a PIN or a code; `label` is what a screen reader calls it."""
    line = typed(QLineEdit(), "ask")
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(label)
    return line
