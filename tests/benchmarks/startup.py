"""P1, P2, P5: how soon there is something to see and to do, and how much memory it takes by then."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.benchmarks import notebooks
from tests.benchmarks.children import printed
from tests.benchmarks.goals import Result
from tests.benchmarks.ratio import Pair, in_turn

BARE, PRODUCT, ARRIVE = "tests.benchmarks.bare", "workbook", "tests.benchmarks.arrive"
SIZES = (0, 100_000)
"""A new notebook tells what the start itself costs, a large one what grows with it."""


def first_window(folder: Path, long: bool) -> Iterator[Result]:
    """P1."""
    pair = in_turn(lambda: printed(BARE)[0], lambda: printed(PRODUCT, "--self-test")[0], 41 if long else 21)
    yield Result("P1", "first painted window, beside a bare one", pair.ratio(), 1.15, pair.note())


def first_page(folder: Path, long: bool) -> Iterator[Result]:
    """P2."""
    for responses in SIZES:
        pair, _memory = _arrivals(folder, responses, long)
        what = f"first usable page of {responses:,} responses, beside a bare window"
        yield Result("P2", what, pair.ratio(), 1.65, pair.note())


def memory(folder: Path, long: bool) -> Iterator[Result]:
    """P5."""
    for responses in SIZES:
        _time, pair = _arrivals(folder, responses, long)
        what = f"memory at the first usable page of {responses:,} responses"
        yield Result("P5", what, pair.ratio(), 1.5, pair.note("MiB"))


@cache
def _arrivals(folder: Path, responses: int, long: bool) -> tuple[Pair, Pair]:
    """Time and memory of the same starts."""
    notebook = notebooks.made(folder, responses)
    memories: dict[str, list[float]] = {BARE: [], ARRIVE: []}

    def once(*module: str) -> float:
        time, held = printed(*module)
        memories[module[0]].append(held)
        return time

    pair = in_turn(lambda: once(BARE), lambda: once(ARRIVE, str(notebook), "show"), 21 if long else 11, warm_up=0, seconds=15)
    return pair, Pair(memories[BARE], memories[ARRIVE])
