"""Scales through time: where the dots of a small drawing stand, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from workbook.content.blocks import Line


class Dot(NamedTuple):
    """A place in a drawing: from 0 at the left to 1 at the right, from 0 below to 1 above."""

    x: float
    y: float


def stretches(values: Sequence[int | None], low: int, high: int) -> list[list[Dot]]:
    """The dots in their order, parted where nothing was marked."""
    wide, tall = max(1, len(values) - 1), max(1, high - low)
    placed = [(at / wide if len(values) > 1 else 0.5, value) for at, value in enumerate(values)]
    runs = groupby(placed, key=lambda one: one[1] is None)
    return [[Dot(x, (value - low) / tall) for x, value in run if value is not None] for empty, run in runs if not empty]


def numbers(values: Sequence[int | None]) -> str:
    """The numbers in a row, with a dash where nothing was marked."""
    return " · ".join("–" if value is None else str(value) for value in values)


def ends(line: Line) -> str:
    """Both ends of a scale in words."""
    return f"{line.low_label} – {line.high_label}"
