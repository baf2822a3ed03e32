"""P8, P10: what the search costs a save, and how soon it answers; looking back with years behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Final

from tests.benchmarks import notebooks
from tests.benchmarks.goals import Result
from tests.benchmarks.notebooks import ADA
from tests.benchmarks.ratio import in_turn, milliseconds, p99
from workbook.content.steps.write import Write
from workbook.couple.beside import later_id
from workbook.couple.sitting import Sitting
from workbook.storage import searching

ANSWERS: Final = 100_000
COMMON: Final = "when"
"""A word that stands in every answer: by rank, as searches usually go, it would be the slowest."""


def saving(folder: Path, long: bool) -> Iterator[Result]:
    """P8: the same save with and without the search; what was written before has been read by it, so that it goes out first."""
    notebook = notebooks.opened(notebooks.made(folder / "searched", 0))
    space, count, real = notebook.space(ADA.id), 0, searching.changed
    steps = _steps(notebooks.start(notebook))

    def save() -> float:
        nonlocal count
        count += 1
        words = {"words": f"{count} {notebooks.WORDS * 4}"}
        return milliseconds(lambda: space.save("now", steps[count % len(steps)], words))

    def without() -> float:
        searching.changed = lambda *_at: None
        try:
            return save()
        finally:
            searching.changed = real

    def with_it() -> float:
        took = save()
        if count % 10 == 0:  # a pause in writing
            space.read_words(1000)
        return took

    try:
        pair = in_turn(without, with_it, 2000 if long else 600, 20)
    finally:
        notebook.close()
    yield Result("P8", "a save with the search, beside one without: 99 of 100", pair.ratio(p99), 1.5, pair.note(of=p99))


def searching_through(folder: Path, long: bool) -> Iterator[Result]:
    """P10: one word, several, the beginning of one, none that is there; a goal for the newest first and one for any."""
    notebook = notebooks.opened(_written(folder))
    space = notebook.space(ADA.id)
    rng, rounds = Random(7), 1000 if long else 300
    vocabulary = _vocabulary(Random(1))
    ways: dict[str, Callable[[], str]] = {
        "a common word": lambda: COMMON,
        "a rare word": lambda: rng.choice(vocabulary[2000:]),
        "two words": lambda: f"{COMMON} {rng.choice(vocabulary[:200])}",
        "two rare words": lambda: f"{rng.choice(vocabulary[500:])} {rng.choice(vocabulary[500:])}",
        "two letters": lambda: rng.choice(vocabulary)[:2],
        "nothing that is there": lambda: "zzzzz",
    }
    for goal, names in ((2, ["a common word"]), (50, list(ways))):
        for name in names:
            for _warm in range(5):
                space.search(ways[name](), 20)
            took = [milliseconds(lambda name=name: space.search(ways[name](), 20)) for _time in range(rounds)]  # type: ignore[misc]
            note = f"of {ANSWERS:,} answers; median {sorted(took)[len(took) // 2]:.2f} ms"
            yield Result("P10", f"the newest 20 with {name}: 99 of 100", p99(took), goal, note, "ms")
    notebook.close()


def _written(folder: Path) -> Path:
    where = folder / "found" / "with-0"
    if where.exists():
        return where
    notebook = notebooks.opened(notebooks.made(folder / "found", 0))
    vault, rng, vocabulary = notebooks.vault(notebook), Random(3), _vocabulary(Random(1))
    steps = _steps(notebooks.start(notebook))
    notebooks.fill(vault, ANSWERS, lambda at: (_later(steps, at), {"words": _line(rng, vocabulary)}))
    with vault.writing() as connection:
        searching.all_anew(connection)
    space = notebook.space(ADA.id)
    while space.read_words(1000):
        pass
    space.note(date(2026, 1, 1))
    notebook.close()
    return where


def _steps(sitting: Sitting) -> list[str]:
    return [step.id for step in sitting.exercise.steps() if isinstance(step, Write) and not step.lines]


def _later(steps: list[str], at: int) -> str:
    """A step, or a later thought about it: a sitting has more answers than this exercise has pages to write on."""
    return steps[at] if at < len(steps) else later_id(steps[0], at)


def _vocabulary(rng: Random) -> list[str]:
    return ["".join(rng.choice("aeioubdfgklmnprst") for _letter in range(rng.randint(3, 9))) for _word in range(5000)]


def _line(rng: Random, vocabulary: list[str]) -> str:
    """A dozen words, some of them far more common than others, as in any language."""
    return " ".join([COMMON, *(vocabulary[min(int(rng.paretovariate(0.8)), 4999)] for _word in range(12))])
