"""What was agreed for a day, and what rests, at the window: by keys alone, and one key too many changes nothing (K2, K3)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.robots.desk import Desk
from tests.screens.test_agreements import ALEX, SAM, agree, holds, page
from tests.screens.test_holds import agreed, caught
from tests.ui.keys import focused, open_up, press
from workbook.screens.hold import HoldScreen
from workbook.ui.parts.buttons import Button
from workbook.ui.theme import Theme
from workbook.ui.view import House
from workbook.ui.views.agreed import AgreedView
from workbook.ui.views.hold import HoldView

HOUSE = House(lambda: None, lambda: None)


def desk(folder: Path) -> Desk:
    return Desk(folder).set_up("Alex", "Sam").first_turn()


def shown(view: AgreedView | HoldView, qtbot: QtBot) -> None:
    view.presenter.attach(view)
    view.resize(900, 700)
    open_up(view, qtbot)
    view.take_focus()


def said(view: QWidget) -> str:
    return "\n".join(label.accessibleName() or label.text() for label in view.findChildren(QLabel) if label.isVisible())


def to_button(words: str, about: str = "") -> None:
    for _ in range(60):
        stop = focused()
        if isinstance(stop, Button) and stop.text().replace("&", "") == words and about in stop.accessibleDescription():
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"no way to {words!r} by keys")


def test_one_thing_is_made_smaller_by_keys_and_the_keyboard_does_not_begin_there(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = page(agree(desk(tmp_path), ALEX, SAM), 0)
    view = AgreedView(screen, HOUSE)
    shown(view, qtbot)
    stop = focused()
    assert isinstance(stop, Button)
    assert stop.text() == "&Back"
    assert "A hug afterwards\nAsk me each time" in said(view)
    to_button("Only: No", "A hug afterwards")
    press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert holds(screen)["hug"] == "No"
    assert "A hug afterwards\nNo" in said(view)


def test_calling_it_off_takes_two_presses(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    screen = page(agree(desk(tmp_path), ALEX, SAM), 1)
    view = AgreedView(screen, HOUSE)
    shown(view, qtbot)
    to_button("Call all of it off …")
    press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert not screen.state.days[0].called_off
    assert "the answer to everything here is no" in said(view)
    to_button("Call it off")
    press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert "This was called off." in said(view)


def test_what_rests_says_from_when_and_can_be_made_longer(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    screen = caught(agreed(desk(tmp_path), "one-line")).on(HoldScreen)
    view = HoldView(screen, HOUSE)
    shown(view, qtbot)
    assert "from Wednesday, 4 March 2026, 21:00" in said(view)
    assert "one line may go to your therapist sooner" in said(view)
    to_button("72 hours in all")
    press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert "from Friday, 6 March 2026, 21:00" in said(view)
