"""A page holds its column in the middle, its buttons below, and the keyboard in the order of reading."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, heard, open_up, press
from workbook.ui.parts.buttons import Button, plainly
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.page import Page
from workbook.ui.parts.picture import PictureButton
from workbook.ui.parts.prose import Words
from workbook.ui.parts.stops import stops
from workbook.ui.parts.stuck import Stuck
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import Theme, space

pytestmark = pytest.mark.usefixtures("theme")


def full(qtbot: QtBot, size: QSize) -> tuple[Page, list[Button]]:
    """A page with a question, room to write, and all the buttons a step has."""
    page = Page()
    page.where("Step 3 of 9, about 12 minutes left")
    page.title("The cue")
    page.ask("What happened in the seconds *before*?")
    page.add(Writing("Your words", rows=4))
    onward = [Button("&Next", "primary"), Button("S&kip"), Button("&Back")]
    always = [Button("&Enough for today", "plain"), Button("&Pause", "plain"), Button("&Help", "plain")]
    page.lead_on(*onward)
    page.beside(*always)
    page.resize(size)
    open_up(page, qtbot)
    for _ in range(3):
        QApplication.processEvents()
    return page, onward + always


@pytest.mark.parametrize("scale", [1.0, 2.0, 2.5])
@pytest.mark.parametrize("size", [QSize(900, 600), QSize(640, 480), QSize(3840, 2160)])
def test_every_button_is_whole_and_on_the_page_at_any_size(theme: Theme, qtbot: QtBot, size: QSize, scale: float) -> None:
    theme.set_scale(scale)
    page, buttons = full(qtbot, size)
    assert [button for button in buttons if button.height() < button.heightForWidth(button.width()) or button.height() < 32] == []
    assert all(place.left() >= 0 and place.right() < page.width() for place in map(partial(place_on, page), buttons))
    scrolled = [button for button in buttons if page.column.isAncestorOf(button)]
    for places in ([place_on(page, button) for button in buttons if (button in scrolled) == moved] for moved in (False, True)):
        assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :])
    for button in buttons:
        button.setFocus()
        press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        press(Qt.Key.Key_Tab)
        assert page.rect().contains(place_on(page, button))
    assert page.room() > page.height() * 0.4


@pytest.mark.parametrize("scale", [1.0, 2.0, 2.5])
@pytest.mark.parametrize("size", [QSize(900, 600), QSize(640, 480)])
def test_pause_and_help_stay_on_the_page_while_it_scrolls(theme: Theme, qtbot: QtBot, size: QSize, scale: float) -> None:
    """G6: one key away, and at the same place."""
    theme.set_scale(scale)
    page, buttons = full(qtbot, size)
    for _ in range(30):
        page.say("More words. " * 20)
    QApplication.processEvents()
    always = buttons[3:]
    assert not any(page.column.isAncestorOf(button) for button in always)
    assert all(button.visibleRegion().boundingRect() == button.rect() for button in always)


@pytest.mark.parametrize("scale", [1.0, 2.0, 2.5])
def test_what_is_typed_is_in_sight_from_the_first_letter_to_the_last(theme: Theme, qtbot: QtBot, scale: float) -> None:
    theme.set_scale(scale)
    page = Page()
    page.title("The cue")
    page.ask("What happened in the seconds before? Only what a camera would have seen. " * 3)
    line, sheet = page.add(Writing("In a few words")), page.add(Writing("Your words", rows=4))
    page.lead_on(Button("&Next", "primary"))
    page.beside(Button("&Help", "plain"))
    page.resize(900, 600)
    open_up(page, qtbot)
    page.begin_at(line)
    for writing in (line, sheet):
        writing.setFocus()
        for words in ("", "words " * 12, "and more words " * 60):
            QTest.keyClicks(writing, words)
            for _ in range(3):  # the page is laid out first, then scrolled
                QApplication.processEvents()
            assert writing.visibleRegion().contains(writing.cursorRect().center())


def test_a_page_that_fits_opens_at_its_top_with_the_line_to_write_on(qtbot: QtBot) -> None:
    page, _ = full(qtbot, QSize(900, 600))
    page.begin_at(next(iter(stops(page))))
    QApplication.processEvents()
    assert page.column.mapTo(page, QPoint(0, 0)).y() == 0


def test_a_button_below_the_fold_waits_for_tab_and_the_page_is_read_first(qtbot: QtBot) -> None:
    page = Page()
    page.title("Before")
    for _ in range(20):
        page.say("A paragraph to read. " * 20)
    begin = page.add(Button("Begin", "primary"))
    page.beside(Button("&Help", "plain"))
    page.resize(900, 600)
    open_up(page, qtbot)
    page.begin_at(begin)
    QApplication.processEvents()
    assert focused() is not begin
    assert heard(focused()) == "Before"
    assert page.column.mapTo(page, QPoint(0, 0)).y() == 0
    press(Qt.Key.Key_Tab)
    assert focused() is begin
    assert begin.visibleRegion().boundingRect() == begin.rect()


def place_on(page: Page, button: Button) -> QRect:
    """Where a button stands, seen from the page's corner."""
    return QRect(button.mapTo(page, QPoint(0, 0)), button.size())


def test_the_column_is_in_the_middle_and_not_too_wide(qtbot: QtBot) -> None:
    page, _ = full(qtbot, QSize(1920, 1080))
    first = next(iter(stops(page)))
    left = first.mapTo(page, QPoint(0, 0)).x()
    right = page.width() - first.mapTo(page, QPoint(first.width(), 0)).x()
    assert first.width() <= space(172)
    assert abs(left - right) <= 20


