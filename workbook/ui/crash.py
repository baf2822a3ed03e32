"""When the program itself is at fault: what was written is safe, and here is a report that holds none of it.

A report names the kind of error and where in our own code it rose; never its message or a variable, as either could hold an answer.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from workbook import __version__

_OURS = Path(__file__).parent.parent


def report(error: BaseException) -> str:
    """The kind of an error, our own files and lines it went through, and the version; nothing a person wrote."""
    import platform  # a crash can wait for it, the first window not

    lines = []
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(_OURS):
            lines.append(f"{file.relative_to(_OURS).as_posix()}:{trace.tb_lineno}")
        trace = trace.tb_next
    return "\n".join((f"{type(error).__name__}, workbook {__version__}, {platform.system()}", *lines))


class CrashHandler(QObject):
    """Catches what nobody else caught, on any thread, and tells it on the screen's."""

    _caught = Signal(str)

    def __init__(self, tell: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caught.connect(tell, Qt.ConnectionType.QueuedConnection)
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_screen
        threading.excepthook = self._on_thread

    def tell(self, error: BaseException) -> None:
        """Log where it rose, and show the report."""
        said = report(error)
        import logging  # as above

        logging.getLogger("workbook").error("bug: %s", said)
        self._caught.emit(said)

    def close(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def _on_screen(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.tell(error)

    def _on_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.tell(caught.exc_value)
