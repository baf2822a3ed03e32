"""What must be read first is on the screen first; what was done is said where it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.robots.window import Hands, evening
from workbook.screens.help import HelpScreen
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.options import Option


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_this_is_not_is_on_the_first_screen_before_begin_can_be_pressed(tmp_path: Path, scale: float) -> None:
    """G1"""
    hands = Hands(tmp_path, (900, 600))
    hands.app.theme.set_scale(scale)
    hands.open()
    (not_for,) = [label for label in hands.shown(QLabel) if "not for a relationship" in label.text()]
    whole = not_for.visibleRegion().boundingRect() == not_for.rect()
    words = [label.text() for label in hands.shown(QLabel) if label.geometry().top() < not_for.geometry().top()]
    hands.close()
    assert whole
    assert words == ["Before anything else"]


def test_the_two_ways_to_begin_weigh_the_same(hands: Hands) -> None:
    hands.alt("b")
    ways = [button for button in hands.shown(Button) if "two of us" in button.text() or "&me" in button.text()]
    assert [button.manner for button in ways] == ["quiet", "quiet"]


def test_where_a_pdf_was_written_is_in_sight(tmp_path: Path) -> None:
    hands = Hands(tmp_path, (900, 600)).open()
    evening(hands, "Draw our loop")
    hands.press("Read it through").press("Back").press("Close the notebook").come_in(0, "first lamp")
    hands.press("Read it through").press("Make a PDF").press("Tick all").press("Look at the pages")
    hands.press("Print or write it with my words only").press("Write the file").settle()
    told = [label for label in hands.shown(QLabel) if label.text().replace("\u200b", "").startswith("It is here: ")]
    seen = [label.visibleRegion().boundingRect() == label.rect() for label in told]
    hands.close()
    assert seen == [True]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_words_of_a_page_are_shown_to_their_last_line(tmp_path: Path, scale: float) -> None:
    hands = Hands(tmp_path, (1080, 760))
    hands.app.theme.set_scale(scale)
    evening(hands.open(), "Draw our loop")
    hands.press("Read it through").press("Back").press("Close the notebook").come_in(0, "first lamp")
    hands.press("Read it through").press("Make a PDF").press("Tick all").press("Look at the pages").press("As words").settle()
    words = next(shown for shown in hands.shown(QPlainTextEdit))
    last = words.document().lastBlock()
    bottom = words.blockBoundingGeometry(last).translated(words.contentOffset()).bottom()
    seen = (bottom, words.viewport().height())
    hands.close()
    assert 0 < seen[0] <= seen[1]


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Hands]:
    """Twice the usual letters in a small window, at somebody's own first turn."""
    hands = Hands(tmp_path, (900, 600))
    hands.app.theme.set_scale(2.0)
    hands.open().set_up("Zoë", "Łukasz")
    yield hands
    hands.close()


def whole(widget: QWidget) -> bool:
    """Whether all of it is in sight."""
    return bool(widget.visibleRegion().boundingRect() == widget.rect())


def saying(hands: Hands, words: str) -> QLabel:
    """The label that has these words."""
    found: list[QLabel] = [label for label in hands.shown(QLabel) if words in label.text()]
    return found[0]


def test_g17_in_large_letters_the_first_turn_is_read_before_a_passphrase_is_typed(large: Hands) -> None:
    assert whole(saying(large, "A key of your own"))
    assert not isinstance(large.focus, QLineEdit)
    large.key(Qt.Key.Key_Tab)
    assert isinstance(large.focus, QLineEdit)


def test_g6_in_large_letters_the_first_number_is_in_sight_once_a_country_is_chosen(large: Hands) -> None:
    large.key(Qt.Key.Key_F1).on(HelpScreen).choose("us")
    assert whole(saying(large.settle(), "Call 911"))


def test_in_large_letters_the_calm_scale_is_in_sight_with_its_question(large: Hands) -> None:
    large.press("Go without one").begin("One moment, slowly", "By myself")
    places = large.shown(Option)
    assert len(places) == 11
    assert all(whole(one) for one in (*places, saying(large, "How steady"), saying(large, "Shaky"), saying(large, "Steady")))
