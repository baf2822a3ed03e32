"""Breaking words into lines of a given width, for drawings that no toolkit sets for us."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice

LONG = 200
"""A word of so many letters is measured piece by piece."""


def wrap(text: str, width: float, measure: Callable[[str], float], most: int | None = None) -> list[str]:
    """A text broken into lines no wider than `width`, words without spaces too; after `most` lines it ends in an ellipsis."""
    return clip(text, width, measure, most)[0]


def clip(text: str, width: float, measure: Callable[[str], float], most: int | None) -> tuple[list[str], bool]:
    """The lines, and whether there were more than `most`."""
    lines = list(islice(_broken(text, width, measure), None if most is None else most + 1))
    if most is None or len(lines) <= most:
        return lines, False
    return [*lines[: most - 1], _shortened(lines[most - 1], width, measure)], True


def _broken(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    for paragraph in text.strip().splitlines() or [""]:
        line = ""
        for word in re.findall(r"\s*\S+", paragraph) or [""]:
            if len(word) < LONG and measure(line + word) <= width:
                line += word
                continue
            if line:
                yield line
            line = word.strip()
            while (end := _fitting(line, width, measure)) < len(line):
                yield line[:end]
                line = line[end:]
        yield line


def _fitting(word: str, width: float, measure: Callable[[str], float]) -> int:
    """How many letters of a word fit, at least one; an accent stays with its letter."""
    low, high = 1, 2
    while low < len(word) and measure(word[:high]) <= width:
        low, high = min(high, len(word)), high * 2
    while low < len(word) and high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if measure(word[:middle]) <= width else (low, middle)
    end = low
    while end > 1 and end < len(word) and (unicodedata.combining(word[end]) or word[end] in "\u200d\ufe0f"):
        end -= 1
    return end


def _shortened(line: str, width: float, measure: Callable[[str], float]) -> str:
    while line and measure(line + "…") > width:
        line = line[:-1]
    return line.rstrip() + "…"
