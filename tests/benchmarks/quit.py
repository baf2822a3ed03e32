"""P17: from the word to close until the process is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import notebooks
from tests.benchmarks.children import ended
from tests.benchmarks.goals import Result
from tests.benchmarks.ratio import in_turn


def quitting(folder: Path, long: bool) -> Iterator[Result]:
    """An open notebook on one's own page, beside a bare window."""
    notebook = str(notebooks.made(folder, 0))
    pair = in_turn(
        lambda: ended("tests.benchmarks.bare", "quit"),
        lambda: ended("tests.benchmarks.arrive", notebook, "quit"),
        31 if long else 15,
    )
    yield Result("P17", "quitting with a notebook open, beside a bare window", pair.ratio(), 1.5, pair.note())
