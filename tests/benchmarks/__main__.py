"""`python -m tests.benchmarks [P1 P2 ...] [--long]`: each goal of speed, and beside it what this run measured."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Final

from tests.benchmarks import (
    backing_up,
    booklet,
    covering,
    finding,
    looking_at,
    office,
    others,
    pages,
    paper,
    quit,
    startup,
    storage,
    turning,
    unlocking,
    windows,
    writing,
)
from tests.benchmarks.children import ROOT
from tests.benchmarks.goals import HEAD, Result

NOW: Final[dict[str, Callable[[Path, bool], Iterator[Result]]]] = {
    "P1": startup.first_window,
    "P2": startup.first_page,
    "P3": others.first_windows,
    "P4": unlocking.unlocking,
    "P5": lambda folder, long: chain(startup.memory(folder, long), turning.pages(folder, long)),
    "P6": storage.opening,
    "P7": storage.saving,
    "P8": finding.saving,
    "P9": writing.keys,
    "P10": finding.searching_through,
    "P11": pages.a_page,
    "P12": finding.looking_back,
    "P13": paper.pages,
    "P14": booklet.contents,
    "P15": booklet.scripts,
    "P16": lambda folder, long: chain(looking_at.previewing(folder, long), office.export(folder, long)),
    "P17": lambda folder, long: chain(quit.quitting(folder, long), windows.costs(folder, long)),
    "G9": covering.covering,
    "G18": backing_up.backing_up,
}
GOALS: Final = sorted(NOW, key=lambda goal: (goal[0] != "P", int(goal[1:])))


def main() -> None:
    """Measure what was asked for, or everything."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Speed, beside its goals.")
    parser.add_argument(
        "goals", nargs="*", choices=[*GOALS, []], metavar="GOAL", help="P1 to P17, G9, G18; all of them unless said otherwise"
    )
    parser.add_argument("--long", action="store_true", help="also 1,000,000 responses and 2,000 pages, and more rounds")
    asked = parser.parse_args()
    print(HEAD)
    # In the checkout: a temporary folder may be in memory, where fsync is free.
    (ROOT / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "build") as folder:
        for goal in asked.goals or GOALS:
            try:
                for result in NOW[goal](Path(folder), asked.long):
                    print(result.line(), flush=True)
            except FileNotFoundError as reason:
                print(f"{goal:<4} later: {reason}")


if __name__ == "__main__":
    main()
