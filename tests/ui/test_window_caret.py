"""Whoever comes back goes on at the same letter of the same line: after help, a larger size, a lock, and on another day."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.robots.window import CTRL, Hands
from workbook.couple import caret
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.writing import Writing

SAID = "washed the pan"


def at_a_letter(hands: Hands) -> Hands:
    """In the second of three lines, before the last four letters."""
    hands.set_up("Zoë").first_turn("first lamp").alt("F").key(Qt.Key.Key_Return)
    assert hands.on(WalkScreen).state.page.step.id == "things"
    hands.tab_into(hands.shown(Writing)[1]).write(SAID)
    for _letter in range(4):
        hands.key(Qt.Key.Key_Left)
    return hands


def help_and_back(hands: Hands) -> None:
    hands.key(Qt.Key.Key_F1).alt("b")


def pause_and_back(hands: Hands) -> None:
    hands.key(Qt.Key.Key_F2).alt("b")


def larger(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Equal, CTRL)


def tomorrow(hands: Hands) -> None:
    hands.alt("e").press("Close the notebook").come_in(0, "first lamp").press("Go on")


def by_the_button(hands: Hands) -> None:
    hands.press("Enough for today").press("My page").press("Go on")


def only_looked(hands: Hands) -> None:
    """Back on another day, and away again without a key among the words."""
    tomorrow(hands)
    by_the_button(hands)


def locked(hands: Hands) -> None:
    hands.app.flow.lock()
    hands.settle().come_in(0, "first lamp").press("Go on")


def covered(hands: Hands) -> None:
    for _press in range(3):
        QTest.keyClick(hands.window.windowHandle(), Qt.Key.Key_Escape)
    hands.settle().press("Continue").come_in(0, "first lamp").press("Go on")


WAYS = (help_and_back, pause_and_back, larger, tomorrow, by_the_button, only_looked, locked, covered)


@pytest.mark.parametrize("away", WAYS)
def test_the_keyboard_is_back_at_the_same_letter(hands: Hands, away: Callable[[Hands], None]) -> None:
    away(at_a_letter(hands))
    line = hands.focus
    assert isinstance(line, Writing)
    assert (line.words(), line.textCursor().position()) == (SAID, len(SAID) - 4)
    hands.write(" red")
    assert line.words() == "washed the red pan"


def test_the_next_page_begins_where_any_page_begins(hands: Hands) -> None:
    at_a_letter(hands).onward().alt("b")
    assert hands.focus is hands.shown(Writing)[0]


def test_what_is_shorter_than_it_was_has_the_keyboard_at_its_end(hands: Hands) -> None:
    at_a_letter(hands).alt("e").press("My page")
    (me,) = hands.app.flow.notebook.unlocked()
    space = hands.app.flow.notebook.space(me)
    (entry,) = space.entries()
    space.set(caret.SETTING, caret.to_setting(entry.sitting.id, entry.place, caret.Caret(1, 999)))
    hands.press("Go on")
    assert hands.focus.textCursor().position() == len(SAID)  # type: ignore[attr-defined]
