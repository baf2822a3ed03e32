"""Room for words: exact, plain, growing, and never a trap for the keyboard."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import open_up, press, write
from workbook.ui.parts.writing import OURS, Writing
from workbook.ui.theme import Theme

WORDS = "nbsp\u00a0tab\tcombining e\u0301 emoji 👩‍👧 עברית \u202eodd  \n\n trailing  \n"


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> Writing:
    made = Writing("Your words", rows=4)
    made.resize(500, 100)
    open_up(made, qtbot)
    return made


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> Writing:
    made = Writing("A few words")
    open_up(made, qtbot)
    return made


@given(st.text(st.characters(exclude_categories=())))
@example(WORDS)
@example("\ufeff\ufffe \ud83d \r\n")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_exactly(sheet: Writing, text: str) -> None:
    sheet.set_words(text)
    assert sheet.words() == text


@pytest.mark.parametrize("character", [chr(code) for code in (0, 0xB, 0x1C, 0x85, 0xA0, 0xAD, 0x200B, 0x2028, 0xFFFC, 0xFFFF)])
def test_odd_characters_come_back_wherever_they_stand(sheet: Writing, character: str) -> None:
    for text in (character, f"a{character}", f"{character}b", f"a{character}{character}b"):
        sheet.set_words(text)
        assert sheet.words() == text


def test_typed_words_come_back(sheet: Writing) -> None:
    write("I felt  small\u00a0! ")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Return)
    write("ż")
    assert sheet.words() == "I felt  small\u00a0! \n\nż"


def test_pasted_words_are_plain_and_exact(sheet: Writing) -> None:
    rich = QMimeData()
    rich.setHtml("<b>bold</b>")
    rich.setText("a\u00a0b\r\nc\td 😀 <b>")
    sheet.insertFromMimeData(rich)
    assert sheet.words() == "a\u00a0b\nc\td 😀 <b>"


def test_a_picture_cannot_be_pasted(sheet: Writing) -> None:
    picture = QMimeData()
    picture.setImageData(b"")
    assert not sheet.canInsertFromMimeData(picture)


def test_copied_words_are_exact_plain_and_known_as_ours(sheet: Writing) -> None:
    sheet.set_words("a\u00a0b\nc")
    sheet.selectAll()
    copied = sheet.createMimeDataFromSelection()
    assert copied.text() == "a\u00a0b\nc"
    assert copied.hasFormat(OURS)
    assert not copied.hasHtml()


def test_undo_takes_back_what_was_typed(sheet: Writing) -> None:
    sheet.set_words("before")
    sheet.moveCursor(sheet.textCursor().MoveOperation.End)
    write(" after")
    sheet.undo()
    assert sheet.words() == "before"


def test_showing_words_is_not_editing_and_typing_is(sheet: Writing, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sheet.edited):
        sheet.set_words("shown")
    with qtbot.waitSignal(sheet.edited):
        write("x")


def test_a_page_made_anew_in_another_size_edits_nothing(line: Writing, theme: Theme, qtbot: QtBot) -> None:
    document = line.go_on_from(None)
    theme.set_scale(2.0)
    anew = Writing("A few words")
    qtbot.addWidget(anew)
    with qtbot.assertNotEmitted(line.edited), qtbot.assertNotEmitted(anew.edited):
        anew.go_on_from(document)


def test_enter_on_a_line_breaks_nothing(line: Writing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.entered):
        press(Qt.Key.Key_Return)
    assert line.words() == ""


def test_control_and_enter_is_left_to_the_page(sheet: Writing) -> None:
    press = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sheet.keyPressEvent(press)
    assert not press.isAccepted()
    assert sheet.words() == ""


def test_it_grows_with_its_words_and_scrolls_only_when_the_window_is_nearly_full(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    sheet = Writing("Your words", rows=4)
    rows.addWidget(sheet)
    rows.addStretch(1)
    window.resize(500, 600)
    window.show()
    empty = sheet.height()
    sheet.set_words("\n".join("one line" for _ in range(8)))
    qtbot.wait(1)
    grown = sheet.height()
    assert empty < grown < 360
    assert sheet.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert sheet.verticalScrollBar().maximum() == 0
    sheet.set_words("a very long answer " * 1000)
    qtbot.wait(1)
    assert sheet.height() <= 0.6 * 600 + 2
    assert sheet.verticalScrollBar().maximum() > 0


def test_a_long_line_wraps_instead_of_running_out_of_sight(line: Writing) -> None:
    line.setFixedWidth(300)
    before = line.height()
    line.set_words("word " * 40)
    assert line.height() > before
    assert line.horizontalScrollBar().maximum() == 0


def test_an_invitation_to_write_has_room_in_a_narrow_line(line: Writing) -> None:
    line.setPlaceholderText("A word you wrote, or that is open between you")
    line.resize(150, 40)
    one = line.height()
    line.set_words("tea")
    assert line.height() < one
