"""The time of day, and a call in a while, on the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer


class ScreenClock(QObject):
    """The Clock port on Qt's timers. Belongs to the window; `close()` lets go of every call that has not come yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timers: set[QTimer] = set()

    def now(self) -> datetime:
        """Local time, aware of its zone."""
        return datetime.now().astimezone()

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call later on the screen's thread; what comes back cancels it, and may be called at any time."""
        timer = QTimer(self)
        timer.setSingleShot(True)

        def cancel() -> None:
            if timer in self._timers:
                self._timers.remove(timer)
                timer.stop()
                timer.deleteLater()

        def ring() -> None:
            cancel()
            call()

        timer.timeout.connect(ring)
        self._timers.add(timer)
        timer.start(max(0, round(seconds * 1000)))
        return cancel

    def close(self) -> None:
        """Cancel everything that has not come yet."""
        for timer in self._timers:
            timer.stop()
            timer.deleteLater()
        self._timers.clear()

    @property
    def waiting(self) -> int:
        """How many calls have not come yet."""
        return len(self._timers)
