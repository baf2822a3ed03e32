"""What was typed comes back character for character."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from workbook.ui.parts.exact import as_pasted, for_eyes, for_screen, from_screen

ANYTHING = st.text(st.characters(exclude_categories=()))


@given(ANYTHING)
@example("\ud83d lone \r\n \u2029 \ufdd0 \ufeff \ufffe \U0010f000 \U0010f8ff")
def test_every_text_comes_back(text: str) -> None:
    assert from_screen(for_screen(text)) == text


@given(ANYTHING)
def test_what_is_on_screen_holds_nothing_qt_would_change(text: str) -> None:
    assert not set(for_screen(text)) & set("\r\u2029\ufdd0\ufdd1\ufeff\ufffe\ud800\udfff")


def test_ordinary_words_are_left_alone() -> None:
    words = "Żal mi,\n\u00a0że\twyszłam 😀 בלי מילה  "
    assert for_screen(words) == words


def test_pasted_line_ends_become_ours() -> None:
    assert as_pasted("a\r\nb\rc\u2029d\ne") == "a\nb\nc\nd\ne"


def test_what_cannot_be_shown_is_shown_as_that() -> None:
    assert for_eyes("a\ud800b") == "a\ufffdb"


def test_a_stray_mark_typed_by_itself_does_no_harm(qtbot: QtBot) -> None:
    assert from_screen("\U0010f8fe") == "\U0010f8fe"
