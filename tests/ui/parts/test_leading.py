"""Lines and doors that are painted by us: their words stand where reading begins, also from the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbook.ui.parts.buttons import Button, Large
from workbook.ui.parts.group import GroupLine
from workbook.ui.parts.leading import Leading

WAYS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
MADE: dict[str, Callable[[], Button]] = {
    "a door": lambda: Large("Begin").with_icon("sun"),
    "a line": lambda: Leading("Begin", "It is short."),
    "a group": lambda: GroupLine("Begin", "One · Two"),
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def inked(button: Button) -> list[int]:
    """The columns in which something is painted upon it, but for its edge and the sign at its end."""
    picture = button.grab().toImage()
    ground = picture.pixel(picture.width() // 2, 4)
    columns = range(60, picture.width() - 60)
    return [x for x in columns if any(picture.pixel(x, y) != ground for y in range(6, picture.height() - 6))]


@pytest.mark.parametrize("name", MADE)
def test_words_begin_where_reading_begins(qtbot: QtBot, way: Qt.LayoutDirection, name: str) -> None:
    button = MADE[name]()
    qtbot.addWidget(button)
    button.resize(600, button.heightForWidth(600))
    from_the_left = way == Qt.LayoutDirection.LeftToRight
    assert all((x < 300) == from_the_left for x in inked(button))
    assert inked(button)
