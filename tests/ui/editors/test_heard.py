"""What a screen reader is told of everything in an editor: what it is, what it is called, how it stands, what it belongs to."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import open_up, press
from tests.ui.samples import FIELDS, the
from workbook.content import fields
from workbook.content.fields import Field
from workbook.ui.editors import editor_for
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.options import OneOf, Option, Tick
from workbook.ui.parts.page import Page
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("theme")
every_field = pytest.mark.parametrize("field", FIELDS, ids=[type(field).__name__ for field in FIELDS])
ROLES: dict[type[QWidget], QAccessible.Role] = {
    Option: QAccessible.Role.RadioButton,
    Tick: QAccessible.Role.CheckBox,
    Writing: QAccessible.Role.EditableText,
    Button: QAccessible.Role.Button,
}


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> Page:
    return Page()


def answered(field: Field, page: Page, qtbot: QtBot) -> Editor:
    """Its editor with an answer in it, on a page that is seen."""
    editor = page.add(editor_for(field))
    page.resize(900, 700)
    open_up(page, qtbot)
    editor.set_value(field.sample(Random(3)))
    QApplication.processEvents()
    return editor


def told(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def takers(editor: Editor) -> list[QWidget]:
    """Everything here that a person can act on."""
    acting = (*ROLES, QAbstractButton)
    return [each for each in editor.findChildren(QWidget) if isinstance(each, acting) and each.isVisible()]


@every_field
def test_everything_is_said_to_be_what_it_is(page: Page, qtbot: QtBot, field: Field) -> None:
    for widget in takers(answered(field, page, qtbot)):
        role = next((role for kind, role in ROLES.items() if isinstance(widget, kind)), None)
        assert role is not None, f"a {type(widget).__name__} of which nobody has said what it is"
        assert told(widget).role() == role, widget


@every_field
def test_everything_says_what_it_belongs_to(page: Page, qtbot: QtBot, field: Field) -> None:
    editor = answered(field, page, qtbot)
    for widget in takers(editor):
        named = told(widget).text(QAccessible.Text.Name)
        assert named, f"a {type(widget).__name__} without a name"
        beside = told(widget).text(QAccessible.Text.Description)
        labelled = any(relation == QAccessible.RelationFlag.Label for _other, relation in told(widget).relations())
        only = isinstance(widget, Button)  # a button of the editor itself says by its words what it does
        assert beside or labelled or only, f"{named!r} belongs to nothing"


@every_field
def test_how_it_stands_is_told_as_it_is_shown(page: Page, qtbot: QtBot, field: Field) -> None:
    for widget in takers(answered(field, page, qtbot)):
        state = told(widget).state()
        if isinstance(widget, (Option, Tick)):
            assert state.checkable
            assert state.checked == widget.isChecked()
        elif isinstance(widget, Writing):
            assert state.editable
            assert not state.readOnly
            assert told(widget).text(QAccessible.Text.Value) == widget.words()


def test_of_one_question_one_answer_at_most_is_told_as_chosen_and_it_can_be_let_go(qtbot: QtBot) -> None:
    editor = editor_for(the(fields.Choice))
    open_up(editor, qtbot)
    options = editor.findChildren(Option)
    heard: list[list[int]] = []
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Delete):
        editor.setFocus()
        press(key)
        heard.append([told(option).state().checked for option in options])
    assert heard == [[1, 0, 0], [0, 1, 0], [0, 0, 0]]
    assert editor.value() is None


def test_two_questions_side_by_side_do_not_take_each_others_answers_away(qtbot: QtBot) -> None:
    both = QWidget()
    groups = [OneOf(both), OneOf(both)]
    for group in groups:
        for words in ("yes", "no"):
            group.add(Option(words, parent=both))
    open_up(both, qtbot)
    groups[0].pick(0)
    groups[1].pick(1)
    assert [group.chosen for group in groups] == [0, 1]
    press(Qt.Key.Key_Space)
    assert [group.chosen for group in groups] == [0, None]
