"""Work aside: only when nobody waits for anything, and it gives way at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event, current_thread, main_thread
from time import monotonic, sleep

import pytest
from pytestqt.qtbot import QtBot

from workbook.couple.backups import Progress
from workbook.trouble import Trouble
from workbook.ui import jobs as module
from workbook.ui.jobs import ScreenJobs


@pytest.fixture
def jobs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[ScreenJobs]:
    monkeypatch.setattr(module, "QUIET", 0.02)
    jobs = ScreenJobs()
    yield jobs
    jobs.close()


def enough(tried: list[int], often: int) -> bool:
    return len(tried) == often


def unexpected(caught: Exception) -> None:
    raise AssertionError(caught)


def test_it_is_done_once_elsewhere_and_nobody_waits_for_it(jobs: ScreenJobs, qtbot: QtBot) -> None:
    where: list[bool] = []
    jobs.aside(lambda _progress: where.append(current_thread() is main_thread()))
    qtbot.waitUntil(lambda: bool(where))
    assert not jobs.busy
    qtbot.wait(80)
    assert where == [False]


def test_once_nothing_is_asked_for_what_is_to_be_done_quietly_is_done_once(jobs: ScreenJobs, qtbot: QtBot) -> None:
    order: list[str] = []
    jobs.quietly(lambda: order.append("quiet"))
    qtbot.wait(60)
    assert order == [], "nothing was asked for yet"
    for _save in range(3):
        jobs.run(lambda: order.append("saved"), lambda _none: None, unexpected)
    qtbot.waitUntil(lambda: "quiet" in order)
    qtbot.wait(80)
    assert order == ["saved", "saved", "saved", "quiet"]
    jobs.run(lambda: order.append("saved"), lambda _none: None, unexpected)
    qtbot.waitUntil(lambda: order[-2:] == ["saved", "quiet"])


def test_what_cannot_be_done_quietly_ends_nothing(jobs: ScreenJobs, qtbot: QtBot) -> None:
    bugs: list[Exception] = []
    jobs.on_bug = bugs.append

    def refuse() -> None:
        raise Trouble("locked")

    def break_down() -> None:
        raise ValueError

    for work in (refuse, break_down):
        done: list[None] = []
        jobs.quietly(work)
        jobs.run(lambda: None, done.append, unexpected)
        qtbot.wait(80)
        jobs.run(lambda: None, done.append, unexpected)
        qtbot.waitUntil(lambda done=done: len(done) == 2)  # type: ignore[misc]
    assert [type(bug) for bug in bugs] == [ValueError]


def test_a_save_comes_first_and_the_work_is_begun_again_later(jobs: ScreenJobs, qtbot: QtBot) -> None:
    order: list[str] = []
    begun = Event()

    def slow(progress: Progress) -> None:
        order.append("begun")
        begun.set()
        while len(order) == 1:
            progress.go_on()
            sleep(0.001)
        order.append("done")

    jobs.aside(slow)
    assert begun.wait(5)
    asked = monotonic()
    jobs.run(lambda: order.append("saved"), lambda _none: order.append(f"{monotonic() - asked < 0.5}"), unexpected)
    qtbot.waitUntil(lambda: "done" in order)
    assert order == ["begun", "saved", "True", "begun", "done"]


def test_what_cannot_be_done_is_not_tried_again_and_ends_nothing(jobs: ScreenJobs, qtbot: QtBot) -> None:
    tried: list[int] = []
    bugs: list[Exception] = []
    jobs.on_bug = bugs.append

    def fail(_progress: Progress) -> None:
        tried.append(1)
        raise Trouble("disk-full") if len(tried) == 1 else ValueError("ours")

    for often in (1, 2):
        jobs.aside(fail)
        qtbot.waitUntil(partial(enough, tried, often))
    qtbot.wait(80)
    assert len(tried) == 2
    assert [type(bug) for bug in bugs] == [ValueError]
    right: list[int] = []
    jobs.run(lambda: 1, right.append, unexpected)
    qtbot.waitUntil(lambda: right == [1])


def test_closing_does_not_wait_for_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUIET", 0.01)
    jobs, begun = ScreenJobs(), Event()

    def endless(progress: Progress) -> None:
        begun.set()
        while True:
            progress.go_on()
            sleep(0.001)

    jobs.aside(endless)
    assert begun.wait(5)
    began = monotonic()
    jobs.close()
    assert monotonic() - began < 0.5


def test_a_backup_of_a_real_notebook_gives_way_to_a_save(jobs: ScreenJobs, qtbot: QtBot, tmp_path: Path) -> None:
    from datetime import date

    from tests.storage import given

    notebook = given.begun(tmp_path / "book")
    space = notebook.space("mira")
    space.set("long", "word " * 2_000_000)
    begun, waited = Event(), list[float]()

    def work(progress: Progress) -> None:
        begun.set()
        notebook.backups().make(date(2026, 3, 3), progress)

    jobs.aside(work)
    assert begun.wait(5)
    asked = monotonic()
    jobs.run(lambda: space.set("colour", "blue"), lambda _none: waited.append(monotonic() - asked), unexpected)
    qtbot.waitUntil(lambda: bool(waited))
    assert waited[0] < 0.3
    qtbot.waitUntil(lambda: len(notebook.backups().kept()) == 1, timeout=10_000)
    jobs.run(notebook.close, lambda _none: waited.append(0), unexpected)
    qtbot.waitUntil(lambda: len(waited) == 2)
