"""The time of day, and a call in a while, on the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimerEvent


class ScreenClock(QObject):
    """The Clock port on Qt's timers. Belongs to the window; `close()` lets go of every call that has not come yet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: dict[int, Callable[[], None]] = {}

    def now(self) -> datetime:
        """Local time, aware of its zone."""
        return datetime.now().astimezone()

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call later on the screen's thread; what comes back cancels it, and may be called at any time."""
        timer = self.startTimer(max(0, round(seconds * 1000)))
        self._calls[timer] = call
        calls = self._calls

        def cancel() -> None:
            # Qt uses a number again once its timer is gone; the call tells whether it is still this one.
            if calls.get(timer) is call:
                self._take(timer)

        return cancel

    def close(self) -> None:
        """Cancel everything that has not come yet."""
        for timer in list(self._calls):
            self._take(timer)

    @property
    def waiting(self) -> int:
        """How many calls have not come yet."""
        return len(self._calls)

    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() in self._calls:
            self._take(event.timerId())()

    def _take(self, timer: int) -> Callable[[], None]:
        self.killTimer(timer)
        return self._calls.pop(timer)
