"""The app as it is started, on the notebook in its usual place, by somebody who types at once: the door, their space, their page.

Arguments: the notebook's folder, then `show`, `look` or `quit`. Prints the milliseconds to the first paint of the door, and the
memory in MiB; then both again for one's own page; with `quit`, the monotonic clock when the window is told to close. With `look`
somebody sees the door before pressing it, and the time that takes them is not counted.
"""

from __future__ import annotations

import gc

gc.disable()  # as the program does it before it brings in Qt

import sys  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from PySide6.QtCore import QTimer  # noqa: E402

from tests.benchmarks.bare import FirstPaint, memory, since_start  # noqa: E402
from workbook import cli, paths  # noqa: E402
from workbook.ui.window import Window  # noqa: E402

GLANCE = 240
"""Milliseconds from seeing to pressing, at the very least (the Model Human Processor of Card, Moran and Newell)."""


class Arrival:
    """Somebody who waits for nothing."""

    def __init__(self, how: str) -> None:
        self._how, self._turn_to = how, Window.turn_to
        self._seen: list[float] = []

    def follow(self, window: Window, screen: Any) -> None:
        """Stands in for the window's `turn_to`."""
        self._window = window
        self._turn_to(window, screen)
        name = type(screen).__name__
        if name == "DoorScreen":
            FirstPaint(window.view.page, lambda: self._at_door(screen))  # type: ignore[union-attr]  # it is a PageView
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
    """Arrive, through the program's own front door; whoever measures keeps their own note of where their notebook is."""
    arrival = Arrival(how)

    def turn_to(self: Window, screen: Any) -> None:
        arrival.follow(self, screen)

    Window.turn_to = turn_to  # type: ignore[method-assign]
    paths.usual_notebook, paths.chosen_notebook = lambda: folder, lambda: None
    paths.remember_notebook = lambda folder: None
    return cli.main([])


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2]))
