"""Floor and product in turn, within one run: the machine's speed drifts, and the ratio should not drift with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Final

WARM_UP: Final = 1
LEAST: Final = 2


@dataclass(frozen=True)
class Pair:
    """What floor and product took, in the same unit, as many times each."""

    floor: Sequence[float]
    product: Sequence[float]

    def ratio(self, of: Callable[[Sequence[float]], float] = median) -> float:
        """How many times the floor the product takes."""
        return of(self.product) / of(self.floor)

    def note(self, unit: str = "ms", of: Callable[[Sequence[float]], float] = median) -> str:
        """Both of them, for the table."""
        return f"{of(self.floor):.4g} and {of(self.product):.4g} {unit}, {len(self.floor)} times each"


def in_turn(
    floor: Callable[[], float], product: Callable[[], float], times: int, warm_up: int = WARM_UP, seconds: float = 60
) -> Pair:
    """Measure both alternately, each first in every other round; the first rounds do not count.

    After so many seconds only the rounds begin that are needed at least.
    """
    took: tuple[list[float], list[float]] = ([], [])
    end = perf_counter() + seconds
    for round_ in range(times + warm_up):
        if perf_counter() > end and len(took[0]) >= LEAST:
            break
        sides = (0, 1) if round_ % 2 else (1, 0)
        for side in sides:
            value = (floor, product)[side]()
            if round_ >= warm_up:
                took[side].append(value)
    return Pair(*took)


def p99(values: Sequence[float]) -> float:
    """The value that one in a hundred is slower than."""
    return sorted(values)[min(len(values) - 1, round(0.99 * (len(values) - 1)))]


def milliseconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    began = perf_counter()
    call()
    return (perf_counter() - began) * 1000
