"""The watch sees the cover key in every dialog, and knows how long nobody has been here (G9, G12)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbook.couple.habits import CTRL_SHIFT_SPACE, ESC_TWO, F12, USUAL, Habits, habits, of_all
from workbook.screens.screen import Quiet
from workbook.ui.watch import Watch


class Called:
    """Remembers what the watch called for, and says what the page in front allows."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.now_quiet: Quiet = "private"
        self.time = 1000.0
        self.wall = 5000.0
        self.habits: Habits = USUAL

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
    watch = Watch(called, lambda: called.habits, now=lambda: called.time, wall=lambda: called.wall)
    yield watch
    watch.close()


def has_keyboard(window: QWidget) -> None:
    """Shown, and in front: no real press comes to a window before."""
    window.show()
    assert QTest.qWaitForWindowActive(window)


def test_three_presses_within_a_second_cover(qtbot: QtBot, watch: Watch, called: Called) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    has_keyboard(line)
    for _press in range(3):
        called.pass_time(0.3)
        QTest.keyClick(line.windowHandle(), Qt.Key.Key_Escape)
    assert called.calls == ["cover"]


def test_slow_presses_do_not(qtbot: QtBot, watch: Watch, called: Called) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    has_keyboard(line)
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
    has_keyboard(dialog)
    window = dialog.windowHandle()
    for _press in range(3):
        QTest.keyClick(window, Qt.Key.Key_Escape)
        dialog.show()
    assert called.calls == ["cover"]


def test_every_window_counts_also_behind_another_one(qtbot: QtBot, watch: Watch, called: Called) -> None:
    windows = [QWidget(), QWidget()]
    for window in windows:
        qtbot.addWidget(window)
        has_keyboard(window)
    called.pass_time(USUAL.lock_after)
    QTest.mouseMove(windows[0].windowHandle(), QPoint(5, 5))
    watch.look()
    assert called.calls == []


def test_only_windows_are_watched_since_a_page_has_thousands_of_other_events(
    qtbot: QtBot, watch: Watch, called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[QObject] = []

    def see(_watch: Watch, watched: QObject, _event: QEvent) -> bool:
        seen.append(watched)
        return False

    monkeypatch.setattr(Watch, "eventFilter", see)
    window = QWidget()
    column = QVBoxLayout(window)
    for _line in range(20):
        column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    has_keyboard(window)
    assert seen
    assert all(watched.isWindowType() for watched in seen)


def test_g9_a_menu_that_a_press_has_just_opened_does_not_swallow_them(qtbot: QtBot, watch: Watch, called: Called) -> None:
    class Opening(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            menu = QMenu(self)
            menu.addAction("Paste")
            menu.popup(QPoint(0, 0))

    window = Opening()
    qtbot.addWidget(window)
    has_keyboard(window)
    application = QApplication.instance()
    assert application is not None
    application.blockSignals(True)  # as where a menu has the keys without ever being the window in front
    for _press in range(3):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_M)
        QApplication.processEvents()
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClick(menu.windowHandle(), Qt.Key.Key_Escape)
    application.blockSignals(False)
    assert called.calls == ["cover"]
    for open_yet in window.findChildren(QMenu):
        open_yet.close()


def test_a_private_page_locks_after_a_while(watch: Watch, called: Called) -> None:
    called.pass_time(USUAL.lock_after - 1)
    watch.look()
    assert called.calls == []
    called.pass_time(1)
    watch.look()
    assert called.calls == ["lock"]


def test_two_who_talk_are_dimmed_once_and_locked_much_later(watch: Watch, called: Called) -> None:
    called.now_quiet = "talking"
    called.pass_time(USUAL.dim_after)
    watch.look()
    watch.look()
    assert called.calls == ["dim"]
    called.pass_time(USUAL.lock_talking_after)
    watch.look()
    assert called.calls == ["dim", "lock"]


def test_a_lid_that_was_closed_locks(watch: Watch, called: Called) -> None:
    called.wall += 3600
    watch.look()
    assert called.calls == ["lock"]


def test_a_locked_page_is_left_alone(watch: Watch, called: Called) -> None:
    called.now_quiet = "nothing"
    called.pass_time(USUAL.lock_talking_after)
    watch.look()
    assert called.calls == []


@pytest.mark.parametrize(
    ("name", "presses"),
    [
        (F12, [(Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier)]),
        (CTRL_SHIFT_SPACE, [(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)]),
        (ESC_TWO, 2 * [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)]),
    ],
)
def test_g9_another_cover_key_works_where_somebody_picked_it_and_nowhere_else(
    qtbot: QtBot, watch: Watch, called: Called, name: str, presses: list[tuple[Qt.Key, Qt.KeyboardModifier]]
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    has_keyboard(line)

    def press() -> None:
        called.pass_time(5)
        for key, held in presses:
            called.pass_time(0.3)
            QTest.keyClick(line.windowHandle(), key, held)

    press()
    assert called.calls == []
    called.habits = habits({"cover-key": name})
    press()
    assert called.calls == ["cover"]
    assert line.text() == ""
    called.pass_time(5)
    for _press in range(3):
        called.pass_time(0.3)
        QTest.keyClick(line.windowHandle(), Qt.Key.Key_Escape)
    assert called.calls[:2] == ["cover", "cover"], "Esc three times always works"


def test_f12_with_something_held_down_is_another_key(qtbot: QtBot, watch: Watch, called: Called) -> None:
    called.habits = habits({"cover-key": F12})
    line = QLineEdit()
    qtbot.addWidget(line)
    has_keyboard(line)
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_F12, Qt.KeyboardModifier.AltModifier)
    assert called.calls == []


def test_the_times_somebody_picked_count(watch: Watch, called: Called) -> None:
    called.habits = habits({"lock-after": "2"})
    called.pass_time(119)
    watch.look()
    assert called.calls == []
    called.pass_time(1)
    watch.look()
    assert called.calls == ["lock"]


def test_of_two_every_key_and_the_shorter_times_count() -> None:
    one, other = (
        habits({"cover-key": F12, "lock-after": "15", "dim-after": "5"}),
        habits({"cover-key": ESC_TWO, "lock-talking-after": "30"}),
    )
    both = of_all([one, other])
    assert both.cover == {"esc-3", "esc-2", "f12"}
    assert (both.lock_after, both.dim_after, both.lock_talking_after) == (300, 300, 1800)
    assert of_all([]) == USUAL


def test_a_value_that_nobody_knows_counts_as_the_usual_one() -> None:
    assert habits({"cover-key": "never", "lock-after": "0", "dim-after": "x"}) == USUAL
