"""G18: a backup of years is made beside everything else, and no frame waits for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter, sleep

from tests.benchmarks import notebooks
from tests.benchmarks.children import printed
from tests.benchmarks.gaps import LIMIT, longest_gap
from tests.benchmarks.goals import Result
from workbook.app import App, settled
from workbook.couple.backups import Progress


def backing_up(folder: Path, long: bool) -> Iterator[Result]:
    """Made, read through and thinned out, with the window there."""
    notebook = notebooks.made(folder / "backing-up", 100_000)
    idle, gap, seconds = printed("tests.benchmarks.backing_up", str(notebook))
    note = f"{idle:.3g} ms when idle; the backup took {seconds:.3g} s"
    yield Result("G18", "longest hold of the screen's thread by a large backup", gap, LIMIT, note, "ms")


def main(folder: Path) -> None:
    """Print the longest gap when idle and while a backup is made, in milliseconds, and the seconds that took."""
    app = App(Path(os.devnull) / "none")
    app.window.show()
    settled()
    notebook = notebooks.opened(folder)
    idle = longest_gap(app, lambda: sleep(1))
    began = perf_counter()
    gap = longest_gap(app, lambda: notebook.backups().make(date(2026, 3, 3), Progress()))
    seconds = perf_counter() - began
    notebook.close()
    app.window.close()
    print(idle, gap, seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
