"""Words as long as German makes them, in the largest letters and the smallest window: nothing is cut off, nothing goes sideways."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.robots.window import cut_off
from workbook.ui.parts.buttons import Button, Large
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.chip import Chip
from workbook.ui.parts.doors import Doors
from workbook.ui.parts.favourite import Kept
from workbook.ui.parts.group import GroupLine
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.line import labelled, single_line
from workbook.ui.parts.options import Option, Tick
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.picker import Picker
from workbook.ui.parts.said import Said
from workbook.ui.theme import Theme

LONG = "Gesprächsvorbereitungszeit"
LONGER = f"{LONG} und Aufmerksamkeitsverschiebung, wenn Unausgesprochenes dazwischenkommt"


def full_page() -> Page:
    page = Page()
    page.where(LONGER)
    page.title("Auseinandersetzungen und Wiederannäherung")
    page.ask(LONGER)
    page.say(LONGER, quiet=True)
    page.add(Doors(*(Large(words).with_icon("sun") for words in (LONG, f"{LONG} und danach", LONG, "&Kurz"))))
    page.add_row(Button(LONGER).with_icon("printer"), Button(LONG, "plain").with_icon("star"))
    page.add(Leading(LONG, LONGER))
    page.add(Kept(Leading(LONG, LONGER, LONGER), LONG))
    page.add(GroupLine(LONG, LONGER))
    page.add(Panel()).rows.addWidget(Said("0123456789abcdef" * 4))
    page.add(CardRow(LONG, LONGER, Button(LONG), Button(LONGER, "plain")))
    page.add(CardRow(LONG, LONGER, Button(LONG)))
    page.add(labelled(LONGER, single_line(LONG, LONG), "label", "search"))
    page.add(Option(LONGER))
    page.add(Tick(LONGER))
    page.add_row(*(Chip(LONG) for _ in range(3)))
    picker = page.add(Picker(LONG))
    picker.addItems([LONG, LONGER])
    page.lead_on(Button(LONG, "primary"), Button("&Überspringen"), Button("&Zurück"))
    page.beside(Button("&Genug für heute", "plain"), Button("&Pause", "plain").with_icon("circle-pause"))
    return page


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0, 2.5])
@pytest.mark.parametrize("size", [(900, 600), (1280, 800), (3840, 2160)])
def test_nothing_is_cut_off_or_too_small_to_hit(theme: Theme, qtbot: QtBot, scale: float, size: tuple[int, int]) -> None:
    theme.set_scale(scale)
    page = full_page()
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    for _ in range(6):
        QApplication.processEvents()
    assert cut_off(page) == []
    pressed = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit), *page.findChildren(Picker)]
    assert [type(one).__name__ for one in pressed if one.isVisible() and min(one.width(), one.height()) < 24] == []
    assert page.column.minimumSizeHint().width() <= page.column.width() <= size[0]


def test_lines_stay_as_long_as_they_read_well_on_a_large_screen(theme: Theme, qtbot: QtBot) -> None:
    page = full_page()
    words = page.say("word " * 200)
    qtbot.addWidget(page)
    page.resize(3840, 2160)
    page.show()
    QApplication.processEvents()
    letters = words.width() / words.fontMetrics().averageCharWidth()
    assert 60 < letters < 100
    middle = words.mapTo(page, words.rect().center()).x()
    assert abs(middle - page.width() / 2) < 20
