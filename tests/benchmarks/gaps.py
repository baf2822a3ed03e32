"""How long the screen's thread is ever held up while something is done beside it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEventLoop, Qt, QTimer

from workbook.app import App

LIMIT: Final = 16.0
"""Milliseconds of one frame."""


def longest_gap(app: App, work: Callable[[], object]) -> float:
    """The longest time, in milliseconds, between two beats of a timer of one millisecond while `work` is done as a job."""
    beats = [perf_counter()]
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append(perf_counter()))
    timer.start(1)
    app.jobs.run(work, lambda _result: None, _raise)
    while app.jobs.busy:
        app.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    timer.stop()
    beats.append(perf_counter())
    return max(later - earlier for earlier, later in pairwise(beats)) * 1000


def _raise(error: Exception) -> None:
    raise error
