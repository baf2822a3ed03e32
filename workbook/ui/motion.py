"""Movement: whether it is wanted, and that nothing keeps moving where nobody sees it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget


def moves() -> bool:
    """Whether things may move by themselves; the application carries the wish (see `Theme.set_motion`)."""
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


class Ticking(QObject):
    """Calls `tick` every `milliseconds`, only while its widget can be seen and it was started; gone with the widget."""

    def __init__(self, widget: QWidget, milliseconds: int, tick: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._wanted = False
        self._tick = tick
        self._timer = QTimer(self)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self._on_timeout)
        widget.installEventFilter(self)

    def start(self) -> None:
        """Tick from now on, whenever the widget is seen."""
        self._wanted = True
        self._fit(self._widget.isVisible())

    def stop(self) -> None:
        """Tick no more."""
        self._wanted = False
        self._fit(self._widget.isVisible())

    @property
    def running(self) -> bool:
        """Whether it ticks just now."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._fit(event.type() == QEvent.Type.Show)
        return False

    def _fit(self, seen: bool) -> None:
        if self._wanted and seen:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_timeout(self) -> None:
        self._tick()


def still_running(root: QObject) -> list[str]:
    """What still moves or ticks below an object: empty once all is closed. For the tests, and for the window before it goes."""
    timers = (timer for timer in root.findChildren(QTimer) if timer.isActive())
    moving = (at for at in root.findChildren(QAbstractAnimation) if at.state() == QAbstractAnimation.State.Running)
    return [type(thing).__name__ for thing in (*timers, *moving)]
