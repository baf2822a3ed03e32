"""Scales through time: where the dots of a small drawing stand, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from workbook.content.blocks import Event, Line


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


def upright(events: Sequence[Event], places: int) -> list[float]:
    """Where the upright lines of what happened stand, from 0 at the left to 1 at the right, in the order of the events."""
    if places < 2:  # the one dot stands in the middle
        return [0.5 if event.at == 0 else float(event.at > 0) for event in events]
    return [min(1.0, max(0.0, event.at / (places - 1))) for event in events]


def told(events: Sequence[Event]) -> list[str]:
    """What happened, under the numbers that stand at the lines."""
    return [f"{number}  {event.words}" for number, event in enumerate(events, start=1)]


def numbers(values: Sequence[int | None]) -> str:
    """The numbers in a row, with a dash where nothing was marked."""
    return " · ".join("–" if value is None else str(value) for value in values)


def ends(line: Line) -> str:
    """Both ends of a scale in words."""
    return f"{line.low_label} – {line.high_label}"
