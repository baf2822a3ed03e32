"""What was typed can be undone and redone, also after leaving the page and coming back; in memory alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from tests.privacy.search import everything
from tests.robots.window import ALT, CTRL, Hands
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.writing import Writing

SHIFT = Qt.KeyboardModifier.ShiftModifier


def writing(hands: Hands) -> Hands:
    """Somebody alone, at the first page with room for words."""
    return hands.set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself").onward()


def line(hands: Hands) -> Writing:
    found: Writing = hands.shown(Writing)[0]
    return found


def words(hands: Hands) -> str:
    """What stands on the page, which is also what will be kept."""
    walk, shown = hands.on(WalkScreen), line(hands).words()
    assert (walk._answers.get((walk.state.page.step.id, walk.state.page.groups[0].author)) or {}).get("words", "") == shown
    return shown


def undo(hands: Hands) -> Hands:
    return hands.key(Qt.Key.Key_Z, CTRL)


def redo(hands: Hands) -> Hands:
    return hands.key(Qt.Key.Key_Z, CTRL | SHIFT)


def away_and_back(hands: Hands) -> Hands:
    return hands.onward().key(Qt.Key.Key_Left, ALT)


def two_pieces(hands: Hands) -> Hands:
    """Words typed, then a piece of them taken out in one go."""
    writing(hands).write("the door, the dog")
    for _letter in "the dog":
        hands.key(Qt.Key.Key_Left, SHIFT)
    return hands.key(Qt.Key.Key_Delete)


def test_what_was_taken_out_comes_back_and_goes_again(hands: Hands) -> None:
    assert words(two_pieces(hands)) == "the door, "
    assert words(undo(hands)) == "the door, the dog"
    assert words(redo(hands)) == "the door, "


def test_it_can_still_be_undone_after_going_on_and_coming_back(hands: Hands) -> None:
    away_and_back(two_pieces(hands))
    assert words(hands) == "the door, "
    assert words(undo(hands)) == "the door, the dog"
    away_and_back(hands)
    assert words(redo(hands)) == "the door, "
    undo(undo(hands))
    assert words(hands) == ""
    redo(hands)
    assert words(hands) == "the door, the dog"


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_F2])
def test_it_can_still_be_undone_after_help_and_after_a_pause(hands: Hands, key: Qt.Key) -> None:
    two_pieces(hands).key(key).press("Back")
    assert words(undo(hands)) == "the door, the dog"


def test_it_can_still_be_undone_in_another_size_of_words(hands: Hands) -> None:
    two_pieces(hands).size(2.0).tab_into(line(hands))
    assert line(hands).document().defaultFont().pointSizeF() == line(hands).font().pointSizeF()
    assert words(undo(hands)) == "the door, the dog"


def test_pages_far_apart_each_keep_their_own(hands: Hands) -> None:
    two_pieces(hands)
    for _page in range(3):
        hands.onward()
    hands.fill()
    for _page in range(3):
        hands.key(Qt.Key.Key_Left, ALT)
    hands.tab_into(line(hands))
    assert words(undo(hands)) == "the door, the dog"


def test_what_is_undone_after_coming_back_is_what_is_kept(hands: Hands) -> None:
    undo(away_and_back(two_pieces(hands))).press("Enough for today")
    notebook = hands.app.flow.notebook
    (me,) = notebook.unlocked()
    (entry,) = notebook.space(me).entries()
    assert notebook.space(me).answers(entry.sitting.id) == {"cue": {"words": "the door, the dog"}}


def test_g9_nothing_can_be_undone_behind_the_cover_or_after_it(hands: Hands) -> None:
    walk = away_and_back(two_pieces(hands)).on(WalkScreen)
    assert walk.attic
    hands.window.cover()
    hands.settle()
    assert walk.attic == {}
    hands.press("Continue").come_in(0, "first lamp").press("Go on")
    before = words(hands)
    assert words(undo(hands)) == before == "the door, "


def test_g4_where_nothing_is_kept_it_can_be_undone_and_leaves_nothing(hands: Hands) -> None:
    before = everything(hands.folder)
    hands.press("Steady ground")
    while not hands.shown(Writing):
        hands.onward()
    hands.tab_into(line(hands)).write("a lamp").key(Qt.Key.Key_A, CTRL).key(Qt.Key.Key_Delete)
    away_and_back(hands).tab_into(line(hands))
    undo(hands)
    assert line(hands).words() == "a lamp"
    assert everything(hands.folder) == before


def test_what_is_pasted_is_words_alone(hands: Hands, tmp_path: Path) -> None:
    copied = QMimeData()
    copied.setHtml("<b>the <i>door</i></b><img src='file:///x.png'>")
    copied.setText("the door\r\nand the dog")
    copied.setImageData(hands.picture())
    writing(hands)
    QGuiApplication.clipboard().setMimeData(copied)
    hands.key(Qt.Key.Key_V, CTRL)
    assert words(hands) == "the door\nand the dog"
    assert words(undo(hands)) == ""
