"""Python's rubbish is looked for on the screen's thread alone, between two events.

By itself Python looks for it on whichever thread makes something, and in the middle of anything. Widgets that hold each
other are rubbish too when a page has gone, and Qt crashes where another thread lets go of one.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QObject, QTimer

SOON, LATER = 50, 500
"""Milliseconds from one look to the next: while something is under way, and while nothing is."""

_WHOLE: Final = 2
"""The generation that takes in everything; it waits until nothing is under way, since it may take longer than a frame."""


class Rubbish(QObject):
    """Looks for what nobody holds any more, as often as Python would, from `begin` to `close`."""

    def __init__(self, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._busy = busy
        self._by_itself = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)

    def begin(self) -> None:
        """From now on Python does not look for itself."""
        self._by_itself = gc.isenabled()
        gc.disable()
        self._timer.start(SOON)

    def close(self) -> None:
        """Python looks for itself again, if it did before."""
        self._timer.stop()
        if self._by_itself:
            gc.enable()

    def _on_time(self) -> None:
        busy = self._busy()
        full = [made > most for made, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if full[_WHOLE] and not busy:
            gc.collect(_WHOLE)
        elif full[1]:
            gc.collect(1)
        elif full[0]:
            gc.collect(0)
        self._timer.start(SOON if busy else LATER)


@contextmanager
def lasting() -> Iterator[None]:
    """What is brought in meanwhile lasts; to look through all of it would hold up the screen for two frames."""
    on = gc.isenabled()
    gc.disable()
    yield
    gc.freeze()
    if on:
        gc.enable()
