"""The window: one calm page at a time, a neutral title, help and pause on keys that work everywhere.

It is on the screen before anything else is brought in, as a blank sheet; so this file imports Qt and nothing more.
"""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent

    from workbook.screens.screen import Quiet, Screen
    from workbook.ui.looks import ScreenLooks
    from workbook.ui.parts.way_out import WayOut
    from workbook.ui.view import House, PageView

    ViewMaker = Callable[[Any, House], PageView[Any]]

SHEET, DARK_SHEET = "#fbf8f3", "#1c1a17"
"""The blank sheet by day and by night, until the theme comes."""


def first_window(then: Callable[[Window], None]) -> int:
    """Show the window, call `then` once it has been painted, stay until it is closed."""
    # PySide reads the source of every module imported after it, in search of a switch that nobody uses here, and keeps it all.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    application = QApplication([*sys.argv[:1], "-style", "fusion"])  # which ours is made of; asking for it later takes longer
    window = Window()
    window.when_painted(lambda: then(window))
    window.show()
    status = int(application.exec())
    gc.freeze()  # everything was let go by then, and nothing is left to look through for rubbish
    return status


class Ways(Protocol):
    """What the window can ask of the flow, wherever somebody is."""

    def help(self) -> None:
        """Show help."""

    def pause(self) -> None:
        """Show the pause."""

    def shortcuts(self) -> None:
        """Show the list of keys."""

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

    def way_out(self) -> Callable[[], None] | None:
        """The way out of the notebook of invented people, while somebody looks round there."""


class Window(QMainWindow):
    """The stage the screens are shown on; it knows which view belongs to which screen, and nothing of either."""

    def __init__(self) -> None:
        super().__init__()
        self._ways: Ways | None = None
        self._screen: Screen[Any] | None = None
        self._may_close = False
        self._way_out: WayOut | None = None
        self._painted: Callable[[], None] | None = None
        self.on_closed: Callable[[], None] = lambda: None
        self.setWindowTitle("Workbook")
        self.setMinimumSize(640, 480)
        self.resize(1080, 760)
        sheet = self.palette()
        # The desktop's colours tell whether it is dark. Qt's own word for it would bring in all of Qt's names, which takes longer.
        dark = sheet.color(QPalette.ColorRole.Window).lightness() < sheet.color(QPalette.ColorRole.WindowText).lightness()
        sheet.setColor(QPalette.ColorRole.Window, QColor(DARK_SHEET if dark else SHEET))
        self.setPalette(sheet)

    def lead(self, ways: Ways, view_of: Callable[[type[Screen[Any]]], ViewMaker], looks: ScreenLooks) -> None:
        """Give the window the flow it belongs to, its views and its looks."""
        from PySide6.QtCore import Qt  # its many names take longer than the whole blank sheet
        from PySide6.QtGui import QKeySequence, QShortcut

        self._ways, self._view_of = ways, view_of
        looks.on_sized = self.rebuild
        self.setPalette(QPalette())
        for keys, call in (
            (QKeySequence(Qt.Key.Key_F1), self._help),
            (QKeySequence(Qt.Key.Key_F2), self._pause),
            (QKeySequence(Qt.Key.Key_F6), self._read),
            (QKeySequence(QKeySequence.StandardKey.ZoomIn), looks.larger),
            (QKeySequence("Ctrl+="), looks.larger),
            (QKeySequence(QKeySequence.StandardKey.ZoomOut), looks.smaller),
            (QKeySequence("Ctrl+0"), looks.usual_size),
            (QKeySequence("Ctrl+/"), self._shortcuts),
            (QKeySequence(Qt.Key.Key_F11), self.turn_full),
        ):
            QShortcut(keys, self).activated.connect(call)

    def turn_full(self) -> None:
        """Fill the whole screen, with a way out in sight, or go back to a window."""
        if self.isFullScreen():
            if self._way_out is not None:
                self._way_out.deleteLater()
                self._way_out = None
            self.showNormal()
            return
        from workbook.ui.parts.way_out import WayOut

        self._way_out = WayOut()
        self._way_out.clicked.connect(self.turn_full)
        self.setMenuWidget(self._way_out)
        self.showFullScreen()

    @property
    def view(self) -> QWidget | None:
        """The view in front."""
        return self.centralWidget()

    def turn_to(self, screen: Screen[Any]) -> None:
        """Show a screen in place of the one before."""
        if self._screen is not None:
            self._screen.detach()
        self._screen = screen
        from workbook.ui.view import House

        way_out = self._ways.way_out() if self._ways is not None else None
        view = self._view_of(type(screen))(screen, House(self._help, self._pause, way_out, self._shortcuts))
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
        from workbook.ui.parts.writing import OURS  # here already: what can be copied was shown

        clipboard = QGuiApplication.clipboard()
        held: QMimeData | None = clipboard.mimeData()  # nothing at all where nothing was ever copied
        if clipboard.ownsClipboard() or (held and held.hasFormat(OURS)):
            clipboard.clear()
        if clipboard.ownsSelection():  # where a desktop copies by selecting alone
            clipboard.clear(clipboard.Mode.Selection)

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
        """Call once, after the next paint."""
        self._painted = call

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._painted is not None:
            call, self._painted = self._painted, None
            QTimer.singleShot(0, call)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the whole screen. No shortcut does it, or the watch would not hear the key, and three must cover (G9)."""
        from PySide6.QtCore import Qt  # as above

        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.turn_full()
        else:
            super().keyPressEvent(event)

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

    def _shortcuts(self) -> None:
        if self._ways is not None:
            self._ways.shortcuts()

    def _read(self) -> None:
        if self._screen is not None:
            view: PageView[Any] = self.centralWidget()  # type: ignore[assignment]  # what `turn_to` put there
            view.read()

    def rebuild(self) -> None:
        """Make the page in front anew, in another size of words."""
        if self._screen is not None:
            view: PageView[Any] = self.centralWidget()  # type: ignore[assignment]  # what `turn_to` put there
            view.rebuild()
