"""The app, opened on a notebook by somebody who waits for nothing: through the door, into their space, to their own page.

Arguments: the notebook's folder, then `show` or `quit`. Prints the milliseconds to the first paint of that page, and the memory in
MiB; with `quit`, the monotonic clock when the window is told to close.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from tests.benchmarks.bare import FirstPaint, memory, since_start
from workbook.app import App, settled
from workbook.screens.door import DoorScreen
from workbook.screens.home import HomeScreen
from workbook.screens.screen import Screen
from workbook.screens.unlock import UnlockScreen


def main(folder: Path, quits: bool) -> int:
    """Arrive."""
    app = App(folder)
    turn_to = app.window.turn_to

    def follow(screen: Screen[Any]) -> None:
        turn_to(screen)
        if isinstance(screen, DoorScreen):
            QTimer.singleShot(0, lambda: screen.enter(screen.state.doors[0].id))
        elif isinstance(screen, UnlockScreen):
            QTimer.singleShot(0, lambda: screen.enter(""))
        elif isinstance(screen, HomeScreen):
            _wait(screen)

    def _wait(screen: HomeScreen) -> None:
        show = screen.change

        def change(**changes: Any) -> None:
            show(**changes)
            if screen.state.loaded:
                FirstPaint(app.window.view.page, there)  # type: ignore[union-attr]  # it is a PageView

        screen.change = change  # type: ignore[method-assign]

    def there() -> None:
        print(*([time.monotonic()] if quits else [since_start(), memory()]), flush=True)
        app.window.close()

    app.window.turn_to = follow  # type: ignore[method-assign]
    app.start(settled)
    status = int(app.qt.exec())
    gc.freeze()
    return status


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2] == "quit"))
