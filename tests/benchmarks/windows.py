"""P17: what a window costs the tests. Given to pytest, this file is 200 tests of a window, and one of nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.benchmarks.children import LONGEST, ROOT
from tests.benchmarks.goals import Result
from tests.benchmarks.ratio import in_turn, milliseconds

WINDOWS: Final = 200


def costs(folder: Path, long: bool) -> Iterator[Result]:
    """Two runs of pytest, with all that holds for every test."""
    pair = in_turn(lambda: _run("nothing"), lambda: _run("a_window"), 7 if long else 3, warm_up=0)
    each = (pair.ratio() - 1) * min(pair.floor) / WINDOWS
    yield Result("P17", f"{WINDOWS} window tests, beside an empty run", pair.ratio(), 2, f"{pair.note()}; {each:.3g} ms a test")


def _run(which: str) -> float:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", which, __file__]
    here = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {"QT_QPA_PLATFORM": "offscreen"}
    return milliseconds(lambda: subprocess.run(command, cwd=ROOT, env=here, check=True, capture_output=True, timeout=LONGEST))


def test_nothing() -> None:
    """An empty run."""


@pytest.mark.parametrize("_time", range(WINDOWS))
def test_a_window(_time: int, tmp_path: Path) -> None:
    """The real window, on its first page."""
    from tests.robots.window import Hands  # an empty run has no window

    Hands(tmp_path).open().close()
