"""Pictures and colours to choose from: one of several, and Tab comes to the one that is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.ui.keys import open_up, press
from workbook.ui.parts.people import Swatch, SwatchRow
from workbook.ui.parts.stops import is_stop, stops

pytestmark = pytest.mark.usefixtures("theme")


def test_tab_comes_to_the_picture_that_is_chosen_and_arrows_go_on_from_there(qtbot: QtBot) -> None:
    picked: list[int] = []
    swatches = [Swatch(picture, "sea", picture) for picture in ("boat", "leaf", "lamp")]
    row = SwatchRow("Picture", swatches, 1, picked.append)
    assert [swatch for swatch in swatches if is_stop(swatch)] == [swatches[1]]
    open_up(row, qtbot)
    swatches[1].setFocus()
    press(Qt.Key.Key_Right)
    assert picked == [2]
    assert list(stops(row)) == [swatches[2]]


def test_a_picture_is_heard_as_one_of_several(qtbot: QtBot) -> None:
    swatch = Swatch("boat", "sea", "Boat")
    qtbot.addWidget(swatch)
    assert QAccessible.queryAccessibleInterface(swatch).role() == QAccessible.Role.RadioButton
