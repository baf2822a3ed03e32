"""What is folded away says so, and then how it is folded away again: its words are what is seen and what is heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import open_up, press
from tests.ui.test_keyboard import name_of
from workbook.content.fields import Day
from workbook.screens.carrying import Carried
from workbook.ui.editors.day import DayEditor
from workbook.ui.parts.before import Before
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.fold import Fold
from workbook.ui.parts.stuck import Stuck

pytestmark = pytest.mark.usefixtures("theme")


def folds() -> list[tuple[QWidget, Button]]:
    """Everything that unfolds at a press, and what is pressed."""
    day, stuck, fold = DayEditor(Day(id="day", label="When?")), Stuck("Start with where you stood."), Fold("A role …")
    before = Before((Carried("Cue", "the dishes", {}),), lambda _one: None)
    return [(day, day.pick), (stuck, stuck.button), (before, before.button), (fold, fold.button)]


@pytest.mark.parametrize("at", range(4), ids=("day", "stuck", "before", "fold"))
def test_what_is_unfolded_is_heard_to_be_so(qtbot: QtBot, at: int) -> None:
    whole, button = folds()[at]
    open_up(whole, qtbot)
    button.setFocus()
    folded = name_of(button)
    button.click()
    assert name_of(button) == button.text() == f"{folded.removesuffix(' …')} – fold away"
    button.click()
    assert name_of(button) == folded


def test_a_day_that_is_picked_folds_the_month_away(qtbot: QtBot) -> None:
    day = DayEditor(Day(id="day", label="When?"))
    open_up(day, qtbot)
    day.pick.click()
    press(Qt.Key.Key_Return)
    assert day.month.isHidden()
    assert name_of(day.pick) == "Pick a day"


def test_the_keyboard_goes_to_what_was_unfolded(qtbot: QtBot) -> None:
    fold = Fold("A role instead of a name …")
    fold.first = QLineEdit()
    fold.rows.addWidget(fold.first)
    open_up(fold, qtbot)
    fold.button.click()
    assert fold.first.hasFocus()
