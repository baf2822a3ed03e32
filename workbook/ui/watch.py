"""The watch: the cover key wherever somebody is, a while without a hand on the keyboard, a lid that was closed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic, time
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent

from workbook.couple.habits import CTRL_SHIFT_SPACE, ESC_THREE, ESC_TWO, F12, Habits
from workbook.screens.screen import Quiet

WITHIN: Final = 1.0
"""Seconds for two or three presses of Esc."""

_BOTH_HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

LOOK_EVERY: Final = 5
SLEPT: Final = 30
"""Seconds by which the clock on the wall may run ahead of ours before we know that the machine was asleep."""

_HANDS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin)

_OPENING = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.TouchEnd,
)
"""After which a menu may stand open: it takes the keys without ever being the window in front."""


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
    """Sees what hands do in every window, before any dialog does; swallows nothing but the press that covered.

    A press comes to its window first, and then to widget after widget. Only windows are watched: the application has hundreds of
    other events for each page, and each would pass through Python.

    `habits` tells which keys cover and how long to wait; it is asked each time, and must be quick.
    """

    def __init__(
        self,
        guarded: Guarded,
        habits: Callable[[], Habits],
        *,
        now: Callable[[], float] = monotonic,
        wall: Callable[[], float] = time,
    ) -> None:
        super().__init__()
        self._guarded, self._habits, self._now, self._wall = guarded, habits, now, wall
        self._presses: deque[float] = deque(maxlen=3)
        self._last = now()
        self._ahead = wall() - now()
        self._dimmed = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY * 1000)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._stand_by)
        QGuiApplication.instance().focusWindowChanged.connect(self._stand_by)  # type: ignore[union-attr]  # there is one
        self._stand_by()

    def close(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._soon.stop()
        QGuiApplication.instance().focusWindowChanged.disconnect(self._stand_by)  # type: ignore[union-attr]  # as above
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self)

    def _stand_by(self) -> None:
        """At every window there is: a new one is there before it has the keyboard."""
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _OPENING:
            self._soon.start()
        if event.type() in _HANDS:
            self._last = self._now()
            self._dimmed = False
            if isinstance(event, QKeyEvent) and not event.isAutoRepeat() and self._pressed(event) & self._habits().cover:
                self._presses.clear()
                self._guarded.cover()
                return True
        return False

    def look(self) -> None:
        """See how long nobody has touched anything, and whether the machine slept."""
        self._stand_by()  # a window may also show without ever having the keyboard
        ahead = self._wall() - self._now()
        slept, self._ahead = ahead - self._ahead > SLEPT, ahead
        quiet, idle, habits = self._guarded.quiet(), self._now() - self._last, self._habits()
        if quiet == "nothing":
            return
        if slept or idle >= (habits.lock_after if quiet == "private" else habits.lock_talking_after):
            self._guarded.lock()
        elif quiet == "talking" and idle >= habits.dim_after and not self._dimmed:
            self._dimmed = True
            self._guarded.dim()

    def _pressed(self, event: QKeyEvent) -> frozenset[str]:
        """The cover keys that this press is, or completes."""
        held = event.modifiers()
        if event.key() == Qt.Key.Key_Escape:
            self._presses.append(self._now())
            often = [number for number in (2, 3) if len(self._presses) >= number and self._now() - self._presses[-number] <= WITHIN]
            return frozenset({2: ESC_TWO, 3: ESC_THREE}[number] for number in often)
        if event.key() == Qt.Key.Key_F12 and held == Qt.KeyboardModifier.NoModifier:
            return frozenset({F12})
        if event.key() == Qt.Key.Key_Space and held == _BOTH_HELD:
            return frozenset({CTRL_SHIFT_SPACE})
        return frozenset()
