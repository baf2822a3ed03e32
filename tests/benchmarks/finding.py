"""P8, P10, P12: what the search costs a save, how soon it answers, and looking back with years behind it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, thread_time
from typing import Any, Final

from sqlalchemy import text

from tests.benchmarks import notebooks
from tests.benchmarks.children import printed
from tests.benchmarks.goals import Result
from tests.benchmarks.notebooks import ADA
from tests.benchmarks.ratio import in_turn, milliseconds, p99
from tests.fakes.outside import HandClock, ImmediateJobs
from workbook.app import App
from workbook.content.steps.write import Write
from workbook.couple.beside import later_id
from workbook.couple.ports import Notebook, Space
from workbook.couple.sitting import Sitting
from workbook.screens.home import HomeScreen, HomeWays
from workbook.screens.library import LibraryScreen
from workbook.screens.past import PastScreen, PastWays
from workbook.screens.screen import Screen
from workbook.storage import searching

ANSWERS: Final = 100_000
TYPED: Final = ("w", "wh", "when", "l", "le", "letter", "zz")
LOOKED: Final = 0.2
"""Seconds that somebody looks at a page before they type."""
COMMON: Final = "when"
"""A word that stands in every answer: by rank, as searches usually go, it would be the slowest."""


def saving(folder: Path, long: bool) -> Iterator[Result]:
    """P8: the same save with and without the search; what was written before has been read by it, so that it goes out first."""
    notebook = notebooks.opened(notebooks.made(folder / "searched", 0))
    space, count, real = notebook.space(ADA.id), 0, searching.changed
    steps = _steps(notebooks.start(notebook))

    def save() -> float:
        nonlocal count
        count += 1
        words = {"words": f"{count} {notebooks.WORDS * 4}"}
        return milliseconds(lambda: space.save("now", steps[count % len(steps)], words))

    def without() -> float:
        searching.changed = lambda *_at: None
        try:
            return save()
        finally:
            searching.changed = real

    def with_it() -> float:
        took = save()
        if count % 10 == 0:  # a pause in writing
            space.read_words(1000)
        return took

    try:
        pair = in_turn(without, with_it, 2000 if long else 600, 20)
    finally:
        notebook.close()
    yield Result("P8", "a save with the search, beside one without: 99 of 100", pair.ratio(p99), 1.5, pair.note(of=p99))


def searching_through(folder: Path, long: bool) -> Iterator[Result]:
    """P10: one word, several, the beginning of one, none that is there; a goal for the newest first and one for any."""
    notebook = notebooks.opened(_written(folder))
    space = notebook.space(ADA.id)
    rng, rounds = Random(7), 1000 if long else 300
    vocabulary = _vocabulary(Random(1))
    ways: dict[str, Callable[[], str]] = {
        "a common word": lambda: COMMON,
        "a rare word": lambda: rng.choice(vocabulary[2000:]),
        "two words": lambda: f"{COMMON} {rng.choice(vocabulary[:200])}",
        "two rare words": lambda: f"{rng.choice(vocabulary[500:])} {rng.choice(vocabulary[500:])}",
        "two letters": lambda: rng.choice(vocabulary)[:2],
        "nothing that is there": lambda: "zzzzz",
    }
    for goal, names in ((2, ["a common word"]), (50, list(ways))):
        for name in names:
            for _warm in range(5):
                space.search(ways[name](), 20)
            took = [_both_times(space, ways[name]()) for _time in range(rounds)]
            own, wall = ([one[at] for one in took] for at in (0, 1))
            note = f"its own time, median {median(own):.2f}; by the clock {median(wall):.2f} and {p99(wall):.2f} ms"
            yield Result("P10", f"the newest 20 with {name}: 99 of 100", p99(own), goal, note, "ms")
    notebook.close()


def _both_times(space: Space, words: str) -> tuple[float, float]:
    """How long a search takes, in milliseconds: in this thread's own time, which other programs disturb less, and by the clock."""
    own, clock = thread_time(), perf_counter()
    space.search(words, 20)
    return (thread_time() - own) * 1000, (perf_counter() - clock) * 1000


def looking_back(folder: Path, long: bool) -> Iterator[Result]:
    """P12: each page with a list read, made and painted with years behind it; and a key on the line that looks for words."""
    few, years, many = (_sat(folder, sittings) for sittings in (1_000, 10_000, 100_000))
    first, ten, second, *clock = _opened("PastScreen", few, years, many)
    note = f"{first:.4g} and {second:.4g} ms, medians"
    yield Result("P12", "looking back on 100,000 sittings, beside 1,000", second / first, 1.5, note)
    home, library = _opened("HomeScreen", years), _opened("LibraryScreen", years)
    for what, (own, by_the_clock) in (("looking back", [ten, clock[1]]), ("home", home), ("the library", library)):
        note = f"read, made and painted; median of its own time, by the clock {by_the_clock:.4g} ms"
        yield Result("P12", f"{what} with 10,000 sittings", own, 100, note, "ms")
    for what, kind, where in (("looking back", "PastScreen", _written(folder)), ("the library", "LibraryScreen", years)):
        own, by_the_clock = printed("tests.benchmarks.finding", "key", kind, str(where))
        note = f"found and painted; median of its own time, by the clock {by_the_clock:.4g} ms"
        yield Result("P12", f"a key on the line to find something: {what}", own, 20, note, "ms")


