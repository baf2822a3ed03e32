"""Coming in: the key is derived once, and never on the screen's thread."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from nacl.pwhash import argon2id
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.robots.window import Hands
from workbook.screens.home import HomeScreen


def test_coming_in_derives_one_key_off_the_screens_thread(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.set_up("Zoë").first_turn("first lamp").door()
    derive, threads = argon2id.kdf, []

    def counted(*asked: Any, **more: Any) -> bytes:
        threads.append(threading.current_thread())
        return bytes(derive(*asked, **more))

    monkeypatch.setattr(argon2id, "kdf", counted)
    hands.come_in(0, "first lamp")
    hands.on(HomeScreen)
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def test_the_keyboard_stays_on_the_line_while_a_passphrase_is_tried_and_when_it_is_wrong(hands: Hands) -> None:
    met: list[str] = []
    hands.set_up("Zoë").first_turn("first lamp").door().press("Boat").write("second lamp")
    line = hands.focus
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _before, now: met.append(type(now).__name__))
    hands.key(Qt.Key.Key_Return)
    assert hands.focus is line
    assert met == []
