"""A line to find something in a list, with its label; what is typed there is looked for at once. Ctrl and F goes there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from workbook.ui.parts.line import labelled
from workbook.ui.parts.page import Page
from workbook.ui.parts.writing import Writing


def find_line(page: Page, label: str, hint: str, find: Callable[[str], None]) -> Writing:
    """Put the line on a page; `find` gets what stands on it after each key."""
    line = Writing(label)
    line.setPlaceholderText(hint)
    line.edited.connect(lambda: find(line.words()))
    page.add(labelled(label, line, "label", "search"))

    def come() -> None:
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    QShortcut(QKeySequence("Ctrl+F"), line).activated.connect(come)
    return line
