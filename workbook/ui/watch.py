"""The watch: three times Esc wherever somebody is, a while without a hand on the keyboard, a lid that was closed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic, time
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from workbook.screens.screen import Quiet

PRESSES: Final = 3
WITHIN: Final = 1.0
"""Seconds for three presses of the cover key."""

LOCK_AFTER: Final = 5 * 60
DIM_AFTER: Final = 10 * 60
LOCK_TALK_AFTER: Final = 60 * 60
"""Seconds without a hand on the keyboard or the mouse."""

LOOK_EVERY: Final = 5
SLEPT: Final = 30
"""Seconds by which the clock on the wall may run ahead of ours before we know that the machine was asleep."""

_HANDS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin)


class Guarded(Protocol):
    """What the watch can call for."""

    def quiet(self) -> Quiet:
        """What the page in front allows while nobody touches anything."""

    def cover(self) -> None:
        """Cover everything, now."""

    def dim(self) -> None:
        """Put the quiet page in front of two people who talk."""

    def lock(self) -> None:
        """Keep what is there, then lock."""


class Watch(QObject):
    """Sees every event of the application, before any dialog does; swallows none."""

    def __init__(self, guarded: Guarded, *, now: Callable[[], float] = monotonic, wall: Callable[[], float] = time) -> None:
        super().__init__()
        self._guarded, self._now, self._wall = guarded, now, wall
        self._presses: deque[float] = deque(maxlen=PRESSES)
        self._last = now()
        self._ahead = wall() - now()
        self._dimmed = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY * 1000)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def close(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS and watched.isWindowType():  # a press comes once to its window, then to widget after widget
            self._last = self._now()
            self._dimmed = False
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
                self._count()
        return False

    def look(self) -> None:
        """See how long nobody has touched anything, and whether the machine slept."""
        ahead = self._wall() - self._now()
        slept, self._ahead = ahead - self._ahead > SLEPT, ahead
        quiet, idle = self._guarded.quiet(), self._now() - self._last
        if quiet == "nothing":
            return
        if slept or idle >= (LOCK_AFTER if quiet == "private" else LOCK_TALK_AFTER):
            self._guarded.lock()
        elif quiet == "talking" and idle >= DIM_AFTER and not self._dimmed:
            self._dimmed = True
            self._guarded.dim()

    def _count(self) -> None:
        self._presses.append(self._now())
        if len(self._presses) == PRESSES and self._presses[-1] - self._presses[0] <= WITHIN:
            self._presses.clear()
            self._guarded.cover()
