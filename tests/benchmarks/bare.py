"""A bare PySide6 window: the floor of every start, and of every end. Brings in nothing of the workbook unless told to.

Prints the milliseconds to its first paint and its memory in MiB; with `quit`, its monotonic clock when it is told to close; with
`libraries`, the same once it has brought in what no vault opens without.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

LIBRARIES = ("msgspec", "workbook.storage.libraries", "sqlcipher3.dbapi2", "nacl.pwhash", "nacl.secret", "nacl.signing")


class FirstPaint(QObject):
    """Calls once, after the next paint of a widget."""

    def __init__(self, widget: QWidget, call: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._call = widget, call
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._call)
        return False


def since_start() -> float:
    """Milliseconds since this process began, as `couples-workbook --self-test` counts them."""
    fields = Path("/proc/self/stat").read_text("ascii").rsplit(")", 1)[1].split()
    began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000


def memory(which: str = "VmRSS") -> float:
    """This process's memory in MiB; `VmHWM` is the most it ever held."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith(f"{which}:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not tell")


def _bring_in_libraries() -> None:
    """As lightly as the program does it: no rubbish looked for, no source read in search of a switch of PySide's."""
    gc.disable()
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    for name in LIBRARIES:
        import_module(name)


def main() -> int:
    """Show it."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1080, 760)
    window.setCentralWidget(QWidget())

    def painted() -> None:
        if "libraries" in sys.argv:
            _bring_in_libraries()
        print(*([time.monotonic()] if "quit" in sys.argv else [since_start(), memory()]), flush=True)
        window.close()

    FirstPaint(window, painted)
    window.show()
    return int(app.exec())


if __name__ == "__main__":
    raise SystemExit(main())
