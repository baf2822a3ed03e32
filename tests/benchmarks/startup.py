"""P1, P2, P5: how soon there is something to see and to do, and how much memory it takes by then."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import notebooks
from tests.benchmarks.children import printed
from tests.benchmarks.goals import Result
from tests.benchmarks.ratio import Pair, in_turn

BARE, PRODUCT, ARRIVE = "tests.benchmarks.bare", "workbook", "tests.benchmarks.arrive"
SIZES = (0, 100_000)
"""A new notebook tells what the start itself costs, a large one what grows with it."""


class Arrivals(NamedTuple):
    """Time and memory of the same starts: at the door, and at one's own page when nobody waited for anything."""

    door: Pair
    door_memory: Pair
    page: Pair
    page_memory: Pair


def first_window(folder: Path, long: bool) -> Iterator[Result]:
    """P1."""
    pair = in_turn(lambda: printed(BARE)[0], lambda: printed(PRODUCT, "--self-test")[0], 41 if long else 21)
    yield Result("P1", "first painted window, beside a bare one", pair.ratio(), 1.15, pair.note())


def first_page(folder: Path, long: bool) -> Iterator[Result]:
    """P2: the first page that can be used is the door; without a passphrase one's own page can follow at once."""
    for responses in SIZES:
        found = _arrivals(folder, responses, long)
        what = f"the door of {responses:,} responses, beside a bare window"
        yield Result("P2", what, found.door.ratio(), 1.65, found.door.note())
        more = "the same, and straight on to one's own page"
        yield Result("P2", more, found.page.ratio(), 1.65, found.page.note())


def memory(folder: Path, long: bool) -> Iterator[Result]:
    """P5."""
    for responses in SIZES:
        found = _arrivals(folder, responses, long)
        for pair, where in ((found.door_memory, "the door"), (found.page_memory, "one's own page")):
            yield Result("P5", f"memory at {where} of {responses:,} responses", pair.ratio(), 1.5, pair.note("MiB"))


@cache
def _arrivals(folder: Path, responses: int, long: bool) -> Arrivals:
    notebook = notebooks.made(folder, responses)
    bare: list[list[float]] = []
    arrived: list[list[float]] = []

    def once(seen: list[list[float]], *module: str) -> float:
        seen.append(printed(*module))
        return seen[-1][0]

    in_turn(
        lambda: once(bare, BARE), lambda: once(arrived, ARRIVE, str(notebook), "show"), 21 if long else 11, warm_up=0, seconds=15
    )
    time, held = ([one[at] for one in bare] for at in (0, 1))
    return Arrivals(*(Pair(floor, [one[at] for one in arrived]) for at, floor in enumerate((time, held, time, held))))
