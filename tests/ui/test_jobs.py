"""Work happens elsewhere, and comes back to the screen's thread in order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread, enumerate, main_thread
from weakref import ref

import pytest
from pytestqt.qtbot import QtBot

from workbook.trouble import Trouble
from workbook.ui.jobs import ScreenJobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[ScreenJobs]:
    jobs = ScreenJobs()
    yield jobs
    jobs.close()


def unexpected(caught: Exception) -> None:
    raise AssertionError(caught)


def test_results_come_back_in_order_on_the_screens_thread(jobs: ScreenJobs, qtbot: QtBot) -> None:
    told: list[tuple[int, bool]] = []
    for number in range(50):
        jobs.run(partial(int, number), lambda at: told.append((at, current_thread() is main_thread())), unexpected)
    qtbot.waitUntil(lambda: len(told) == 50)
    assert told == [(number, True) for number in range(50)]
    assert not jobs.busy


def test_work_is_not_done_on_the_screens_thread(jobs: ScreenJobs, qtbot: QtBot) -> None:
    where: list[bool] = []
    jobs.run(lambda: current_thread() is main_thread(), where.append, unexpected)
    qtbot.waitUntil(lambda: bool(where))
    assert where == [False]


def test_what_went_wrong_is_told_to_whoever_asked_and_the_next_piece_still_runs(jobs: ScreenJobs, qtbot: QtBot) -> None:
    wrong: list[Exception] = []
    right: list[str] = []

    def fail() -> str:
        raise Trouble("disk-full")

    jobs.run(fail, right.append, wrong.append)
    jobs.run(lambda: "saved", right.append, unexpected)
    qtbot.waitUntil(lambda: bool(right))
    assert [caught.code for caught in wrong if isinstance(caught, Trouble)] == ["disk-full"]
    assert right == ["saved"]


def test_what_was_brought_back_stays_with_nobody(jobs: ScreenJobs, qtbot: QtBot) -> None:
    class Words(str):
        """What somebody wrote, and a page holds."""

    page, told = Words("the dishes"), list[str]()
    left = ref(page)
    jobs.run(partial(str.upper, page), told.append, unexpected)
    del page
    qtbot.waitUntil(lambda: bool(told))
    assert left() is None


def test_closing_finishes_what_was_asked_for_and_what_follows_from_it(qtbot: QtBot) -> None:
    jobs, told, gate = ScreenJobs(), list[str](), Event()

    def and_then(first: str) -> None:
        told.append(first)
        jobs.run(lambda: "second", told.append, unexpected)

    jobs.run(lambda: "first" if gate.wait(5) else "never", and_then, unexpected)
    gate.set()
    jobs.close()
    assert told == ["first", "second"]
    assert "notebook" not in [thread.name for thread in enumerate()]


def test_nothing_is_told_twice_after_closing(qtbot: QtBot) -> None:
    jobs, told = ScreenJobs(), list[int]()
    jobs.run(lambda: 1, told.append, unexpected)
    jobs.close()
    jobs.close()
    qtbot.wait(20)
    assert told == [1]


def test_closed_jobs_take_nothing_on(qtbot: QtBot) -> None:
    jobs = ScreenJobs()
    jobs.close()
    with pytest.raises(RuntimeError):
        jobs.run(lambda: 1, print, unexpected)
