"""Icons: there, free to use, in the colours of the palette, sharp at any size; and no page waits for them."""

from __future__ import annotations

import sys
from typing import get_args

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbook.paths import resources
from workbook.ui.colours import SCHEMES, Colours
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.icon import Icon, draw_icon
from workbook.ui.theme import Theme

FOLDER = resources() / "icons" / "lucide"
ICONS: tuple[Icon, ...] = get_args(Icon)


def painted(widget: QWidget, icon: Icon, side: int, colour: QColor) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_icon(painter, widget, icon, QRectF(0, 0, side, side), colour)
    painter.end()
    return image


@pytest.fixture
def widget(theme: Theme, qtbot: QtBot) -> QWidget:
    made = Button("Pause").with_icon("circle-pause")
    qtbot.addWidget(made)
    made.show()
    made.repaint()
    qtbot.waitUntil(lambda: "PySide6.QtSvg" in sys.modules)
    return made


def test_what_can_be_asked_for_is_there_and_nothing_else_with_its_licence() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(ICONS)
    assert "ISC License" in (FOLDER / "LUCIDE-LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("icon", ICONS)
@pytest.mark.parametrize("colours", SCHEMES.values(), ids=SCHEMES)
def test_an_icon_has_the_colour_it_is_asked_for_and_no_other(widget: QWidget, icon: Icon, colours: Colours) -> None:
    image = painted(widget, icon, 40, colours["accent"])
    solid = {image.pixelColor(x, y).name() for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() == 255}
    assert solid == {colours["accent"].name()}


@pytest.mark.parametrize("side", [14, 18, 45])
def test_lines_are_drawn_anew_for_each_size(widget: QWidget, side: int) -> None:
    image = painted(widget, "circle-pause", side, QColor("#000000"))
    inked = [image.pixelColor(x, side // 2).alpha() for x in range(side)]
    assert max(inked) > 200, "a line as wide as a pixel at least"
    assert min(inked) == 0, "and nothing smeared between"


def test_words_keep_their_room_beside_an_icon(widget: Button) -> None:
    plain = Button("Pause")
    assert widget.sizeHint().width() > plain.sizeHint().width()
    assert widget.sizeHint().height() == plain.sizeHint().height()
    assert widget.text() == "Pause"
