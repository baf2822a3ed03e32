"""The app as it is started, opened on a notebook by somebody who types at once: the door, their space, their own page.

Arguments: the notebook's folder, then `show`, `look` or `quit`. Prints the milliseconds to the first paint of the door, and the
memory in MiB; then both again for one's own page; with `quit`, the monotonic clock when the window is told to close. With `look`
somebody sees the door before pressing it, and the time that takes them is not counted.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from tests.benchmarks.bare import FirstPaint, memory, since_start
from workbook.ui.window import Window, first_window

GLANCE = 240
"""Milliseconds from seeing to pressing, at the very least (the Model Human Processor of Card, Moran and Newell)."""


class Arrival:
    """Somebody who waits for nothing."""

    def __init__(self, window: Window, folder: Path, how: str) -> None:
        from workbook.app import App, settled  # as the program does it: once the blank sheet has been painted

        self._window, self._how, self._turn_to = window, how, window.turn_to
        self._seen: list[float] = []
        self._app = App(folder, window=window)
        window.turn_to = self._follow  # type: ignore[method-assign]
        self._app.start(settled)

    def _follow(self, screen: Any) -> None:
        self._turn_to(screen)
        name = type(screen).__name__
        if name == "DoorScreen":
            FirstPaint(self._window.view.page, lambda: self._at_door(screen))  # type: ignore[union-attr]  # it is a PageView
        elif name == "UnlockScreen":
            QTimer.singleShot(0, lambda: screen.enter(""))
        elif name == "HomeScreen":
            self._wait(screen)

    def _at_door(self, screen: Any) -> None:
        self._seen += [since_start(), memory()]
        if self._how == "look":
            QTimer.singleShot(GLANCE, lambda: self._press(screen))
        else:
            self._press(screen)

    def _press(self, screen: Any) -> None:
        self._looked = since_start() - self._seen[0] if self._how == "look" else 0.0
        screen.enter(screen.state.doors[0].id)

    def _wait(self, screen: Any) -> None:
        show = screen.change

        def change(**changes: Any) -> None:
            show(**changes)
            if screen.state.loaded:
                FirstPaint(self._window.view.page, self._there)  # type: ignore[union-attr]  # as above

        screen.change = change

    def _there(self) -> None:
        self._seen += [since_start() - self._looked, memory()]
        print(*([time.monotonic()] if self._how == "quit" else self._seen), flush=True)
        self._window.close()


def main(folder: Path, how: str) -> int:
    """Arrive."""
    gc.disable()  # as the program does it
    arrivals = []
    return first_window(lambda window: arrivals.append(Arrival(window, folder, how)))


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2]))
