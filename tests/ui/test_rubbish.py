"""What nobody holds any more is let go of on the screen's thread, whatever thread made it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from threading import current_thread, main_thread
from weakref import ref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from workbook.ui.jobs import ScreenJobs
from workbook.ui.rubbish import Rubbish


class Ring:
    """Holds itself, as a page and its presenter do."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[ScreenJobs]:
    parent = QObject()
    jobs, rubbish = ScreenJobs(parent), Rubbish(lambda: True, parent)
    rubbish.begin()
    yield jobs
    jobs.close()
    rubbish.close()
    assert gc.isenabled()


@pytest.fixture
def looked() -> Iterator[list[bool]]:
    """For each time that rubbish was looked for, whether it was on the screen's thread."""
    seen: list[bool] = []

    def look(phase: str, _info: Mapping[str, int]) -> None:
        if phase == "start":
            seen.append(current_thread() is main_thread())

    gc.callbacks.append(look)
    yield seen
    gc.callbacks.remove(look)


def test_work_on_another_thread_lets_go_of_nothing_there(jobs: ScreenJobs, looked: list[bool], qtbot: QtBot) -> None:
    made: list[int] = []
    jobs.run(lambda: len([Ring() for _ in range(100_000)]), made.append, _unexpected())
    qtbot.waitUntil(lambda: bool(made))
    qtbot.waitUntil(lambda: bool(looked))
    assert all(looked)


def test_what_holds_itself_goes_after_a_while(jobs: ScreenJobs, qtbot: QtBot) -> None:
    gone = ref(Ring())
    kept = [Ring() for _ in range(2 * gc.get_threshold()[0])]
    qtbot.waitUntil(lambda: gone() is None)
    assert kept


def _unexpected() -> Callable[[Exception], None]:
    def fail(caught: Exception) -> None:
        raise AssertionError(caught)

    return fail
