"""A word that was misspelt, looked up and kept is on no disk but in its owner's vault, and no other page knows it (G13, G15)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.privacy.search import traces
from tests.robots.window import Hands
from tests.spelling import tiny
from workbook.ui.parts.spelt import Spelt
from workbook.ui.parts.writing import Writing
from workbook.ui.views.walk import WalkView

CANARY = "Zolquix"


@pytest.fixture(autouse=True)
def dictionary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("hunspell", reason="no wheel of it for this computer")
    folder = tmp_path_factory.mktemp("dictionaries")
    tiny.write(folder)
    monkeypatch.setenv("DICPATH", str(folder))


def spelt(hands: Hands) -> Spelt:
    view = hands.view
    assert isinstance(view, WalkView)
    found = view.findChild(Spelt)
    assert isinstance(found, Spelt)
    return found


def other_door(hands: Hands) -> Hands:
    """To the second one's door."""
    doors = [button for button in hands.shown(QPushButton) if type(button).__name__ == "PictureButton"]
    return hands.tab_to(lambda at: at is doors[1], "a door").key(Qt.Key.Key_Space)


def at_words(hands: Hands) -> Hands:
    while not hands.shown(Writing):
        hands.onward()
    return hands.tab_into(hands.shown(Writing)[0])


def looked(hands: Hands, qtbot: QtBot) -> list[str]:
    qtbot.wait(450)
    hands.settle()
    return spelt(hands).marked()


def keep(hands: Hands) -> None:
    hands.key(Qt.Key.Key_F7)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Keep this word").trigger()
    menu.close()
    hands.settle()


def test_g13_g15_a_kept_word_is_in_ones_own_vault_alone(hands: Hands, qtbot: QtBot) -> None:
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").begin("One moment, slowly", "By myself")
    at_words(hands).write(f"I felt small and {CANARY} Łukasz’s Zoë ")
    assert looked(hands, qtbot) == [CANARY]
    keep(hands)
    assert looked(hands, qtbot) == []
    hands.press("Enough for today").press("Close the notebook")
    assert not hands.app.speller.busy
    assert hands.app.speller._process is None
    home = Path(os.environ["HOME"])
    assert traces(CANARY, hands.folder, home) == traces(CANARY.lower(), hands.folder, home) == []
    other_door(hands).first_turn("second lamp").begin("One moment, slowly", "By myself")
    at_words(hands).write(f"the {CANARY} ")
    assert looked(hands, qtbot) == [CANARY], "the other has kept nothing"
    hands.press("Enough for today").press("Close the notebook")
    hands.come_in(0, "first lamp").press("Go on")
    at_words(hands).key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier).write("and ")  # the caret is where it was left
    assert looked(hands, qtbot) == [], "its owner still has it"


def test_g9_the_cover_ends_the_dictionary_and_forgets_its_words(hands: Hands, qtbot: QtBot) -> None:
    hands.set_up("Zoë").first_turn(None).begin("One moment, slowly", "By myself")
    at_words(hands).write(f"I felt small and {CANARY} ")
    assert looked(hands, qtbot) == [CANARY]
    own, process = spelt(hands)._spelling, hands.app.speller._process
    assert own._known
    assert process is not None
    hands.window.cover()
    assert not own._known
    assert hands.app.speller._process is None
    hands.settle()


def test_nobodys_spelling_is_marked_in_front_of_the_other(hands: Hands, qtbot: QtBot) -> None:
    hands.set_up("Zoë", "Łukasz").first_turn(None).door()
    other_door(hands).first_turn(None).door()
    hands.press("Both of us").press("Come in").press("Come in").press("Begin this one").press("Go on with it")
    while not hands.shown(Writing):
        hands.onward()
    hands.tab_into(hands.shown(Writing)[0]).write(f"the {CANARY} ")
    qtbot.wait(450)
    assert hands.view.findChild(Spelt) is None
    assert hands.app.speller._process is None


def test_at_the_door_nothing_is_looked_up(hands: Hands, qtbot: QtBot) -> None:
    hands.press("Steady ground")
    while not hands.shown(Writing):
        hands.onward()
    hands.tab_into(hands.shown(Writing)[0]).write(f"the {CANARY} ")
    qtbot.wait(450)
    assert hands.view.findChild(Spelt) is None
    assert hands.app.speller._process is None
