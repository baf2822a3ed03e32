"""The foot of a page in large letters: most of the page is for the question, and what is said there moves no button."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbook.paths import resources
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.page import Page
from workbook.ui.theme import Theme

LONG = "Saving did not work. What is on the screen stays there. Try again, or copy it somewhere safe."


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, resources() / "fonts", "light")
    made.apply()
    yield made
    made.set_scale(1.0)
    made.setParent(None)
    made.deleteLater()


def step(qtbot: QtBot, size: tuple[int, int] = (900, 600)) -> Page:
    """A page with all the buttons of a step."""
    page = Page()
    page.ask("Think of one moment that you keep coming back to. What was the first thing that stung?")
    page.lead_on(Button("&Next", "primary"), Button("S&kip"), Button("&Back"))
    page.expect_note("Saved")
    always = Button("&Enough for today", "plain"), Button("&Pause", "plain").with_icon("circle-pause")
    page.beside(*always, Button("&Help", "plain").with_icon("life-buoy"))
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    settle()
    return page


def settle() -> None:
    for _round in range(6):
        QApplication.processEvents()


def places(page: Page) -> dict[str, QRect]:
    """Where each button stands."""
    return {each.text(): QRect(each.mapTo(page, QPoint(0, 0)), each.size()) for each in page.findChildren(Button)}


@pytest.mark.parametrize("scale", [2.0, 2.5])
def test_in_large_letters_three_quarters_of_a_small_window_are_for_the_question(theme: Theme, qtbot: QtBot, scale: float) -> None:
    theme.set_scale(scale)
    page = step(qtbot)
    assert page.room() >= 0.75 * page.height()
    assert all(page.rect().contains(place) and place.height() >= 36 for place in places(page).values())


@pytest.mark.parametrize("scale", [1.0, 1.2, 1.3, 1.4, 1.6, 2.0, 2.5])
def test_that_it_was_saved_moves_no_button(theme: Theme, qtbot: QtBot, scale: float) -> None:
    theme.set_scale(scale)
    page = step(qtbot)
    before = places(page)
    page.note("Saved")
    settle()
    assert places(page) == before
    note = page._footer.note
    assert note.visibleRegion().boundingRect() == note.rect()
    assert not any(place.intersects(QRect(note.mapTo(page, QPoint(0, 0)), note.size())) for place in before.values())


@pytest.mark.parametrize("scale", [1.0, 1.6, 2.5])
def test_what_is_long_stands_whole_below_all_buttons_and_goes_again(theme: Theme, qtbot: QtBot, scale: float) -> None:
    theme.set_scale(scale)
    page = step(qtbot)
    before = places(page)
    page.note(LONG)
    settle()
    note = page._footer.note
    assert note.height() >= note.heightForWidth(note.width())
    assert note.mapTo(page, QPoint(0, 0)).y() >= max(place.bottom() for place in places(page).values())
    assert {place.x() for place in places(page).values()} == {place.x() for place in before.values()}
    page.note("")
    settle()
    assert places(page) == before


def test_on_a_large_screen_the_foot_stands_near_its_words_and_at_one_place_on_every_page(theme: Theme, qtbot: QtBot) -> None:
    short, long = (step(qtbot, (3840, 2160)) for _page in range(2))
    long.say("word " * 9000)
    settle()
    assert places(short) == places(long)
    foot = max(place.bottom() for place in places(short).values())
    assert 1300 < foot < 2160 - 300
    window = step(qtbot, (1920, 1080))
    assert max(place.bottom() for place in places(window).values()) > 1080 - 20, "in an ordinary window it stays at its edge"
