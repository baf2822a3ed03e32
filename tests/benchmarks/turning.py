"""P5: what 500 turned pages leave behind. As a module: prints memory in MiB and what is alive, after 100 pages and after all."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.benchmarks.bare import memory
from tests.benchmarks.children import printed
from tests.benchmarks.goals import Result
from tests.robots.turning import a_walk, alive, turn
from tests.robots.window import Hands

EARLY, ALL = 100, 500
FLAT: Final = 1.05


def pages(folder: Path, long: bool) -> Iterator[Result]:
    """By somebody at the keyboard of the real window."""
    early, living, late, still = printed("tests.benchmarks.turning")
    note = f"{early:.4g} and {late:.4g} MiB"
    yield Result("P5", f"memory after {ALL} turned pages, beside after {EARLY}", late / early, FLAT, note)
    yield Result("P5", "widgets, objects and screens by then", still / living, 1, f"{living:.0f} and {still:.0f}")


def main() -> None:
    """Leaf."""
    with TemporaryDirectory() as folder:
        hands = a_walk(Hands(Path(folder)).open())
        gc.freeze()
        seen: list[float] = []
        for more in (EARLY, ALL - EARLY):
            turn(hands, more)
            seen += [memory(), sum(alive(hands))]
        hands.close()
    print(*seen)


if __name__ == "__main__":
    main()
