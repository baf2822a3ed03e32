"""Words survive what people and computers do to them: odd pastes, files let go on a page, input methods, the second of a lock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.robots.window import CTRL, Hands
from workbook.screens.cover import CoverScreen
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.writing import OURS, Writing


@pytest.fixture
def writing(hands: Hands) -> Hands:
    """Somebody alone, at the first page with room for words."""
    return hands.set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself").onward()


def line(hands: Hands) -> Writing:
    found: Writing = hands.shown(Writing)[0]
    return found


def kept(hands: Hands) -> object:
    """What lies in the vault."""
    notebook = hands.app.flow.notebook
    (me,) = notebook.unlocked()
    (entry,) = notebook.space(me).entries()
    return (notebook.space(me).answers(entry.sitting.id).get("cue") or {}).get("words")


def come_back(hands: Hands) -> Hands:
    return hands.press("Continue").come_in(0, "first lamp").press("Go on")


def compose(hands: Hands, preedit: str, commit: str = "") -> Hands:
    """What an input method sends while somebody writes a word with it."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(hands.focus, event)
    return hands


@pytest.mark.parametrize(
    "pasted",
    ["nul\0l", "a \ud800 half", "\udc00\ud800", "\ufdd0\ufffe\uffff", "a\u2028b\x85c\vd", "\u202eodd", "\ufeffbom", "e\u0301"],
    ids=range(8),
)
def test_odd_characters_are_pasted_kept_and_come_back_as_they_are(writing: Hands, pasted: str) -> None:
    source = QMimeData()
    source.setText(pasted)
    line(writing).insertFromMimeData(source)
    given = source.text()  # no clipboard gives half a character, nor what tells the order of bytes
    assert line(writing).words() == given
    writing.press("Enough for today")
    assert kept(writing) == (given or None)


def test_only_pictures_or_markup_paste_nothing_that_is_no_words(writing: Hands) -> None:
    source = QMimeData()
    source.setImageData(writing.picture())
    QGuiApplication.clipboard().setMimeData(source)
    assert line(writing.key(Qt.Key.Key_V, CTRL)).words() == ""


def test_five_million_letters_are_pasted_undone_and_kept(writing: Hands) -> None:
    long = "I felt small and quiet.\n" * 200_000
    QGuiApplication.clipboard().setText(long)
    assert line(writing.key(Qt.Key.Key_V, CTRL)).words() == long
    writing.key(Qt.Key.Key_Z, CTRL)
    assert line(writing).words() == ""
    writing.key(Qt.Key.Key_V, CTRL).press("Enough for today")
    assert kept(writing) == long


def test_a_file_let_go_on_the_page_leaves_no_path_there(writing: Hands) -> None:
    sheet = line(writing.write("before"))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile("/home/zoe/secret letter.txt")])
    dropped.setText("file:///home/zoe/secret%20letter.txt")
    at = QPointF(sheet.rect().center())
    event = QDropEvent(at, Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(sheet.viewport(), event)
    assert line(writing.settle()).words() == "before"


def test_a_word_that_is_still_being_composed_is_not_disturbed_by_keeping(writing: Hands) -> None:
    compose(writing.write("the "), "ni")
    QTest.qWait(1300)  # words are kept a second after the last key
    compose(writing.settle(), "にほ")
    assert line(writing).textCursor().block().layout().preeditAreaText() == "にほ"
    compose(writing, "", "日本")
    writing.write(" door").press("Enough for today")
    assert kept(writing) == "the 日本 door"


def test_g9_what_is_typed_in_the_very_moment_of_the_cover_is_kept(writing: Hands) -> None:
    QTest.keyClicks(line(writing), "the plate fell")
    writing.window.cover()
    come_back(writing.settle())
    assert line(writing).words() == "the plate fell"


def test_g9_a_half_composed_word_is_gone_with_the_cover_and_what_stood_before_it_is_kept(writing: Hands) -> None:
    compose(writing.write("the plate "), "fel")
    writing.window.cover()
    come_back(writing.settle())
    assert line(writing).words() == "the plate "


def test_g12_what_is_typed_in_the_very_second_of_a_lock_is_kept(writing: Hands) -> None:
    QTest.keyClicks(line(writing), "the plate fell")
    writing.window.lock()
    assert line(writing).words() == "the plate fell" or not writing.shown(Writing)
    writing.settle().come_in(0, "first lamp").press("Go on")
    assert line(writing).words() == "the plate fell"


def test_keys_that_come_while_it_locks_go_nowhere(writing: Hands) -> None:
    sheet = line(writing)
    QTest.keyClicks(sheet, "the plate")
    writing.window.lock()
    for letter in " fell":
        QTest.keyClicks(QApplication.focusWidget() or writing.window, letter)
        QApplication.processEvents()
    writing.settle().come_in(0, "first lamp").press("Go on")
    assert line(writing).words().startswith("the plate")
    assert "the plate fell".startswith(line(writing).words())


def test_what_is_cut_is_ours_and_goes_from_the_clipboard_with_the_cover(writing: Hands) -> None:
    writing.write("the plate").key(Qt.Key.Key_A, CTRL).key(Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().mimeData().hasFormat(OURS)
    writing.window.cover()
    writing.settle()
    assert QGuiApplication.clipboard().text() == ""


def test_g9_the_cover_comes_where_nothing_was_ever_copied(writing: Hands) -> None:
    QGuiApplication.clipboard().clear()
    writing.window.cover()
    assert isinstance(writing.settle().screen, CoverScreen)


def test_what_somebody_copied_elsewhere_stays_on_the_clipboard(writing: Hands) -> None:
    QGuiApplication.clipboard().setText("a recipe")
    writing.window.cover()
    writing.settle()
    assert QGuiApplication.clipboard().text() == "a recipe"


def test_g9_what_was_only_selected_goes_too_where_that_copies(writing: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    class OfADesktop:
        """A clipboard that holds what was selected, as on X11; this test's own display has none."""

        Mode = QClipboard.Mode

        def __init__(self) -> None:
            self.held = {QClipboard.Mode.Selection}

        def ownsClipboard(self) -> bool:
            return False

        def ownsSelection(self) -> bool:
            return True

        def mimeData(self) -> QMimeData:
            return QMimeData()

        def clear(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
            self.held.discard(mode)

    desktop = OfADesktop()
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: desktop)
    writing.window.cover()
    writing.settle()
    assert not desktop.held


def test_after_a_lock_nothing_can_be_undone(writing: Hands) -> None:
    writing.write("the plate fell").key(Qt.Key.Key_A, CTRL).key(Qt.Key.Key_Delete).write("nothing")
    walk = writing.on(WalkScreen)
    writing.window.lock()
    writing.settle()
    assert walk.attic == {}
    writing.come_in(0, "first lamp").press("Go on").key(Qt.Key.Key_Z, CTRL)
    assert line(writing).words() == "nothing"
