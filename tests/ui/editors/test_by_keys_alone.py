"""Every field is answered by keys alone, as the robot at the real window does it; what was typed comes back exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.robots.answering import answer, answer_of
from tests.ui.keys import focused, open_up, press, write
from tests.ui.samples import FIELDS, the
from workbook.content import fields
from workbook.content.fields import Field
from workbook.ui.editors import editor_for
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.chip import Chip
from workbook.ui.parts.countdown import Countdown
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.options import Option
from workbook.ui.parts.page import Page
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import Theme

ALT = Qt.KeyboardModifier.AltModifier
every_field = pytest.mark.parametrize("field", FIELDS, ids=[type(field).__name__ for field in FIELDS])


class Fingers:
    """As much of the robot's hands as an editor by itself needs."""

    def key(self, key: Qt.Key) -> Fingers:
        """One key."""
        press(key)
        QApplication.processEvents()
        return self

    def write(self, text: str) -> Fingers:
        """Words."""
        write(text)
        return self

    def tab_to(self, wanted: Callable[[QWidget], bool]) -> Fingers:
        """Tab until the focus is where it is wanted."""
        for _stop in range(80):
            if wanted(focused()):
                return self
            self.key(Qt.Key.Key_Tab)
        raise AssertionError("Tab never comes there")

    def tab_into(self, holder: QWidget, kind: type[QWidget]) -> Fingers:
        """Tab to the first thing of a kind."""
        return self.tab_to(lambda at: isinstance(at, kind) and holder.isAncestorOf(at))

    def press(self, words: str) -> Fingers:
        """Tab to a button and press it."""
        self.tab_to(lambda at: isinstance(at, Button) and at.text().startswith(words))
        return self.key(Qt.Key.Key_Space)


Opening = Callable[..., Editor]


@pytest.fixture
def opened(theme: Theme, qtbot: QtBot) -> Iterator[Opening]:
    """Opens an editor on a page that is seen, with the keyboard in it."""
    pages: list[Page] = []

    def open_one(field: Field, value: object = None) -> Editor:
        page = Page()
        pages.append(page)
        editor = page.add(editor_for(field))
        editor.set_value(value)
        page.resize(900, 600)
        open_up(page, qtbot)
        editor.setFocus()
        return editor

    yield open_one
    pages.clear()


@every_field
def test_a_field_is_answered_by_keys_alone(opened: Opening, field: Field) -> None:
    value: Any = [{"what": "a walk", "how": ""}, {"what": "tea", "how": ""}] if isinstance(field, fields.Reviewed) else None
    editor = opened(field, value)
    said = answer(Fingers(), editor, field, "We sat <down> & stayed")
    assert said is not None
    assert editor.value() == said
    assert field.check(said) is None


def test_the_robot_can_answer_nothing_else() -> None:
    with pytest.raises(TypeError):
        answer_of(Option, Fingers(), Editor("nothing"), "")


def test_a_day_that_is_no_day_comes_back_as_it_was_typed(opened: Opening) -> None:
    editor = opened(the(fields.Day))
    Fingers().write("soon, I hope")
    assert editor.value() == "soon, I hope"
    assert the(fields.Day).check(editor.value()) is not None


def test_a_day_is_picked_from_a_month_by_keys(opened: Opening) -> None:
    editor = opened(the(fields.Day), "2026-05-31")
    Fingers().press("Pick a day").key(Qt.Key.Key_Down).key(Qt.Key.Key_Left).key(Qt.Key.Key_PageUp).key(Qt.Key.Key_Return)
    assert editor.value() == "2026-05-06"


def test_nothing_is_picked_by_opening_the_month(opened: Opening) -> None:
    editor = opened(the(fields.Day))
    Fingers().press("Pick a day").press("Pick a day")
    assert editor.value() is None


def test_the_rings_of_feelings_open_one_after_the_other(opened: Opening) -> None:
    editor = opened(the(fields.Feelings))
    fingers = Fingers()
    seen = [sum(chip.isVisible() for chip in editor.findChildren(Chip))]
    for _ring in range(2):
        fingers.press("More words").key(Qt.Key.Key_Space)
        seen.append(sum(chip.isVisible() for chip in editor.findChildren(Chip)))
    assert seen == [10, 24, 37]
    assert editor.value() == {"picked": ["let-down", "invisible"], "own": []}


