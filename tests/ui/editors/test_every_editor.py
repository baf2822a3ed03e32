"""What holds for every editor, whatever it asks for."""

from __future__ import annotations

import json
from random import Random
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, heard, open_up, press
from tests.ui.samples import FIELDS
from workbook.content import fields
from workbook.content.fields import Field
from workbook.ui.editors import editor_for
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.page import Page
from workbook.ui.parts.stops import stops
from workbook.ui.theme import Theme

every_field = pytest.mark.parametrize("field", FIELDS, ids=[type(field).__name__ for field in FIELDS])


def opened(field: Field, qtbot: QtBot) -> tuple[Page, Editor]:
    """An editor on a page that is seen."""
    page = Page()
    editor = page.add(editor_for(field))
    page.resize(900, 600)
    open_up(page, qtbot)
    editor.setFocus()
    return page, editor


def test_every_field_has_an_editor_and_a_sample_here() -> None:
    assert {type(field) for field in FIELDS} == set(get_args(Field))
    assert set(editor_for.registry) >= set(get_args(Field))


def test_something_that_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError):
        editor_for(fields.Option("a", "A"))


@every_field
def test_an_untouched_editor_says_nothing(theme: Theme, qtbot: QtBot, field: Field) -> None:
    _, editor = opened(field, qtbot)
    assert editor.value() is None


@every_field
@pytest.mark.parametrize("seed", range(5))
def test_an_answer_comes_back_exactly(theme: Theme, qtbot: QtBot, field: Field, seed: int) -> None:
    editor = editor_for(field)
    qtbot.addWidget(editor)
    answer = field.sample(Random(seed))
    editor.set_value(answer)
    assert editor.value() == answer
    assert json.loads(json.dumps(editor.value())) == answer
    assert field.check(editor.value()) is None


@every_field
def test_an_answer_can_be_taken_away_again(theme: Theme, qtbot: QtBot, field: Field) -> None:
    editor = editor_for(field)
    qtbot.addWidget(editor)
    editor.set_value(field.sample(Random(1)))
    editor.set_value(None)
    assert editor.value() is None


@every_field
def test_showing_an_answer_is_not_editing(theme: Theme, qtbot: QtBot, field: Field) -> None:
    editor = editor_for(field)
    qtbot.addWidget(editor)
    with qtbot.assertNotEmitted(editor.edited):
        editor.set_value(field.sample(Random(2)))


@every_field
def test_the_label_is_seen_and_names_the_editor(theme: Theme, qtbot: QtBot, field: Field) -> None:
    _, editor = opened(field, qtbot)
    assert editor.heading.isVisible()
    assert editor.heading.text() == field.label
    assert editor.accessibleName() == field.label


@every_field
def test_everything_that_takes_the_keyboard_has_a_name_and_something_to_read(theme: Theme, qtbot: QtBot, field: Field) -> None:
    _, editor = opened(field, qtbot)
    editor.set_value(field.sample(Random(3)))
    QApplication.processEvents()
    named = [widget for widget in editor.findChildren(QWidget) if _takes_keys(widget)]
    assert named
    assert all(heard(widget) for widget in named)
    shown = {label.text() for label in editor.findChildren(QLabel) if label.isVisible()}
    buddies = {label.buddy(): label.text() for label in editor.findChildren(QLabel) if label.buddy() is not None}
    for widget in named:
        if widget.inherits("QAbstractButton"):
            assert widget.property("text")
        else:
            assert heard(widget) in shown or widget in buddies


@every_field
def test_every_stop_of_the_keyboard_can_be_reached_and_left_by_tab(theme: Theme, qtbot: QtBot, field: Field) -> None:
    page, editor = opened(field, qtbot)
    editor.set_value(field.sample(Random(4)))
    QApplication.processEvents()
    expected = list(stops(page))
    editor.setFocus()
    walked = [focused()]
    for _ in expected[1:]:
        press(Qt.Key.Key_Tab)
        walked.append(focused())
    assert walked == expected
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, len(expected) - 1)
    assert focused() == expected[0]


@every_field
def test_it_tells_once_that_the_keyboard_has_left(theme: Theme, qtbot: QtBot, field: Field) -> None:
    page, editor = opened(field, qtbot)
    elsewhere = page.add(QLineEdit())
    elsewhere.show()
    left: list[bool] = []
    editor.finished.connect(lambda: left.append(True))
    elsewhere.setFocus()
    assert left == [True]


@every_field
def test_a_fault_stands_beside_it_and_goes_again(theme: Theme, qtbot: QtBot, field: Field) -> None:
    _, editor = opened(field, qtbot)
    editor.show_fault("This should be words.")
    shown = [label for label in editor.findChildren(QLabel) if label.text() == "This should be words."]
    assert [label.isVisible() for label in shown] == [True]
    assert editor.accessibleDescription() == "This should be words."
    editor.show_fault(None)
    assert [label.isVisible() for label in shown] == [False]


@every_field
@pytest.mark.parametrize("scale", [1.0, 2.0, 2.5])
def test_nothing_is_cut_off_in_a_small_window(theme: Theme, qtbot: QtBot, field: Field, scale: float) -> None:
    theme.set_scale(scale)
    page, editor = opened(field, qtbot)
    editor.set_value(field.sample(Random(5)))
    for _ in range(4):
        QApplication.processEvents()
    room = page.column.width()
    for widget in editor.findChildren(QWidget):
        if widget.isVisible() and widget.parentWidget() is not None and not widget.inherits("QScrollBar"):
            right = widget.mapTo(page.column, widget.rect().bottomRight())
            assert right.x() <= room
    for label in editor.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())


def _takes_keys(widget: QWidget) -> bool:
    wanted = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    reads = QAccessible.queryAccessibleInterface(widget) is not None
    return wanted and reads and widget.isVisible() and not widget.inherits("QLabel")
