"""P6, P7: opening what is large, and a save that is on the disk."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import thread_time
from typing import TypeVar

from tests.benchmarks import notebooks
from tests.benchmarks.goals import Result
from tests.benchmarks.notebooks import ADA
from tests.benchmarks.ratio import in_turn, milliseconds, p99
from tests.fakes.outside import HandClock, ImmediateJobs
from workbook.couple.ports import Notebook
from workbook.screens.home import HomeScreen, HomeWays
from workbook.storage.vault import configure, engine_for, new_vault

T = TypeVar("T")

BLOCK = 4096
_PUT = "INSERT INTO said VALUES (?, ?) ON CONFLICT (step) DO UPDATE SET words = excluded.words"
NOWHERE = HomeWays(**{way: lambda *_at: None for way in HomeWays.__struct_fields__})


A_PAGE = 300
"""So many responses have more finished sittings than one's own page shows."""


def opening(folder: Path, long: bool) -> Iterator[Result]:
    """P6: the folder, the keys and the vaults; then the same with what one's own page reads before it shows.

    The page of an empty notebook has no rows, so that of a large one stands beside one of its own length. What counts is the time
    that the work itself takes: counting all, or a list that grows, shows there, and what else the machine does not.
    """
    empty, short = notebooks.made(folder, 0), notebooks.made(folder, A_PAGE)
    for responses, limit in ((100_000, 1.05), (1_000_000, 1.1)) if long else ((100_000, 1.05),):
        full = notebooks.made(folder, responses)
        pair = in_turn(lambda: _open(empty, False), lambda full=full: _open(full, False), 101)  # type: ignore[misc]
        yield Result("P6", f"opening {responses:,} responses, beside an empty notebook", pair.ratio(), limit, pair.note())
        for each in (short, full):
            _visit(each)
        pair = in_turn(lambda: _open(short, True), lambda full=full: _open(full, True), 101)  # type: ignore[misc]
        what = f"the same, and what one's own page shows, beside {A_PAGE}"
        yield Result("P6", what, pair.ratio(), limit, pair.note())


def saving(folder: Path, long: bool) -> Iterator[Result]:
    """P7: an answer of 400 letters, and 4 KiB written over in a file of the same disk; then beside SQLCipher alone."""
    notebook = notebooks.opened(notebooks.made(folder / "saving", 0))
    space = notebook.space(ADA.id)
    count = 0

    def save() -> None:
        nonlocal count
        count += 1
        space.save("now", f"step-{count % 10}", {"words": f"{count} {notebooks.WORDS * 4}"})

    file = os.open(folder / "floor", os.O_RDWR | os.O_CREAT, 0o600)

    def write() -> None:
        os.pwrite(file, os.urandom(BLOCK), 0)
        os.fsync(file)

    rounds = 2000 if long else 600
    try:
        write()
        pair = in_turn(lambda: milliseconds(write), lambda: milliseconds(save), rounds, 20)
        with _alone(folder / "alone") as put:
            beside = in_turn(lambda: milliseconds(put), lambda: milliseconds(save), rounds, 20)
    finally:
        os.close(file)
        notebook.close()
    yield Result("P7", "an encrypted save, beside 4 KiB and fsync: median", pair.ratio(), 6, pair.note())
    yield Result("P7", "the same: 99 of 100", pair.ratio(p99), 8, pair.note(of=p99))
    yield Result("P7", "the same, beside SQLCipher alone: median", beside.ratio(), 1.5, beside.note())


@contextmanager
def _alone(place: Path) -> Iterator[Callable[[], None]]:
    """A save with the same pragmas and as many letters, through nothing but the database itself."""
    key, words = bytes(32), json.dumps({"words": notebooks.WORDS * 4})
    with new_vault(place, key, "alone") as connection:
        connection.exec_driver_sql("CREATE TABLE said (step TEXT PRIMARY KEY, words TEXT)")
    engine = engine_for(place, key)
    with engine.connect() as connection:
        configure(connection)
        connection.rollback()
        driver = connection.connection.driver_connection
        assert driver is not None
        count = 0

        def put() -> None:
            nonlocal count
            count += 1
            driver.execute("BEGIN IMMEDIATE")
            driver.execute(_PUT, (f"step-{count % 10}", f"{count} {words}"))
            driver.execute("COMMIT")

        yield put
    engine.dispose()


def _open(folder: Path, with_page: bool) -> float:
    def work() -> None:
        notebook = notebooks.opened(folder)
        opened.append(notebook)
        if with_page:
            HomeScreen(ADA.id, notebook, tuple, tuple, _FirstJob(), HandClock(), NOWHERE)

    opened: list[Notebook] = []
    gc.collect()  # what the one before left is not this one's to look through
    gc.disable()  # as in the program, which looks for rubbish between two events
    began = thread_time()
    work()
    took = (thread_time() - began) * 1000
    gc.enable()
    opened[0].close()
    return took


def _visit(folder: Path) -> None:
    """Somebody was here before: the days of what the page shows are known."""
    notebook = notebooks.opened(folder)
    HomeScreen(ADA.id, notebook, tuple, tuple, ImmediateJobs(), HandClock(), NOWHERE)
    notebook.close()


class _FirstJob(ImmediateJobs):
    """Reads the page, and leaves what comes after it has been shown."""

    _asked = 0

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        self._asked += 1
        if self._asked == 1:
            super().run(work, done, failed)
