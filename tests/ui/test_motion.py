"""Nothing moves that nobody sees, or that nobody wants to move."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbook.ui.motion import Ticking, moves, still_running
from workbook.ui.theme import Theme


def test_the_wish_for_stillness_is_kept(theme: Theme) -> None:
    assert moves()
    theme.set_motion(False)
    assert not moves()


def test_it_ticks_only_while_it_is_seen(theme: Theme, qtbot: QtBot) -> None:
    widget, ticks = QWidget(), list[int]()
    qtbot.addWidget(widget)
    ticking = Ticking(widget, 1, lambda: ticks.append(1))
    ticking.start()
    before_it_is_seen = ticking.running
    widget.show()
    qtbot.waitUntil(lambda: len(ticks) > 2)
    assert still_running(widget) == ["QTimer"]
    widget.hide()
    assert (before_it_is_seen, ticking.running) == (False, False)
    widget.show()
    assert still_running(widget) == ["QTimer"]
    ticking.stop()
    assert still_running(widget) == []
