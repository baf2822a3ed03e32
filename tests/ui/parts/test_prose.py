"""An author's words keep their tiny markup; everything else in them is only words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import heard
from workbook.ui.parts.prose import Prose, Words, bare, rich
from workbook.ui.theme import Theme

TEXT = "One *soft* thing\nand more.\n\n- first\n- second\n  goes on\n\nLast & <b>least</b>"


def test_paragraphs_emphasis_and_lists_are_drawn() -> None:
    html = rich(TEXT)
    assert "One <i>soft</i> thing and more." in html
    assert html.count("<li") == 2
    assert "second goes on" in html


def test_nothing_but_the_tiny_markup_is_interpreted() -> None:
    assert "&lt;b&gt;least&lt;/b&gt;" in rich(TEXT)
    assert '<img src="' not in rich('<img src="/etc/passwd">')


@given(st.text())
def test_no_text_brings_in_markup_of_its_own(text: str) -> None:
    known = ("<div", "</div>", "<p", "</p>", "<ul", "</ul>", "<li", "</li>", "<i>", "</i>")
    html = rich(text)
    assert html.count("<") == sum(html.count(tag) for tag in known)


def test_lonely_stars_stay_stars() -> None:
    assert "<i>" not in rich("2 * 3 * 4")


def test_a_screen_reader_hears_the_words_without_markup(theme: Theme, qtbot: QtBot) -> None:
    prose = Prose(TEXT)
    qtbot.addWidget(prose)
    assert heard(prose) == bare(TEXT) == "One soft thing and more.\nfirst\nsecond goes on\nLast & <b>least</b>"


def test_prose_can_be_selected_by_keyboard_but_is_no_stop_for_tab(theme: Theme, qtbot: QtBot) -> None:
    prose = Prose(TEXT)
    qtbot.addWidget(prose)
    assert prose.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not prose.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_words_of_ours_are_never_interpreted(theme: Theme, qtbot: QtBot) -> None:
    words = Words("<b>1 < 2</b> & *so on*")
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert words.text() == "<b>1 < 2</b> & *so on*"


def test_an_ampersand_stays_one_when_words_become_a_label(theme: Theme, qtbot: QtBot) -> None:
    words, other = Words("You & me"), QWidget()
    for widget in (words, other):
        qtbot.addWidget(widget)
    before = words.grab().toImage()
    words.setBuddy(other)
    assert words.text() == "You && me"
    assert words.grab().toImage() == before


def test_the_drawn_text_reads_the_same(theme: Theme) -> None:
    document = QTextDocument()
    document.setHtml(rich(TEXT))
    assert document.toPlainText().split() == bare(TEXT).split()
