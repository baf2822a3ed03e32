"""Words that are only read, by keys alone: come to, gone through, selected and copied; Tab goes the same way as before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from tests.robots.window import CTRL, Hands
from tests.ui.test_window_looking_back import caught, into_the_list
from workbook.screens.review import ReviewScreen
from workbook.ui.parts.long_list import LongList
from workbook.ui.parts.reading import Reading
from workbook.ui.parts.said import Said
from workbook.ui.parts.stops import stops
from workbook.ui.parts.writing import OURS

SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = "The plate fell, and you said " + "nothing, then " * 300 + "something."


@pytest.fixture
def review(hands: Hands) -> Hands:
    """Somebody reads through what they wrote."""
    hands.set_up("Zoë").first_turn("first lamp")
    caught(hands, "The plate fell.").press("Look back")
    into_the_list(hands)
    hands.key(Qt.Key.Key_Return).on(ReviewScreen)
    return hands


def down_to(hands: Hands, words: str) -> Hands:
    """To these words, from one to the next."""
    for _words in range(60):
        if isinstance(hands.focus, QLabel) and words in hands.focus.text():
            return hands
        hands.key(Qt.Key.Key_Down)
    raise AssertionError(f"{words!r} cannot be come to")


def copied() -> str:
    assert QGuiApplication.clipboard().mimeData().hasFormat(OURS)
    return QGuiApplication.clipboard().text()


def test_what_was_said_is_copied_by_keys_and_goes_with_the_cover(review: Hands) -> None:
    down_to(review.key(Qt.Key.Key_F6), "The plate fell.").key(Qt.Key.Key_C, CTRL)
    assert copied() == "The plate fell."
    review.key(Qt.Key.Key_Home).key(Qt.Key.Key_Right, SHIFT | CTRL).key(Qt.Key.Key_C, CTRL)
    assert copied() == "The "
    review.window.cover()
    review.settle()
    assert QGuiApplication.clipboard().text() == ""


def test_every_word_of_the_page_is_come_to_in_its_order(review: Hands) -> None:
    labels = [label for label in review.shown(QLabel) if label.text() and label.buddy() is None]
    review.key(Qt.Key.Key_F6)
    met = [review.focus]
    while review.key(Qt.Key.Key_Down).focus is not met[-1]:
        met.append(review.focus)
    assert set(met) == set(labels)
    assert len(met) == len(labels)


def test_tab_leads_from_the_words_to_what_comes_after_them_and_the_key_back(review: Hands) -> None:
    order = list(stops(review.view.page))
    start = review.focus
    down_to(review.key(Qt.Key.Key_F6), "The plate fell.").key(Qt.Key.Key_F6)
    assert review.focus is start
    down_to(review.key(Qt.Key.Key_F6), "The plate fell.").key(Qt.Key.Key_Tab)
    assert review.focus in order
    assert list(stops(review.view.page)) == order, "no stop more than before"


def test_words_longer_than_the_page_are_scrolled_through(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    caught(hands, LONG).press("Look back")
    into_the_list(hands)
    down_to(hands.key(Qt.Key.Key_Return).key(Qt.Key.Key_F6), "The plate fell")
    bar, words = hands.view.page._scroll.verticalScrollBar(), hands.focus
    assert isinstance(words, Said)
    places = [bar.value()]
    while hands.key(Qt.Key.Key_Down).focus is words and bar.value() > places[-1]:
        places.append(bar.value())
    assert len(places) > 1, "first through these words, then on"
    while hands.key(Qt.Key.Key_Up).focus is words and bar.value() < places[-1]:
        places.append(bar.value())
    assert hands.focus is not words


def test_the_ring_lies_around_the_words_and_is_gone_with_the_keyboard(review: Hands) -> None:
    down_to(review.key(Qt.Key.Key_F6), "The plate fell.")
    reading = review.view.page.findChild(Reading)
    assert reading is not None
    ring, words = reading._ring, review.focus
    assert ring.isVisible()
    assert ring.geometry().contains(words.mapTo(review.view.page, words.rect().center()))
    review.key(Qt.Key.Key_Tab)
    assert not ring.isVisible()


def test_a_row_of_a_list_is_copied_as_ours(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    caught(hands, "The plate fell.").press("Look back")
    assert isinstance(into_the_list(hands), LongList)
    hands.key(Qt.Key.Key_C, CTRL)
    assert copied().startswith("Quick capture")


def test_a_page_without_a_stop_in_it_is_scrolled_from_the_buttons_below_it(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    caught(hands, LONG).press("Look back")
    into_the_list(hands)
    page = hands.key(Qt.Key.Key_Return).view.page
    assert not page.column.isAncestorOf(hands.focus)
    bar = page._scroll.verticalScrollBar()
    for _turn in range(10):
        hands.key(Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0
    hands.key(Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()


def test_the_menu_of_the_words_copies_them_and_speaks_of_no_links(review: Hands) -> None:
    words = down_to(review.key(Qt.Key.Key_F6), "The plate fell.").focus
    QApplication.sendEvent(words, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), words.mapToGlobal(QPoint())))
    (menu,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    assert [action.text() for action in menu.actions()] == ["Copy", "Select all"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert copied() == "The plate fell."
