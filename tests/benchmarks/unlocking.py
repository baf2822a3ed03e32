"""P4: from the passphrase to one's own page, beside the same without one and the deriving of one key.

The key costs less here than in life, so that the ten milliseconds do not drown in what one derivation differs from the next.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QEventLoop

from tests.benchmarks import notebooks
from tests.benchmarks.bare import FirstPaint
from tests.benchmarks.children import printed
from tests.benchmarks.goals import Result
from tests.benchmarks.notebooks import ADA
from workbook.app import App, settled
from workbook.screens.home import HomeScreen
from workbook.screens.unlock import UnlockScreen
from workbook.storage import keyfile
from workbook.storage.keys import root_in
from workbook.storage.slots import KdfCost

COST: Final = KdfCost(1, 64 * 1024 * 1024)
PASSPHRASE: Final = "a quiet harbour"
MORE: Final = 10.0


def unlocking(folder: Path, long: bool) -> Iterator[Result]:
    """By turns in one process: with a passphrase, without, and the derivation alone."""
    locked = notebooks.made(folder / "locked", 100_000, PASSPHRASE, COST)
    times = 41 if long else 15
    with_, without, key = printed("tests.benchmarks.unlocking", str(locked), str(notebooks.made(folder, 100_000)), str(times))
    note = f"{without:.4g} ms to the page, {key:.4g} ms a key, {with_:.4g} ms both, {times} times each"
    yield Result("P4", "unlocking 100,000 responses: more than page and key", with_ - without - key, MORE, note, "ms")


class Comings:
    """One window in which people come in again and again."""

    def __init__(self) -> None:
        self.app = App(Path(os.devnull) / "none")
        self._turn_to = self.app.window.turn_to
        self._there = 0.0
        self.app.window.turn_to = self._follow  # type: ignore[method-assign]
        self.app.window.show()
        settled()

    def once(self, folder: Path, passphrase: str) -> float:
        """Milliseconds from Enter at the door to the first paint of one's own page."""
        self.app.flow.open(folder)
        self._until_idle()
        self.app.flow.come_in(ADA.id, lambda: self.app.flow.home(ADA.id))
        screen = self.app.flow.screen
        assert isinstance(screen, UnlockScreen)
        self._until_idle()
        self._there, began = 0.0, perf_counter()
        screen.enter(passphrase)
        while not self._there:
            self.app.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        took = (self._there - began) * 1000
        self._until_idle()
        self.app.flow.notebook.close()
        return took

    def derive(self, work: Callable[[], object]) -> float:
        """Milliseconds of a job that does nothing else."""
        began = perf_counter()
        self.app.jobs.run(work, lambda _result: None, lambda _error: None)
        while self.app.jobs.busy:
            self.app.qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return (perf_counter() - began) * 1000

    def _follow(self, screen: Any) -> None:
        self._turn_to(screen)
        if isinstance(screen, HomeScreen):
            change = screen.change

            def shown(**changes: Any) -> None:
                change(**changes)
                FirstPaint(self.app.window.view.page, self._arrived)  # type: ignore[union-attr]  # it is a PageView

            screen.change = shown  # type: ignore[method-assign]

    def _arrived(self) -> None:
        self._there = perf_counter()

    def _until_idle(self) -> None:
        for _round in range(20):
            self.app.qt.processEvents()
            while self.app.jobs.busy:
                self.app.qt.processEvents()


def main(locked: Path, unlocked: Path, times: int) -> None:
    """Print the medians: with a passphrase, without, the derivation; in milliseconds."""
    comings = Comings()
    keys = keyfile.read(locked)
    slot, bound = keys.member(ADA.id).slot(), keys.bound(ADA.id, "root")
    took: tuple[list[float], list[float], list[float]] = ([], [], [])
    for _time in range(times + 1):
        took[0].append(comings.once(locked, PASSPHRASE))
        took[1].append(comings.once(unlocked, ""))
        took[2].append(comings.derive(lambda: root_in(slot, PASSPHRASE, bound)))
    comings.app.flow.quit(comings.app.jobs.close)
    print(*(median(one[1:]) for one in took))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
