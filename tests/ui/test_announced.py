"""What changes away from the keyboard's place is announced: once, when it is over, and not into somebody's typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from tests.robots.window import CTRL, Hands
from tests.ui.test_window_looking_back import caught, into_the_list
from tests.ui.views.test_troubles import full_disk
from workbook.screens.unlock import FirstTurnScreen
from workbook.screens.walk import WalkScreen
from workbook.storage.space import VaultSpace
from workbook.ui.parts.countdown import Countdown
from workbook.ui.parts.editor import Editor
from workbook.ui.theme import Theme


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced; no bus is there to hear it."""
    told: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return told


@pytest.fixture
def writing(hands: Hands) -> Hands:
    """Somebody writes on the first page of what just happened."""
    return hands.set_up("Zoë").first_turn("first lamp").press("Something just happened")


def saved(hands: Hands, words: str) -> Hands:
    """More words, and a pause in which they are kept."""
    hands.write(words).on(WalkScreen).save_now()
    return hands.settle()


def test_that_all_is_saved_is_announced_once_in_an_exercise(writing: Hands, heard: list[str]) -> None:
    saved(saved(saved(writing, "The plate"), " fell"), " down").onward()
    assert heard.count("Saved") == 1
    assert not any(told.endswith("…") for told in heard), "what is under way is told by how it ends"


def test_what_cannot_be_saved_is_announced_each_time_it_begins(
    writing: Hands, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in ("The plate", " fell"):
        with monkeypatch.context() as broken:
            broken.setattr(VaultSpace, "save", full_disk)
            saved(writing, words)
        saved(writing, ".")
    (trouble,) = {told for told in heard if told.startswith("The disk is full")}
    assert [told for told in heard if told in (trouble, "Not saved", "Saved")] == [trouble, "Not saved", "Saved"] * 2


def test_how_much_was_found_is_announced_once_somebody_stops_typing(hands: Hands, qtbot: QtBot, heard: list[str]) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    caught(hands, "The plate fell").press("Look back").write("plate")
    assert "1 place" not in heard
    assert not any("nowhere" in told for told in heard), "the first letter may stand nowhere, but nobody has stopped there"
    qtbot.waitUntil(lambda: "1 place" in heard)
    hands.key(Qt.Key.Key_Slash, CTRL).write("larger words")
    qtbot.waitUntil(lambda: heard[-1] == "1 key")
    hands.write("xyz")
    qtbot.waitUntil(lambda: heard[-1] == "No key does that.")


def test_a_clock_tells_whoever_cannot_see_it_that_it_runs_stands_and_is_over(
    theme: Theme, qtbot: QtBot, heard: list[str]
) -> None:
    seconds = [0.0]
    clock = Countdown(90, seconds_now=lambda: seconds[0])
    qtbot.addWidget(clock)
    clock.show()
    clock.turn()
    seconds[0] = 30
    clock.turn()
    assert heard == ["The clock runs, 1 minute and 30 seconds left", "The clock stands, 1 minute left"]
    clock.turn()
    seconds[0] = 90
    qtbot.waitUntil(lambda: heard[-1] == "The time is up. Take the time you need to finish.")


def test_a_word_beside_an_input_is_announced_when_it_comes(theme: Theme, qtbot: QtBot, heard: list[str]) -> None:
    editor = Editor("How old?")
    qtbot.addWidget(editor)
    for fault in ("That is no number.", "That is no number.", None, "That is no number."):
        editor.show_fault(fault)
    assert heard == ["That is no number."] * 2


def test_what_is_copied_is_announced_and_the_page_that_is_read_through(hands: Hands, heard: list[str]) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    caught(hands, "The plate fell").press("Look back")
    into_the_list(hands)
    hands.key(Qt.Key.Key_C, CTRL)
    assert heard[-1] == "Copied"
    hands.key(Qt.Key.Key_Return)
    assert heard[-1] == "Quick capture"


def test_what_is_advised_on_a_passphrase_is_not_talked_into_the_typing_of_it(hands: Hands, qtbot: QtBot, heard: list[str]) -> None:
    hands.set_up("Zoë").on(FirstTurnScreen)
    hands.write("moon kettle")
    assert not heard or heard[-1] == "A key of your own"
    qtbot.waitUntil(lambda: heard[-1] != "A key of your own")
    assert heard[-1] == hands.on(FirstTurnScreen).state.advice
