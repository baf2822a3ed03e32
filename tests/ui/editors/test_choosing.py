"""Choosing, by keyboard and mouse; what was chosen can be taken back; what was not touched stays open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, heard, open_up, press, write
from tests.ui.samples import the
from workbook.content import fields
from workbook.ui.editors.body_map import BodyMapEditor
from workbook.ui.editors.choice import ChoiceEditor
from workbook.ui.editors.choices import ChoicesEditor
from workbook.ui.editors.rating import RatingEditor
from workbook.ui.editors.sorting import SortingEditor
from workbook.ui.parts.options import Option, Tick
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def rating(theme: Theme, qtbot: QtBot) -> RatingEditor:
    editor = RatingEditor(the(fields.Rating))
    open_up(editor, qtbot)
    return editor


@pytest.fixture
def choice(theme: Theme, qtbot: QtBot) -> ChoiceEditor:
    editor = ChoiceEditor(the(fields.Choice))
    open_up(editor, qtbot)
    return editor


@pytest.fixture
def choices(theme: Theme, qtbot: QtBot) -> ChoicesEditor:
    editor = ChoicesEditor(the(fields.Choices))
    open_up(editor, qtbot)
    return editor


def test_an_untouched_rating_says_so_and_is_not_the_lowest(rating: RatingEditor) -> None:
    assert rating.value() is None
    assert rating.state.text() == "Not set yet"
    assert not rating.open.isVisible()
    assert not any(option.isChecked() for option in rating.findChildren(Option))


def test_the_lowest_rating_is_an_answer(rating: RatingEditor) -> None:
    press(Qt.Key.Key_Space)
    assert rating.value() == 0
    assert rating.state.text() == "You set 0"


@pytest.mark.parametrize(("digits", "value"), [("7", 7), ("10", 10), ("0", 0), ("35", 5), ("1", 1)])
def test_digits_set_a_rating(rating: RatingEditor, digits: str, value: int) -> None:
    write(digits)
    assert rating.value() == value


def test_arrows_home_and_end_set_a_rating(rating: RatingEditor) -> None:
    press(Qt.Key.Key_Right)
    assert rating.value() == 0
    press(Qt.Key.Key_Right, times=3)
    assert rating.value() == 3
    press(Qt.Key.Key_End)
    assert rating.value() == 10
    press(Qt.Key.Key_Right)
    assert rating.value() == 10
    press(Qt.Key.Key_Home)
    assert rating.value() == 0


@pytest.mark.parametrize("way", ["delete", "backspace", "again", "button"])
def test_a_rating_can_be_left_open_again(rating: RatingEditor, qtbot: QtBot, way: str) -> None:
    write("4")
    with qtbot.waitSignal(rating.edited):
        if way == "button":
            rating.open.click()
        else:
            press({"delete": Qt.Key.Key_Delete, "backspace": Qt.Key.Key_Backspace, "again": Qt.Key.Key_Space}[way])
    assert rating.value() is None
    assert rating.state.text() == "Not set yet"


def test_both_ends_of_a_rating_are_seen_and_heard(rating: RatingEditor) -> None:
    first, *_, last = rating.findChildren(Option)
    assert heard(first) == "0, all over the place"
    assert heard(last) == "10, steady"


def test_a_rating_from_one_to_five_counts_from_one(theme: Theme, qtbot: QtBot) -> None:
    editor = RatingEditor(fields.Rating(id="r", label="How close", low=1, high=5, low_label="far", high_label="near"))
    open_up(editor, qtbot)
    write("9")
    assert editor.value() is None
    write("5")
    assert editor.value() == 5


def test_a_click_chooses_one_of_a_few_and_another_click_the_other(choice: ChoiceEditor, qtbot: QtBot) -> None:
    rows = choice.findChildren(Option)
    with qtbot.waitSignal(choice.edited):
        click(rows[0])
    assert choice.value() == "push"
    click(rows[2])
    assert choice.value() == "none"
    assert [row.isChecked() for row in rows] == [False, False, True]


def test_a_choice_can_be_let_go(choice: ChoiceEditor) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert choice.value() == "test"
    press(Qt.Key.Key_Delete)
    assert choice.value() is None
    assert not choice.open.isVisible()


def test_a_double_click_is_one_choice(choice: ChoiceEditor) -> None:
    row = choice.findChildren(Option)[1]
    click(row)
    QTest.mouseDClick(row, Qt.MouseButton.LeftButton)
    assert choice.value() == "test"


def test_tab_stops_once_in_a_group_and_at_what_is_chosen(choice: ChoiceEditor) -> None:
    choice.set_value("none")
    stops = [row.words for row in choice.findChildren(Option) if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["It does not reach me"]


def test_an_option_is_read_as_it_is_written(choice: ChoiceEditor) -> None:
    row = choice.findChildren(Option)[1]
    assert heard(row).startswith("Like a test & a trap")
    assert row.shortcut().isEmpty()


def test_any_number_can_be_picked_and_keeps_its_order(choices: ChoicesEditor) -> None:
    ticks = choices.findChildren(Tick)
    click(ticks[2])
    click(ticks[0])
    assert choices.value() == {"picked": ["left", "quiet"], "own": []}
    click(ticks[2])
    click(ticks[0])
    assert choices.value() is None


def test_enter_adds_words_of_ones_own(choices: ChoicesEditor) -> None:
    choices.own.line.setFocus()
    write("  stared at\u00a0the kettle ")
    press(Qt.Key.Key_Return)
    write("hummed")
    press(Qt.Key.Key_Return)
    assert choices.value() == {"picked": [], "own": ["  stared at\u00a0the kettle ", "hummed"]}


def test_words_still_on_the_line_count_and_stay_when_the_keyboard_leaves(choices: ChoicesEditor) -> None:
    choices.own.line.setFocus()
    write("hummed")
    assert choices.value() == {"picked": [], "own": ["hummed"]}
    choices.findChildren(Tick)[0].setFocus()
    assert choices.value() == {"picked": [], "own": ["hummed"]}
    assert choices.own.line.words() == ""


def test_only_spaces_are_not_added(choices: ChoicesEditor) -> None:
    choices.own.line.setFocus()
    write("   ")
    press(Qt.Key.Key_Return)
    assert choices.value() is None


def test_words_of_ones_own_can_be_removed_by_keyboard(choices: ChoicesEditor, qtbot: QtBot) -> None:
    choices.set_value({"picked": [], "own": ["one", "two"]})
    button = next(widget for widget in choices.own.findChildren(QWidget) if widget.accessibleDescription() == "one")
    button.setFocus()
    with qtbot.waitSignal(choices.edited):
        press(Qt.Key.Key_Return)
    assert choices.value() == {"picked": [], "own": ["two"]}
    assert focused() is choices.own.line


def test_a_place_in_the_body_can_have_more_or_less_or_nothing(theme: Theme, qtbot: QtBot) -> None:
    editor = BodyMapEditor(the(fields.BodyMap))
    open_up(editor, qtbot)
    press(Qt.Key.Key_Space)
    assert editor.value() == {"places": {"chest": "more"}, "words": ""}
    press(Qt.Key.Key_Right)
    assert editor.value() == {"places": {"chest": "less"}, "words": ""}
    press(Qt.Key.Key_Space)
    assert editor.value() is None


def test_words_alone_are_an_equal_choice(theme: Theme, qtbot: QtBot) -> None:
    editor = BodyMapEditor(the(fields.BodyMap))
    open_up(editor, qtbot)
    editor.words.setFocus()
    write("like a lid on")
    assert editor.value() == {"places": {}, "words": "like a lid on"}


def test_what_lies_in_no_pile_is_absent(theme: Theme, qtbot: QtBot) -> None:
    editor = SortingEditor(the(fields.Sorting))
    open_up(editor, qtbot)
    press(Qt.Key.Key_End)
    assert editor.value() == {"a": "later"}
    press(Qt.Key.Key_Delete)
    assert editor.value() is None


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_what_the_ends_of_a_scale_mean_stands_below_its_numbers_however_long_it_is(theme: Theme, qtbot: QtBot) -> None:
    long = "not at all like me, on any of these days"
    page = Page()
    editor = page.add(RatingEditor(fields.Rating(id="rating", label="How was it?", low_label=long, high_label=long)))
    page.resize(1200, 800)
    open_up(page, qtbot)
    ends = [words for words in editor.findChildren(Words) if words.text() == long]
    lowest = max(number.mapTo(editor, number.rect().bottomLeft()).y() for number in editor.scale)
    assert [words.mapTo(editor, words.rect().topLeft()).y() > lowest for words in ends] == [True, True]
