"""What goes wrong is said in place, with what to do next, and the words stay on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests.robots.window import CHEAP, Hands
from workbook.screens.notice import NoticeScreen
from workbook.screens.unlock import FirstTurnScreen, UnlockScreen
from workbook.screens.walk import WalkScreen
from workbook.storage.notebooks import FolderNotebooks
from workbook.storage.space import VaultSpace
from workbook.trouble import Trouble
from workbook.ui.parts.writing import Writing


@pytest.fixture
def writing(hands: Hands) -> Hands:
    """Somebody alone, at a page with room for words."""
    return hands.set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself").onward()


def full_disk(*_arguments: object) -> None:
    raise Trouble("disk-full")


def words_on_the_line(hands: Hands) -> str:
    (line,) = hands.shown(Writing)
    words: str = line.words()
    return words


def test_words_that_cannot_be_kept_stay_and_can_be_copied_and_tried_again(writing: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(VaultSpace, "save", full_disk)
        writing.write("the dishes").key(Qt.Key.Key_Tab)
        assert writing.on(WalkScreen).state.status == "Not saved"
        assert "The disk is full. What is on the screen stays there." in writing.said()
        writing.press("Try again").press("Copy the words")
        assert QGuiApplication.clipboard().text() == "the dishes"
        assert words_on_the_line(writing) == "the dishes"
    writing.key(Qt.Key.Key_Backtab).key(Qt.Key.Key_Space)
    assert writing.on(WalkScreen).state.status == "Saved"
    assert "The disk is full" not in writing.said()
    assert writing.focus.isVisible()


def test_the_window_does_not_close_over_words_that_cannot_be_kept(writing: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(VaultSpace, "save", full_disk)
        writing.write("the dishes").window.close()
        writing.settle()
        assert writing.window.isVisible()
        assert words_on_the_line(writing) == "the dishes"
        assert "Leave without saving" in writing.said()
        writing.press("Leave without saving")
        assert isinstance(writing.screen, NoticeScreen)


def test_a_wrong_passphrase_is_told_in_place_and_typing_again_is_enough(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").press("Close").come_in(0, "second lamp")
    assert "That is not this space's passphrase" in hands.on(UnlockScreen).state.fault
    assert "second lamp" not in hands.said()
    hands.enter("first lamp")
    assert hands.seen[-1] == "HomeScreen"


def test_two_passphrases_that_differ_are_told_in_place(hands: Hands) -> None:
    hands.set_up("Zoë").write("first lamp").key(Qt.Key.Key_Return).write("first lmap").key(Qt.Key.Key_Return)
    assert "The two are not the same" in hands.on(FirstTurnScreen).state.fault
    assert "The two are not the same" in hands.said()


def test_a_passphrase_never_shows(hands: Hands) -> None:
    hands.set_up("Zoë")
    assert [line.echoMode() for line in hands.shown(QLineEdit)] == [QLineEdit.EchoMode.Password] * 2


def test_a_notebook_that_is_open_elsewhere_is_told_and_left_alone(tmp_path: Path) -> None:
    first = Hands(tmp_path).open().set_up("Zoë").first_turn("first lamp")
    second = Hands(tmp_path).open()
    assert "already open in another window" in second.said()
    second.close()
    first.close()
    FolderNotebooks(tmp_path / "notebook", CHEAP).open(tmp_path / "notebook").close()


def test_names_that_are_missing_or_the_same_are_told_in_place(hands: Hands) -> None:
    hands.set_up("Zoë", "")
    assert "Each needs a name" in hands.said()
    lines = hands.shown(QLineEdit)
    hands.tab_into(lines[1]).write("Zoë").press("Make the notebook")
    assert "Two names that are the same" in hands.said()