def _opened(kind: str, *folders: Path) -> list[float]:
    return printed("tests.benchmarks.finding", "open", kind, *(str(folder) for folder in folders))


def _sat(folder: Path, sittings: int) -> Path:
    """A notebook with so many finished sittings, all of them seen before, and nothing in them."""
    where = notebooks.made(folder / f"sat-{sittings}", 0)
    notebook = notebooks.opened(where)
    vault = notebooks.vault(notebook)
    if len(vault.rows(text("SELECT id FROM noted LIMIT 1"))) == 0:
        counted = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {sittings})"
        columns = "id, exercise, mode, short, people, part, step, state, revision, read_in"
        with vault.writing() as connection:
            exercise = "(SELECT digest FROM exercise)"
            values = f"""'s' || i, {exercise}, 'alone', 0, '["ada"]', 0, 0, 'finished', 10 + i, 0"""
            connection.exec_driver_sql(f"INSERT INTO sitting ({columns}) {counted} SELECT {values} FROM n")
            connection.exec_driver_sql(f"INSERT INTO noted (sitting, day) {counted} SELECT 's' || i, '2026-01-01' FROM n")
    notebook.close()
    return where


def main(what: str, kind: str, *folders: Path) -> None:
    """Print for each notebook the median time, in milliseconds, that opening a page takes, or a key on it; taking turns.

    First those of the thread's own time, then those by the clock.
    """
    app = App(Path(os.devnull) / "none")
    app.window.show()
    opened = [notebooks.opened(folder) for folder in folders]
    took: list[list[tuple[float, float]]] = [[] for _notebook in opened]
    for turn in range(16):
        for notebook, times in zip(opened, took, strict=True):
            screen = _screen(kind, app, notebook)
            if what == "key":
                app.window.turn_to(screen)
                app.window.grab()
                came = perf_counter()
                while perf_counter() - came < LOOKED:  # nobody types on a page the moment it opens
                    app.qt.processEvents()
            own, clock = thread_time(), perf_counter()
            if what == "key":
                _type(screen, TYPED[turn % len(TYPED)])
            else:
                app.window.turn_to(screen)
            app.window.grab()
            times.append(((thread_time() - own) * 1000, (perf_counter() - clock) * 1000))
    for notebook in opened:
        notebook.close()
    app.window.close()
    print(*(median(one[at] for one in times[1:]) for at in (0, 1) for times in took))


def _screen(kind: str, app: App, notebook: Notebook) -> Screen[Any]:
    """A page that leads nowhere, and does not wait for what it asks for."""
    outside, jobs, clock = app.flow.outside, ImmediateJobs(), HandClock()
    exercises = outside.library.summaries
    if kind == "PastScreen":
        return PastScreen(ADA.id, notebook, jobs, clock, PastWays(**dict.fromkeys(PastWays.__struct_fields__, _nowhere)))
    if kind == "HomeScreen":
        ways = HomeWays(**dict.fromkeys(HomeWays.__struct_fields__, _nowhere))
        return HomeScreen(ADA.id, notebook, exercises, outside.journeys, jobs, clock, ways)
    return LibraryScreen(ADA.id, notebook, exercises, jobs, exercise=_nowhere, paper=_nowhere, paths=_nowhere, back=_nowhere)


def _type(screen: Screen[Any], words: str) -> None:
    if isinstance(screen, PastScreen):
        screen.find(words)
    elif isinstance(screen, LibraryScreen):
        screen.narrow(words=words)


def _nowhere(*_at: object) -> None:
    """Leads nowhere."""


def _written(folder: Path) -> Path:
    where = folder / "found" / "with-0"
    if where.exists():
        return where
    notebook = notebooks.opened(notebooks.made(folder / "found", 0))
    vault, rng, vocabulary = notebooks.vault(notebook), Random(3), _vocabulary(Random(1))
    steps = _steps(notebooks.start(notebook))
    notebooks.fill(vault, ANSWERS, lambda at: (_later(steps, at), {"words": _line(rng, vocabulary)}))
    with vault.writing() as connection:
        searching.all_anew(connection)
    space = notebook.space(ADA.id)
    while space.read_words(1000):
        pass
    space.note(date(2026, 1, 1))
    notebook.close()
    return where


def _steps(sitting: Sitting) -> list[str]:
    return [step.id for step in sitting.exercise.steps() if isinstance(step, Write) and not step.lines]


def _later(steps: list[str], at: int) -> str:
    """A step, or a later thought about it: a sitting has more answers than this exercise has pages to write on."""
    return steps[at] if at < len(steps) else later_id(steps[0], at)


def _vocabulary(rng: Random) -> list[str]:
    return ["".join(rng.choice("aeioubdfgklmnprst") for _letter in range(rng.randint(3, 9))) for _word in range(5000)]


def _line(rng: Random, vocabulary: list[str]) -> str:
    """A dozen words, some of them far more common than others, as in any language."""
    return " ".join([COMMON, *(vocabulary[min(int(rng.paretovariate(0.8)), 4999)] for _word in range(12))])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *(Path(folder) for folder in sys.argv[3:]))
