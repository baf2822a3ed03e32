"""The window: one calm page at a time, a neutral title, help and pause on keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from workbook.screens.screen import Quiet, Screen
from workbook.ui.theme import Theme
from workbook.ui.view import House, PageView

ViewMaker = Callable[[Any, House], PageView[Any]]
STEP = 1.1
"""How much one press makes text larger or smaller."""


class Ways(Protocol):
    """What the window can ask of the flow, wherever somebody is."""

    def help(self) -> None:
        """Show help."""

    def pause(self) -> None:
        """Show the pause."""

    def cover(self) -> None:
        """Cover everything."""

    def quiet(self) -> Quiet:
        """What the page in front allows while nobody touches anything."""

    def dim(self) -> None:
        """Put the quiet page in front."""

    def lock(self) -> None:
        """Keep what is there, then lock."""

    def quit(self, then: Callable[[], None]) -> None:
        """Keep everything, lock everything, then call."""


class Window(QMainWindow):
    """The stage the screens are shown on; it knows which view belongs to which screen, and nothing of either."""

    def __init__(self, view_of: Callable[[type[Screen[Any]]], ViewMaker], theme: Theme) -> None:
        super().__init__()
        self._view_of, self._theme = view_of, theme
        self._ways: Ways | None = None
        self._screen: Screen[Any] | None = None
        self._may_close = False
        self.on_closed: Callable[[], None] = lambda: None
        self.setWindowTitle("Workbook")
        self.setMinimumSize(640, 480)
        self.resize(1080, 760)
        self.setCentralWidget(QWidget())
        for keys, call in (
            (QKeySequence(Qt.Key.Key_F1), self._help),
            (QKeySequence(Qt.Key.Key_F2), self._pause),
            (QKeySequence(QKeySequence.StandardKey.ZoomIn), self._larger),
            (QKeySequence("Ctrl+="), self._larger),
            (QKeySequence(QKeySequence.StandardKey.ZoomOut), self._smaller),
            (QKeySequence("Ctrl+0"), self._usual_size),
        ):
            QShortcut(keys, self).activated.connect(call)

    def lead(self, ways: Ways) -> None:
        """Give the window the flow it belongs to."""
        self._ways = ways

    @property
    def view(self) -> QWidget | None:
        """The view in front."""
        return self.centralWidget()

    def turn_to(self, screen: Screen[Any]) -> None:
        """Show a screen in place of the one before."""
        if self._screen is not None:
            self._screen.detach()
        self._screen = screen
        view = self._view_of(type(screen))(screen, House(self._help, self._pause))
        self.setCentralWidget(view)
        screen.attach(view)
        view.take_focus()

    def cover(self) -> None:
        """What stands in front goes, the cover is painted at once, what we put on the clipboard is taken back (G9)."""
        if self._ways is None:
            return
        for other in QApplication.topLevelWidgets():
            if other is not self and other.isVisible():
                other.close()
        self._ways.cover()
        self.repaint()
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()

    def quiet(self) -> Quiet:
        """What the page in front allows while nobody touches anything."""
        return "nothing" if self._ways is None else self._ways.quiet()

    def dim(self) -> None:
        """Put the quiet page in front of two people who talk."""
        if self._ways is not None:
            self._ways.dim()

    def lock(self) -> None:
        """Nobody has been here for a while."""
        if self._ways is not None:
            self._ways.lock()

    def when_painted(self, call: Callable[[], None]) -> None:
        """Call once, after the first paint."""
        _FirstPaint(self, call)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed is lost by closing: the flow keeps it first, and the window waits for that."""
        if self._may_close or self._ways is None:
            self.on_closed()
            event.accept()
            return
        event.ignore()
        self._ways.quit(self._close_now)

    def _close_now(self) -> None:
        self._may_close = True
        QTimer.singleShot(0, self.close)  # while a window is closing it cannot be closed

    def _help(self) -> None:
        if self._ways is not None:
            self._ways.help()

    def _pause(self) -> None:
        if self._ways is not None:
            self._ways.pause()

    def _larger(self) -> None:
        self._resize_text(self._theme.scale * STEP)

    def _smaller(self) -> None:
        self._resize_text(self._theme.scale / STEP)

    def _usual_size(self) -> None:
        self._resize_text(1.0)

    def _resize_text(self, scale: float) -> None:
        self._theme.set_scale(scale)
        view = self.centralWidget()
        if isinstance(view, PageView):
            view.rebuild()


class _FirstPaint(QObject):
    """Waits for the first paint of a window."""

    def __init__(self, window: QMainWindow, call: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._call = window, call
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._window:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._call)
        return False
