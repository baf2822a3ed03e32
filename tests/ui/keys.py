"""The keyboard, as a person uses it: keys go to whatever has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def open_up(widget: QWidget, qtbot: QtBot) -> None:
    """Show a widget, with the keyboard in its first place."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    for _ in range(100):
        if widget.isActiveWindow():
            break
        QApplication.processEvents()
    widget.setFocus()


def focused() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the keyboard is nowhere"
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER, times: int = 1) -> None:
    """Press a key."""
    for _ in range(times):
        QTest.keyClick(focused(), key, modifier)


def write(words: str) -> None:
    """Type words, of any language."""
    for character in words:
        if character.isascii():
            QTest.keyClicks(focused(), character)
        else:  # QTest has no keys for these
            QApplication.sendEvent(focused(), QKeyEvent(QEvent.Type.KeyPress, 0, NO_MODIFIER, character))


def heard(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