def test_tab_goes_from_the_words_to_what_leads_on_and_then_to_the_rest(qtbot: QtBot) -> None:
    page, buttons = full(qtbot, QSize(900, 600))
    next(iter(stops(page))).setFocus()
    walked = []
    for _ in buttons:
        press(Qt.Key.Key_Tab)
        walked.append(focused())
    assert walked == buttons
    press(Qt.Key.Key_Tab)
    assert isinstance(focused(), Writing)


def test_what_is_added_later_stands_where_it_is_seen(qtbot: QtBot) -> None:
    page, buttons = full(qtbot, QSize(900, 600))
    late = page.add(Button("Later"))
    late.show()
    assert list(stops(page)).index(late) == 1
    assert list(stops(page))[2:] == buttons


def test_the_first_paint_is_already_laid_out(qtbot: QtBot) -> None:
    page = Page()
    for _ in range(30):
        page.say("A paragraph that is long enough to need more than one line on any page, and then some more words. " * 2)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    assert page.column.height() > 1500


def test_other_buttons_take_the_place_of_the_old_ones(qtbot: QtBot) -> None:
    page, _ = full(qtbot, QSize(900, 600))
    done = Button("&Done", "primary")
    page.lead_on(done)
    QApplication.processEvents()
    assert [stop for stop in stops(page) if isinstance(stop, Button) and stop.manner != "plain"] == [done]


def test_saved_is_a_quiet_word_in_the_footer(qtbot: QtBot) -> None:
    page, _ = full(qtbot, QSize(900, 600))
    page.note("Saved")
    assert "Saved" in [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_by_space(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("&Next", "primary")
    open_up(button, qtbot)
    with qtbot.waitSignal(button.clicked):
        press(key)


def test_a_long_button_wraps_instead_of_being_cut(qtbot: QtBot) -> None:
    button = Button("Pass the computer to somebody with a very long name indeed")
    qtbot.addWidget(button)
    assert button.heightForWidth(200) > button.heightForWidth(1000)


def test_a_name_with_an_ampersand_is_read_whole(qtbot: QtBot) -> None:
    button = Button(plainly("I am Sam & Co"))
    qtbot.addWidget(button)
    assert heard(button) == "I am Sam & Co"
    assert button.shortcut().isEmpty()


def test_the_buttons_of_a_card_say_what_they_belong_to(qtbot: QtBot) -> None:
    look = Button("Look")
    card = CardRow("Draw our loop", "About 12 minutes", look)
    qtbot.addWidget(card)
    assert look.accessibleDescription() == "Draw our loop"


def test_a_hint_is_folded_until_it_is_wanted(qtbot: QtBot) -> None:
    stuck = Stuck("Start with where you stood.")
    open_up(stuck, qtbot)
    assert not stuck.hint.isVisible()
    stuck.button.click()
    assert stuck.hint.isVisible()


def test_a_door_is_read_by_its_name_and_opened_by_enter(qtbot: QtBot) -> None:
    door = PictureButton("boat", "sea", "Łucja & Sam")
    open_up(door, qtbot)
    assert heard(door) == "Łucja & Sam"
    with qtbot.waitSignal(door.clicked):
        press(Qt.Key.Key_Return)


def test_a_row_goes_on_below_where_it_is_narrow(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    flow = Flow(row, 10)
    for _ in range(4):
        flow.addWidget(Button("Some words"))
    one = flow.heightForWidth(flow.sizeHint().width())
    assert flow.heightForWidth(flow.sizeHint().width() // 2) == 2 * one + 10


def test_a_page_whose_first_stop_is_out_of_sight_is_heard_of_last(qtbot: QtBot) -> None:
    page = Page()
    met: list[QWidget | None] = []
    for _line in range(40):
        page.add(Words("Words before the button, which is far below them"))
    page.add_row(button := Button("Go on"))
    page.resize(400, 300)
    open_up(page, qtbot)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _before, now: met.append(now))
    page.begin_at(button)
    qtbot.waitUntil(lambda: not button.hasFocus())
    assert met == [button, QApplication.focusWidget()], "the other way round a screen reader would take the button for the place"


def test_enter_that_is_held_down_or_meant_for_the_page_before_presses_nothing(qtbot: QtBot) -> None:
    button = Button("Seal it like this")
    open_up(button, qtbot)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(button, held)
    assert not pressed
    press(Qt.Key.Key_Return)
    assert pressed


def test_a_page_whose_buttons_move_to_its_end_still_begins_at_its_title(qtbot: QtBot) -> None:
    page = Page()
    page.title("Print it blank")
    tall = page.add(QWidget())
    tall.setFixedHeight(3000)
    first = Button("Print it or write it into a file", "primary")
    page.lead_on(first, *(Button(f"Another long way to go on, number {at}") for at in range(3)))
    page.beside(Button("&Pause", "plain"), Button("&Help", "plain"))
    page.resize(1400, 900)
    open_up(page, qtbot)
    page.begin_at(first)
    assert first.hasFocus()
    page.resize(700, 480)
    for _round in range(5):
        QApplication.processEvents()
    assert page.column.isAncestorOf(first), "it stands at the end of the page now"
    assert page.column.mapTo(page, QPoint(0, 0)).y() >= 0, "and the page has not gone along"
