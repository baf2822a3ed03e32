"""What stands next to something, also when it has left the page meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbook.ui.parts.chip import Chip
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.stops import next_to


def test_what_stands_next_to_something(qtbot: QtBot) -> None:
    first, second, gone = QWidget(), QWidget(), QWidget()
    assert next_to([first, second], first, 1) is second
    assert next_to([first, second], first, -1) is None
    assert next_to([first, second], second, 1) is None
    assert next_to([first, second], gone, 1) is None


def test_an_arrow_key_that_comes_to_a_page_that_is_gone_does_nothing(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    for gone in (Leading("Paths", "One after the other."), Chip("Gentle")):
        row.addWidget(gone)
        page.hide()  # as a page that another has taken the place of
        QTest.keyClick(gone, Qt.Key.Key_Down)
