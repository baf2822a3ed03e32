"""The watch sees the cover key in every dialog, and knows how long nobody has been here (G9, G12)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbook.screens.screen import Quiet
from workbook.ui.watch import DIM_AFTER, LOCK_AFTER, LOCK_TALK_AFTER, Watch


class Called:
    """Remembers what the watch called for, and says what the page in front allows."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.now_quiet: Quiet = "private"
        self.time = 1000.0
        self.wall = 5000.0

    def quiet(self) -> Quiet:
        return self.now_quiet

    def cover(self) -> None:
        self.calls.append("cover")

    def dim(self) -> None:
        self.calls.append("dim")

    def lock(self) -> None:
        self.calls.append("lock")

    def pass_time(self, seconds: float) -> None:
        self.time += seconds
        self.wall += seconds


@pytest.fixture
def called() -> Called:
    return Called()


@pytest.fixture
def watch(qtbot: QtBot, called: Called) -> Iterator[Watch]:
    watch = Watch(called, now=lambda: called.time, wall=lambda: called.wall)
    yield watch
    watch.close()


def test_three_presses_within_a_second_cover(qtbot: QtBot, watch: Watch, called: Called) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    for _press in range(3):
        called.pass_time(0.3)
        QTest.keyClick(line.windowHandle(), Qt.Key.Key_Escape)
    assert called.calls == ["cover"]


def test_slow_presses_do_not(qtbot: QtBot, watch: Watch, called: Called) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    for _press in range(4):
        called.pass_time(0.6)
        QTest.keyClick(line.windowHandle(), Qt.Key.Key_Escape)
    assert called.calls == []


def test_a_dialog_does_not_swallow_them(qtbot: QtBot, watch: Watch, called: Called) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = QDialog(owner)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    dialog.setModal(True)
    dialog.show()
    window = dialog.windowHandle()
    for _press in range(3):
        QTest.keyClick(window, Qt.Key.Key_Escape)
        dialog.show()
    assert called.calls == ["cover"]


def test_a_private_page_locks_after_a_while(watch: Watch, called: Called) -> None:
    called.pass_time(LOCK_AFTER - 1)
    watch.look()
    assert called.calls == []
    called.pass_time(1)
    watch.look()
    assert called.calls == ["lock"]


def test_two_who_talk_are_dimmed_once_and_locked_much_later(watch: Watch, called: Called) -> None:
    called.now_quiet = "talking"
    called.pass_time(DIM_AFTER)
    watch.look()
    watch.look()
    assert called.calls == ["dim"]
    called.pass_time(LOCK_TALK_AFTER)
    watch.look()
    assert called.calls == ["dim", "lock"]


def test_a_lid_that_was_closed_locks(watch: Watch, called: Called) -> None:
    called.wall += 3600
    watch.look()
    assert called.calls == ["lock"]


def test_a_locked_page_is_left_alone(watch: Watch, called: Called) -> None:
    called.now_quiet = "nothing"
    called.pass_time(LOCK_TALK_AFTER)
    watch.look()
    assert called.calls == []
