"""Editors for words: a line, a sheet, pairs, and a commitment that reads as a sentence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.keys import open_up, press, write
from tests.ui.samples import the
from workbook.content import fields
from workbook.ui.editors.commitment import CommitmentEditor
from workbook.ui.editors.line import LineEditor
from workbook.ui.editors.pairs import PairsEditor
from workbook.ui.editors.paragraph import ParagraphEditor
from workbook.ui.theme import Theme

ANYTHING = st.text(st.characters(exclude_categories=()), min_size=1)
often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def pairs(theme: Theme, qtbot: QtBot) -> PairsEditor:
    editor = PairsEditor(the(fields.Pairs))
    open_up(editor, qtbot)
    return editor


@given(text=ANYTHING)
@often
def test_any_words_come_back_from_a_line_and_from_a_sheet(theme: Theme, text: str) -> None:
    for editor in (LineEditor(the(fields.Line)), ParagraphEditor(the(fields.Paragraph))):
        editor.set_value(text)
        assert editor.value() == text


@given(surface=ANYTHING, underneath=ANYTHING)
@often
def test_any_words_come_back_from_pairs(theme: Theme, surface: str, underneath: str) -> None:
    editor = PairsEditor(the(fields.Pairs))
    value = [{"surface": surface, "underneath": ""}, {"surface": "", "underneath": underneath}]
    editor.set_value(value)
    assert editor.value() == value


def test_twenty_thousand_characters_come_back(theme: Theme, qtbot: QtBot) -> None:
    editor = ParagraphEditor(the(fields.Paragraph))
    qtbot.addWidget(editor)
    editor.show()
    text = "Ich wurde ganz still – wie früher. \n" * 560
    editor.set_value(text)
    assert editor.value() == text


def test_typing_a_line_is_one_answer(theme: Theme, qtbot: QtBot) -> None:
    editor = LineEditor(the(fields.Line))
    open_up(editor, qtbot)
    with qtbot.waitSignal(editor.edited):
        write("I feel <hurt & alone>")
    assert editor.value() == "I feel <hurt & alone>"
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Delete)
    assert editor.value() is None


def test_another_pair_is_one_key_away_and_empty_pairs_are_left_out(pairs: PairsEditor) -> None:
    write("a hard voice")
    pairs.another.setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    write("scared")
    pairs.another.click()
    assert pairs.value() == [
        {"surface": "a hard voice", "underneath": ""},
        {"surface": "", "underneath": "scared"},
    ]


def test_showing_fewer_pairs_takes_the_others_away(pairs: PairsEditor) -> None:
    three = [{"surface": str(number), "underneath": ""} for number in range(3)]
    pairs.set_value(three)
    pairs.set_value(three[:1])
    assert pairs.value() == three[:1]
    pairs.setFocus()
    write("x")
    assert pairs.value() == [{"surface": "0x", "underneath": ""}]


def test_a_commitment_reads_as_a_sentence_and_enter_goes_nowhere(theme: Theme, qtbot: QtBot) -> None:
    editor = CommitmentEditor(the(fields.Commitment))
    open_up(editor, qtbot)
    for words in ("both of us", "ten minutes on the sofa", "Thursday", "we sat down"):
        write(words)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Tab)
    assert editor.value() == {
        "who": "both of us",
        "what": "ten minutes on the sofa",
        "when": "Thursday",
        "know": "we sat down",
    }
    read = [label.text() for label in editor.findChildren(QLabel) if label.buddy() is not None]
    assert read == ["Who?", "Does what?", "When?", "How will you know?"]
