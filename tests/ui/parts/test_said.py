"""Words that were said are copied as they were typed, however they had to be broken to be shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.keys import open_up, press
from workbook.ui.parts.exact import breakable, unbroken
from workbook.ui.parts.said import Said
from workbook.ui.parts.writing import OURS

pytestmark = pytest.mark.usefixtures("theme")


@pytest.mark.parametrize(
    "text", ["two words", "x" * 200, "a\u200bb" + "y" * 90, "😭" * 85, "first\n\nsecond " + "z" * 41], ids=range(5)
)
@pytest.mark.parametrize("mark", ["", "– "])
def test_what_is_copied_is_what_was_typed(qtbot: QtBot, text: str, mark: str) -> None:
    words = Said(text, mark)
    open_up(words, qtbot)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text
    assert QGuiApplication.clipboard().mimeData().hasFormat(OURS)


def units(text: str) -> int:
    """How long Qt says a text is."""
    return len(text.encode("utf-16-le")) // 2


@given(st.text(st.sampled_from("ab \u200b😭\n"), max_size=150), st.integers(0, 150))
def test_two_halves_of_what_is_shown_are_the_whole_of_what_was_typed(text: str, at: int) -> None:
    shown = breakable(text)
    middle = units(shown[:at])
    assert unbroken(text, 0, middle) + unbroken(text, middle, units(shown)) == text
