"""Marks below words: seen and heard of, never a part of what was written, and away with the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.robots.desk import Desk
from tests.ui.keys import open_up, press, write
from workbook.screens.spelling import Spelling
from workbook.ui.colours import colours_of
from workbook.ui.parts.spelt import Spelt
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import Theme

ENGLISH = frozenset({"the", "dishes", "were", "small", "smart", "felt", "and", "quiet", "door"})


class Sheet:
    """A page with room for words, where a dictionary is."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        desk.speller.words = ENGLISH
        self.desk, self.qtbot = desk, qtbot
        self.page = QWidget()
        rows = QVBoxLayout(self.page)
        self.writing, self.other = Writing("Your words", rows=4), Writing("More")
        rows.addWidget(self.writing)
        rows.addWidget(self.other)
        self.page.resize(500, 300)
        self.spelling = Spelling(desk.person(0), desk.notebook, desk.flow.outside)
        self.spelt = Spelt(self.spelling, self.page)
        open_up(self.page, qtbot)
        self.writing.setFocus()

    def look(self) -> list[str]:
        """The marks, once nothing was typed for a while."""
        self.qtbot.wait(450)
        return self.spelt.marked()

    def menu(self) -> QMenu:
        """The menu in front."""
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        return popup

    def press_menu_key(self) -> QMenu:
        middle = self.writing.cursorRect().center()
        at = self.writing.viewport().mapToGlobal(middle)
        QApplication.sendEvent(self.writing, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, at))
        return self.menu()


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Sheet]:
    made = Sheet(Desk(tmp_path).set_up("Ana", "Ben").first_turn().come_in(1).come_in(0), qtbot)
    yield made
    for popup in (QApplication.activePopupWidget(),):
        if popup is not None:
            popup.close()


def offered(menu: QMenu) -> list[str]:
    """What stands above the usual things."""
    texts = [action.text() for action in menu.actions()]
    return texts[: texts.index("")]


