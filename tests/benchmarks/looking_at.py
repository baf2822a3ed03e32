"""How soon after a tick the page that is looked at is there anew, off the screen's thread, in the real app.

As a module: how many pages, and how many times. Prints the milliseconds of each time; the libraries are there by then.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEventLoop

from tests.benchmarks import paper
from tests.benchmarks.children import printed
from tests.benchmarks.goals import Result
from workbook.app import App, LatePrinter
from workbook.couple.paper import Paging, Picture

WIDE: Final = 480
"""How many pixels wide a page is looked at to begin with."""
LIMIT: Final = 300.0
"""Milliseconds: longer, and one ticks without seeing what it does."""


def previewing(folder: Path, long: bool) -> Iterator[Result]:
    """A paper of 20 pages, which is more than most evenings give."""
    took = printed("tests.benchmarks.looking_at", "20", "15" if long else "7")
    yield Result("P16", "from a tick to the first page of 20", median(took), LIMIT, f"{max(took):.4g} ms at most", "ms")


def main(pages: int, times: int) -> None:
    """Do what a tick asks for, wait for the page to be there; print how long it took each time."""
    app, printer, took = App(Path(os.devnull) / "none"), LatePrinter(), list[float]()
    blocks = paper.blocks(pages * paper.A_PAGE)

    def work() -> tuple[Picture, str, tuple[str, ...]]:
        made = printer.make("Notes", blocks, Paging())
        return printer.picture(made, 0, WIDE), printer.text(made, 0), printer.unprintable(blocks)

    for _time in range(times + 1):
        began = perf_counter()
        app.jobs.run(work, lambda _look: None, print)
        while app.jobs.busy:
            app.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        took.append((perf_counter() - began) * 1000)
    app.window.close()
    print(*took[1:])


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
