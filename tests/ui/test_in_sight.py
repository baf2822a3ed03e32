"""On every page of an evening, in large letters and a small window: help and pause are there, and what has the keyboard shows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from tests.robots.window import Hands, evening
from workbook.ui.parts.writing import Writing

ALWAYS = {"&Pause", "&Help"}


class Guard:
    """Looks at every page in large letters, then puts it back as it was."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.pages = 0
        self._busy = False

    def look(self, hands: Hands) -> None:
        if self._busy:
            return
        self._busy = True
        for scale in (2.0, 2.5):
            hands.size(scale)
            hands.settle()
            self.pages += 1
            self.faults += [f"{hands.seen[-1]} at {scale:.0%}: {fault}" for fault in (*_gone(hands), *_hidden(hands.focus))]
        hands.size(1.0)
        hands.settle()
        self._busy = False


def _gone(hands: Hands) -> list[str]:
    """Pause or help where only a part of them can be seen."""
    buttons = [button for button in hands.shown(QPushButton) if button.text() in ALWAYS]
    gone = [f"{button.text()} is out of sight" for button in buttons if button.visibleRegion().boundingRect() != button.rect()]
    return gone if buttons else ["neither pause nor help"]


def _hidden(widget: QWidget) -> list[str]:
    """What has the keyboard, where it cannot be seen; of a line to write on, its caret."""
    seen = widget.visibleRegion().boundingRect()
    if isinstance(widget, (Writing, QLineEdit)):
        return [] if seen.contains(_caret(widget)) else ["the caret is out of sight"]
    top = widget.mapTo(widget.window(), QPoint(0, 0)).y()
    return [] if seen.height() >= min(widget.height(), 30) else [f"{type(widget).__name__} at {top} is out of sight"]


def _caret(widget: Writing | QLineEdit) -> QPoint:
    caret: QRect = widget.cursorRect()
    return caret.center()


def test_help_pause_and_the_keyboard_are_in_sight_on_every_page_of_an_evening(tmp_path: Path) -> None:
    """G6"""
    hands, guard = Hands(tmp_path, (900, 600)), Guard()
    hands.watchers.append(guard.look)
    hands.open()
    evening(hands, "Draw our loop", fill=False)
    hands.close()
    assert guard.pages > 60
    assert not guard.faults, "\n".join(guard.faults)