def picked(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_nothing_is_asked_before_something_is_typed(sheet: Sheet) -> None:
    sheet.writing.set_words("the smal door")
    assert sheet.look() == []
    assert sheet.desk.speller.asked == []


def test_a_word_is_marked_once_it_is_written_and_not_while_it_is(sheet: Sheet) -> None:
    write("felt smal")
    assert sheet.look() == []
    write(" and")
    assert sheet.look() == ["smal"]
    write(" quite quiet ")
    assert sheet.look() == ["smal", "quite"]


def test_the_last_word_is_marked_when_the_caret_goes_elsewhere(sheet: Sheet) -> None:
    write("felt smal")
    assert sheet.look() == []
    press(Qt.Key.Key_Home)
    assert sheet.look() == ["smal"]


def test_marks_stay_below_their_words_behind_characters_that_count_twice(sheet: Sheet) -> None:
    sheet.writing.insertPlainText("😀 felt 👩‍👧 smal \n😀 and dor ")
    assert sheet.look() == ["smal", "dor"]


def test_marks_go_along_with_their_words_while_somebody_types_before_them(sheet: Sheet) -> None:
    write("felt smal and dor ")
    assert sheet.look() == ["smal", "dor"]
    press(Qt.Key.Key_Home)
    write("the ")
    assert sheet.spelt.marked() == ["smal", "dor"], "at once, and not only after a pause"
    press(Qt.Key.Key_End)
    for _letter in " ":
        press(Qt.Key.Key_Backspace)
    write("s")
    assert sheet.spelt.marked() == ["smal"], "it is another word now"


def test_marks_are_neither_words_nor_edits_nor_steps_to_undo(sheet: Sheet, qtbot: QtBot) -> None:
    write("felt smal and ")
    steps, revision = sheet.writing.document().availableUndoSteps(), sheet.writing.document().revision()
    with qtbot.assertNotEmitted(sheet.writing.edited):
        assert sheet.look() == ["smal"]
    assert (sheet.writing.document().availableUndoSteps(), sheet.writing.document().revision()) == (steps, revision)
    assert sheet.writing.words() == "felt smal and "
    sheet.writing.undo()
    assert sheet.writing.words() == ""


def test_a_mark_can_be_seen_in_a_colour_that_can_be_read(sheet: Sheet) -> None:
    write("felt smal and ")
    plain = mends(sheet)
    sheet.look()
    assert mends(sheet) > plain + 10


def mends(sheet: Sheet) -> int:
    """How many dots of the picture have the colour of what could be put right."""
    picture: QImage = sheet.writing.grab().toImage()
    wanted: QColor = colours_of(sheet.writing.palette())["mend"]
    dots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    colours = (picture.pixelColor(x, y) for x, y in dots)
    return sum(abs(colour.hue() - wanted.hue()) < 12 and colour.saturation() > 90 for colour in colours)


def test_what_was_meant_can_be_picked_by_keyboard_alone_and_undone(sheet: Sheet) -> None:
    write("felt smal and ")
    sheet.look()
    press(Qt.Key.Key_Home)
    sheet.spelt.next()
    assert sheet.menu().accessibleName() == "“smal” is not in the dictionary"
    assert offered(sheet.menu()) == ["small", "smart", "Keep this word"]
    assert sheet.menu().activeAction().text() == "small"
    assert sheet.writing.textCursor().selectedText() == "smal"
    picked(sheet.menu(), "small")
    assert sheet.writing.words() == "felt small and "
    assert sheet.look() == []
    sheet.writing.undo()
    assert sheet.writing.words() == "felt smal and "


def test_the_menu_key_on_a_marked_word_offers_the_same_and_what_is_usual(sheet: Sheet) -> None:
    write("felt smal and ")
    sheet.look()
    for _letter in " and ":
        press(Qt.Key.Key_Left)
    texts = [action.text() for action in sheet.press_menu_key().actions()]
    assert texts[:3] == ["small", "smart", "Keep this word"]
    assert any(text.startswith("&Undo") for text in texts)


def test_the_menu_key_elsewhere_offers_what_is_usual_alone(sheet: Sheet) -> None:
    write("felt smal and ")
    sheet.look()
    assert sheet.press_menu_key().actions()[0].text().startswith("&Undo")


def test_a_kept_word_is_marked_no_more_until_it_is_let_go(sheet: Sheet) -> None:
    write("felt smal and ")
    sheet.look()
    press(Qt.Key.Key_Home)
    sheet.spelt.next()
    picked(sheet.menu(), "Keep this word")
    assert sheet.look() == []
    picked(sheet.press_menu_key(), "Keep “smal” no longer")
    assert sheet.look() == ["smal"]


def test_the_key_goes_on_from_word_to_word_and_round(sheet: Sheet) -> None:
    write("dor and the felt smal the ")
    seen = []
    for _press in range(3):
        sheet.spelt.next()
        seen.append(sheet.writing.textCursor().selectedText())
        sheet.menu().close()
    assert seen == ["dor", "smal", "dor"]


def test_marks_go_with_the_keyboard_to_the_next_input(sheet: Sheet) -> None:
    write("felt smal and ")
    sheet.look()
    sheet.other.setFocus()
    assert sheet.spelt.marked() == []
    assert not sheet.writing.document().firstBlock().layout().formats()
    write("the dor ")
    assert sheet.look() == ["dor"]


def test_an_input_that_is_taken_away_takes_its_marks_along(sheet: Sheet, qtbot: QtBot) -> None:
    write("felt smal and ")
    sheet.look()
    sheet.writing.deleteLater()
    qtbot.wait(10)
    assert sheet.spelt.marked() == []
    sheet.spelt.next()
    sheet.spelt.rest()


def test_five_million_letters_hold_nobody_up(sheet: Sheet) -> None:
    sheet.writing.insertPlainText("felt smal and the dishes\n" * 200_000)
    sheet.writing.moveCursor(QTextCursor.MoveOperation.Start)
    sheet.look()
    assert sheet.desk.speller.asked
    assert 0 < len(sheet.spelt.marked()) < 1000
    sheet.writing.set_words("smal " * 100_000)
    write(" ")
    assert sheet.look() == [], "a line without an end is not looked at"