def test_alt_and_an_arrow_move_a_thing_up_and_down_the_order(opened: Opening) -> None:
    editor = opened(the(fields.Ranking), ["walk", "eat"])
    press(Qt.Key.Key_Down, ALT)
    assert editor.value() == ["eat", "walk"]
    press(Qt.Key.Key_Down, ALT)
    assert editor.value() == ["eat"]
    press(Qt.Key.Key_Up, ALT, 2)
    assert editor.value() == ["walk", "eat"]


def test_things_are_put_next_one_after_the_other_with_the_space_bar(opened: Opening) -> None:
    editor = opened(the(fields.Ranking))
    press(Qt.Key.Key_Space, times=4)
    assert editor.value() == ["eat", "hear", "walk", "sleep"]
    Fingers().press("Take out")
    assert len(editor.value()) == 3


def test_a_thing_that_is_no_longer_offered_keeps_its_place_in_the_order_and_in_its_pile(opened: Opening) -> None:
    for field, value in ((the(fields.Ranking), ["humming", "walk"]), (the(fields.Sorting), {"humming": "keep", "a": "bring"})):
        assert opened(field, value).value() == value


def test_what_nobody_agreed_to_is_told_as_what_holds(opened: Opening) -> None:
    editor = opened(the(fields.Consent))
    holds = [label for label in editor.findChildren(QWidget) if label.property("text") == "While you choose nothing: no"]
    assert [label.isVisible() for label in holds] == [True, True]
    press(Qt.Key.Key_End)
    assert [label.isVisible() for label in holds] == [False, True]
    assert editor.value() == {"hand": "yes"}


def test_entries_change_their_order_and_their_side_of_the_line(opened: Opening) -> None:
    editor = opened(the(fields.Timeline))
    fingers = Fingers()
    fingers.press("Add: What I learned").write("seven")
    fingers.press("Add: What happened").write("nine")
    assert [(row["when"], row["lane"]) for row in editor.value()] == [("seven", "learned"), ("nine", "happened")]
    fingers.press("Earlier").press("Other side")
    assert [(row["when"], row["lane"]) for row in editor.value()] == [("nine", "learned"), ("seven", "learned")]
    fingers.press("Remove").press("Remove")
    assert editor.value() is None


def test_cards_of_a_topic_that_is_left_out_are_not_turned(opened: Opening) -> None:
    editor = opened(the(fields.Cards))
    fingers = Fingers()
    fingers.key(Qt.Key.Key_Space)  # the first topic
    fingers.tab_into(editor, Writing).write("save it")
    fingers.press("Turn the next card").write("an old one")
    assert editor.value() == {
        "left_out": ["days"],
        "cards": {"money": {"own": "save it", "guess": ""}, "song": {"own": "an old one", "guess": ""}},
    }
    assert not any(button.isVisible() for button in editor.findChildren(Button) if button.text() == "Turn the next card")


def test_words_on_a_card_stay_when_its_topic_is_left_out_and_comes_back(opened: Opening) -> None:
    value = {"left_out": [], "cards": {"morning": {"own": "tea", "guess": ""}}}
    editor = opened(the(fields.Cards), value)
    press(Qt.Key.Key_Space, times=2)
    assert editor.value() == value


def test_the_board_starts_one_clock_at_a_time(opened: Opening) -> None:
    editor = opened(the(fields.Agenda), {"order": ["loop", "arrive"], "done": [], "keeps": {}, "parked": []})
    clocks = editor.findChildren(Countdown)
    fingers = Fingers()
    fingers.press("Begin")
    fingers.tab_to(lambda at: isinstance(at, Button) and at.text() == "Begin").key(Qt.Key.Key_Space)
    running = [sum(clock.running for clock in clocks)]
    fingers.press("Hold the clock")
    running.append(sum(clock.running for clock in clocks))
    assert running == [1, 0]


def test_more_than_ninety_minutes_on_the_board_ask_for_a_break(opened: Opening) -> None:
    editor = opened(the(fields.Agenda), {"order": ["hard"], "done": [], "keeps": {}, "parked": []})
    told = next(label for label in editor.findChildren(QWidget) if str(label.property("text")).startswith("On the board"))
    assert "break" not in str(told.property("text"))
    Fingers().press("Put it on the board").press("Put it on the board")
    assert "After 90 minutes at the latest, take a break" in str(told.property("text"))
