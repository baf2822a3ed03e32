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
    """Time and memory of starts in turn.

    At the door; at one's own page when nobody waited for anything; of a bare window with no more than the libraries that no vault
    opens without, which nothing can be below; and what somebody waits for who sees the door before pressing it.
    """

    door: Pair
    door_memory: Pair
    page: Pair
    page_memory: Pair
    least: Pair
    least_memory: Pair
    seen: Pair


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
        yield Result("P2", more, found.page.ratio(), 1.65, _floor(found.page.note(), found.least))
        waits = "the waits of somebody who sees the door before pressing it"
        yield Result("P2", waits, found.seen.ratio(), 1.65, found.seen.note())


def memory(folder: Path, long: bool) -> Iterator[Result]:
    """P5."""
    for responses in SIZES:
        found = _arrivals(folder, responses, long)
        door, page = found.door_memory, found.page_memory
        yield Result("P5", f"memory at the door of {responses:,} responses", door.ratio(), 1.5, door.note("MiB"))
        note = _floor(page.note("MiB"), found.least_memory)
        yield Result("P5", f"memory at one's own page of {responses:,} responses", page.ratio(), 1.5, note)


def _floor(note: str, least: Pair) -> str:
    return f"{note}; its libraries alone are {least.ratio():.2f}x"


@cache
def _arrivals(folder: Path, responses: int, long: bool) -> Arrivals:
    notebook = str(notebooks.made(folder, responses))
    took: dict[str, list[list[float]]] = {"bare": [], "least": [], "show": [], "look": []}

    def once(which: str, *module: str) -> float:
        took[which].append(printed(*module))
        return took[which][-1][0]

    def floors() -> float:
        once("least", BARE, "libraries")
        return once("bare", BARE)

    def products() -> float:
        once("look", ARRIVE, notebook, "look")
        return once("show", ARRIVE, notebook, "show")

    in_turn(floors, products, 21 if long else 11, warm_up=0, seconds=20)
    bare, least, show, look = ([[one[at] for one in runs] for at in range(len(runs[0]))] for runs in took.values())
    pairs = ((bare[0], show[0]), (bare[1], show[1]), (bare[0], show[2]), (bare[1], show[3]))
    return Arrivals(*(Pair(*one) for one in (*pairs, (bare[0], least[0]), (bare[1], least[1]), (bare[0], look[2]))))
