"""P9: how soon a letter is painted while words are being kept, and how long the screen's thread is ever held up."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from time import perf_counter, sleep
from typing import Final

from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from tests.benchmarks import notebooks, paper
from tests.benchmarks.bare import FirstPaint
from tests.benchmarks.children import printed
from tests.benchmarks.gaps import LIMIT, Gap, longest
from tests.benchmarks.goals import Result
from tests.benchmarks.notebooks import ADA, WORDS
from tests.benchmarks.ratio import Pair, p99
from workbook.app import BEHIND, App, LatePrinter, settled
from workbook.content.fields import Paragraph
from workbook.couple.ports import Clock, Notebook
from workbook.couple.sitting import Sitting
from workbook.screens.pens import PrivatePen
from workbook.screens.walk import WalkScreen
from workbook.screens.walks import own_walk
from workbook.storage.keys import Root, root_in
from workbook.storage.slots import KdfCost
from workbook.ui.parts.stops import stops

QUICKER: Final = 10
"""Keys come, and answers are kept, ten times as fast as by a person, so that as many keys meet a save as in real typing."""
BETWEEN_KEYS: Final = 0.008
A_STRETCH: Final = 100
STILL_LIVELY: Final = 50.0
"""Milliseconds that nobody notices in the midst of a long piece of work."""


def keys(folder: Path, long: bool) -> Iterator[Result]:
    """Three things in one process, which also tells the longest gap while nothing is done."""
    notebook = notebooks.made(folder / "writing", 0)
    stretches = 30 if long else 9
    without, with_, *gaps = printed("tests.benchmarks.writing", str(notebook), str(stretches))
    idle, *held = (Gap(*pair) for pair in zip(gaps[::2], gaps[1::2], strict=True))
    pair = Pair([without], [with_])
    note = f"{without:.3g} and {with_:.3g} ms, {stretches * A_STRETCH} keys each"
    yield Result("P9", "from key to paint, answers kept beside not kept: 99 of 100", pair.ratio(), 1.25, note)
    limits = {"saving": LIMIT, "deriving a key": LIMIT, "writing a PDF": LIMIT, "writing 200 pages": STILL_LIVELY}
    for (what, limit), gap in zip(limits.items(), held, strict=True):
        note = f"{idle.whole:.3g} ms when idle; at most {gap.computing:.3g} ms at once are the work's own"
        yield Result("P9", f"longest hold of the screen's thread while {what}", gap.whole, limit, note, "ms")


def main(folder: Path, stretches: int) -> None:
    """Print both p99 of keys, then the gaps: idle, saving, deriving, printing 20 pages, then 200; all in milliseconds."""
    app = App(Path(os.devnull) / "none")
    app.window.show()
    for name in BEHIND:
        import_module(name)
    settled()
    notebook = notebooks.opened(folder)
    typed = _keys(app, notebook, stretches)
    space = notebook.space(ADA.id)
    slot = Root.new().in_slot("a quiet harbour", KdfCost.usual(), "here")

    def save() -> None:
        for at in range(40):
            space.save("now", f"step-{at % 10}", {"words": f"{at} {notebooks.WORDS}"})

    def derive() -> None:
        for _time in range(3):
            root_in(slot, "a quiet harbour", "here")

    def write(pages: int) -> None:
        LatePrinter().write("Notes", paper.blocks(pages * paper.A_PAGE), folder / "notes.pdf")

    gaps = [longest(app, work) for work in (_rest, save, derive, lambda: write(20), lambda: write(200))]
    notebook.close()
    app.window.close()
    print(*typed, *(number for gap in gaps for number in gap))


def _keys(app: App, notebook: Notebook, stretches: int) -> tuple[float, float]:
    """The p99 of milliseconds from key to paint without and with keeping, in stretches by turns on the same page."""
    entry = notebook.space(ADA.id).entry("now")
    assert entry is not None
    took: tuple[list[float], list[float]] = ([], [])
    sides = [(_walk(app, notebook, entry.sitting, clock)) for clock in (_Silent(), _Quick(app.clock))]
    for stretch in range(2 * stretches + 2):
        side = stretch % 2
        app.window.turn_to(sides[side])
        line = next(stop for stop in stops(app.window.view.page) if isinstance(stop, QPlainTextEdit))  # type: ignore[union-attr]
        app.qt.processEvents()
        times = [_key(app, line, WORDS[at % len(WORDS)]) for at in range(A_STRETCH)]
        if stretch > 1:
            took[side].extend(times)
        sides[side].save_now()
        _until_idle(app)
    return p99(took[0]), p99(took[1])


def _walk(app: App, notebook: Notebook, sitting: Sitting, clock: Clock) -> WalkScreen:
    """A walk, at its first page to write on."""
    walk = own_walk(notebook, ADA.id, sitting, 0, 0, clock.now())
    at = next(at for at, step in enumerate(walk.steps) if any(isinstance(field, Paragraph) for field in step.fields()))
    pen = PrivatePen(notebook.space(ADA.id), sitting, 0, clock)
    return WalkScreen(replace(walk, start=at), pen, app.jobs, clock, done=_nothing, stop=_nothing)


def _key(app: App, line: QPlainTextEdit, letter: str) -> float:
    """Press a key, wait for its paint; then wait for the next key's time, letting the screen live."""
    painted: list[float] = []
    watch = FirstPaint(line.viewport(), lambda: painted.append(perf_counter()))
    began = perf_counter()
    QTest.keyClicks(line, letter)
    while not painted:
        app.qt.processEvents()
    watch.deleteLater()
    while perf_counter() < began + BETWEEN_KEYS:
        app.qt.processEvents()
        sleep(0.0005)
    return (painted[0] - began) * 1000


def _until_idle(app: App) -> None:
    while app.jobs.busy:
        app.qt.processEvents()


def _nothing() -> None:
    """Leads nowhere."""


class _Silent:
    """A clock that never calls, so that nothing is kept while typing."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        return _nothing


class _Quick:
    """A clock that is ten times as fast."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> datetime:
        return self._clock.now()

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        return self._clock.after(seconds / QUICKER, call)


def _rest() -> None:
    sleep(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
