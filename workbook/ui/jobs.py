"""Work off the screen's thread: one thread, one piece after the other, results brought back by one queued signal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from workbook.couple.backups import Progress
from workbook.trouble import Trouble

T = TypeVar("T")
Piece = tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]

QUIET: Final = 3.0
"""Seconds in which nothing was asked for, before something is done aside."""

TURN: Final = 0.0005
"""Seconds after which the work lets the screen's thread have its turn; Python's own five thousandths add up to a missed frame."""


class ScreenJobs(QObject):
    """The Jobs port on a real thread. Belongs to the window, which calls `close()` before the notebook is let go."""

    _ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: SimpleQueue[Piece | None] = SimpleQueue()
        self._told: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._thread: Thread | None = None
        self._open = True
        self._under_way = 0
        self._aside: Callable[[Progress], None] | None = None
        self._quietly: Callable[[], None] | None = None
        self.on_bug: Callable[[Exception], None] = lambda _error: None
        self._ready.connect(self._on_ready, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything asked for has not been brought back yet."""
        return self._under_way > 0

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do `work` off the screen's thread, then call `done` or `failed` on it, in the order they were asked for."""
        if not self._open:
            raise RuntimeError("the jobs are closed")
        if self._thread is None:
            sys.setswitchinterval(TURN)
            self._thread = Thread(target=self._work, name="notebook", daemon=True)
            self._thread.start()
        self._under_way += 1
        self._asked.put((work, done, failed))

    def aside(self, work: Callable[[Progress], None]) -> None:
        """Do `work` once nothing else has been asked for in a while; it is told to stop as soon as something is."""
        self._aside = work
        self.run(lambda: None, lambda _none: None, lambda _error: None)  # the thread looks whether something waits aside

    def quietly(self, work: Callable[[], None]) -> None:
        """Do `work` each time that nothing has been asked for in a while; it is short, and what it cannot do stays undone."""
        self._quietly = work

    def close(self) -> None:
        """Finish what was asked for, and what that leads to; then end the thread. Waits; nothing is taken on afterwards."""
        try:
            while self._under_way:
                self._tell()
        finally:
            self._open = False
            if self._thread is not None:
                self._asked.put(None)
                self._thread.join()
                self._thread = None

    def _work(self) -> None:
        stirred = False
        while True:
            try:
                piece = self._asked.get(timeout=QUIET if stirred or self._aside is not None else None)
            except Empty:
                if stirred and self._quietly is not None:
                    self._outcome(self._quietly, _nothing, _nothing)
                stirred = False
                self._do_aside()
                continue
            if piece is None:
                return
            stirred = True
            self._told.put(self._outcome(*piece))
            del piece  # or what it was done for, words on a page among it, would stay here until the next piece comes
            self._ready.emit()

    def _do_aside(self) -> None:
        """Whatever is asked for meanwhile waits only until the work sees that it should stop."""
        work = self._aside
        if work is None:
            return
        try:
            work(Progress(lambda: not self._asked.empty()))
        except Trouble as trouble:
            if trouble.code == "stopped":
                return
        except Exception as caught:  # noqa: BLE001 - as below: it must not end the thread
            self.on_bug(caught)
        if self._aside is work:
            self._aside = None

    def _on_ready(self) -> None:
        if not self._told.empty():  # `close` may have told it already
            self._tell()

    def _tell(self) -> None:
        tell = self._told.get()
        self._under_way -= 1
        tell()

    def _outcome(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> Callable[[], None]:
        """What is to be called on the screen's thread once `work` was done or failed."""
        try:
            result = work()
        except Exception as caught:  # noqa: BLE001 - whatever went wrong belongs to whoever asked, and must not end the thread
            trouble = caught
            if not isinstance(trouble, Trouble):
                self.on_bug(trouble)
            return lambda: failed(trouble)
        return lambda: done(result)


def _nothing(_what: object) -> None:
    """Nobody waits for it."""
