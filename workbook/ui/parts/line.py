"""Single lines to fill in, and the label that stands close above one."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workbook.ui.parts.icon import Icon, Sign
from workbook.ui.parts.prose import Words
from workbook.ui.theme import Kind, space, typed

L = TypeVar("L", QLineEdit, QPlainTextEdit)


def single_line(label: str, text: str = "", kind: Kind = "text") -> QLineEdit:
    """A line with room at both ends; `label` is what a screen reader calls it."""
    line = typed(QLineEdit(text), kind)
    line.setAccessibleName(label)
    line.setTextMargins(space(2), space(1), space(2), space(1))
    return line


def secret_line(label: str) -> QLineEdit:
    """A line for a passphrase, a PIN or a code; its letters do not show."""
    line = single_line(label, kind="ask")
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def labelled(label: str, line: L, kind: Kind = "text", sign: Icon | None = None) -> QWidget:
    """The line close below its label: what belongs together stands together, also when the page scrolls to it."""
    both = QWidget()
    rows = QVBoxLayout(both)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(min(space(1), 6))
    words = Words(label, kind)
    words.setBuddy(line)
    if sign is None:
        rows.addWidget(words)
    else:
        beside = QHBoxLayout()
        beside.setSpacing(space(1.5))
        beside.addWidget(Sign(sign))
        beside.addWidget(words, 1)
        rows.addLayout(beside)
    rows.addWidget(line)
    return both
