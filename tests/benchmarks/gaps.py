"""How long the screen's thread is ever held up while something is done beside it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from threading import enumerate as enumerate_threads
from time import clock_gettime, perf_counter, pthread_getcpuclockid
from typing import Final, NamedTuple

from PySide6.QtCore import QEventLoop, Qt, QTimer

from workbook.app import App

LIMIT: Final = 16.0
"""Milliseconds of one frame."""


class Gap(NamedTuple):
    """A time without a beat in milliseconds, and the most that the work computed in any such time.

    On a machine with other things to do the first tells of those, too; by computing, the work holds up no more than the second.
    """

    whole: float
    computing: float


def longest_gap(app: App, work: Callable[[], object]) -> float:
    """The longest time, in milliseconds, between two beats of a timer of one millisecond while `work` is done as a job."""
    return longest(app, work).whole


def longest(app: App, work: Callable[[], object]) -> Gap:
    """The same, with what the work computed meanwhile."""
    beats, worked = [perf_counter()], [_computed()]

    def beat() -> None:
        beats.append(perf_counter())
        worked.append(_computed())

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start(1)
    app.jobs.run(work, lambda _result: None, _raise)
    while app.jobs.busy:
        app.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    timer.stop()
    beat()
    return Gap(*(max(later - earlier for earlier, later in pairwise(each)) * 1000 for each in (beats, worked)))


def _computed() -> float:
    """Seconds that the one thread for work has computed so far."""
    at_work = next((thread.ident for thread in enumerate_threads() if thread.name == "notebook"), None)
    return 0.0 if at_work is None else clock_gettime(pthread_getcpuclockid(at_work))


def _raise(error: Exception) -> None:
    raise error
