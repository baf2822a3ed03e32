"""A line as it stands on paper: which face each stretch has, which way it runs, how letters join.

Only words that go from right to left are turned and shaped; all others take the short way.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from workbook.report import faces
from workbook.report.faces import BOLD, JOINED, TEXT

WORDS: Final = 10_000
"""How many different words are remembered while a document is made."""

_TURNING = frozenset({"R", "AL", "AN"})


_LEFT_OUT = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""What is passed over when words are ordered (rule X9); what others put into a text to turn it, too."""


class Stretch(NamedTuple):
    """Letters of one face, from left to right as they are painted, and how wide they are in points."""

    face: str
    text: str
    wide: float


def turns(text: str) -> bool:
    """Whether any of a text goes from right to left."""
    return not text.isascii() and any(map(_turning, text))


@cache
def _turning(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in _TURNING


def levels(text: str) -> list[int]:
    """For each character how deep it is in words that go the other way: even to the right, odd to the left (Unicode, Annex 9)."""
    from bidi import algorithm  # needed by few

    kept = [letter for letter in text if unicodedata.bidirectional(letter) not in _LEFT_OUT]
    base = algorithm.get_base_level(kept)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(kept, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = iter([char["level"] for char in storage["chars"]])
    deep = [base]
    for letter in text:
        deep.append(deep[-1] if unicodedata.bidirectional(letter) in _LEFT_OUT else next(found))
    return deep[1:]


def stretches(text: str, look: str, size: float, deep: Sequence[int] | None = None) -> list[Stretch]:
    """A line from left to right, as it is painted; `deep` are its levels, where any of it turns."""
    if deep is None:
        return [_plain(words, faces.of(name, look), size) for name, words in faces.runs(text, look)]
    return [
        stretch for run in _in_sight(text, deep) for stretch in _turned(text[run.start : run.end], run.level % 2 == 1, look, size)
    ]


def wide(text: str, look: str, size: float) -> float:
    """How wide a stretch of a text will be, in points."""
    return faces.measured(text, look, size) if faces.letters(TEXT).issuperset(text) else _wide(text, look, size)


@lru_cache(maxsize=WORDS)
def _wide(text: str, look: str, size: float) -> float:
    return sum(_set(name, words, look, size).wide for name, words in faces.runs(text, look))


def measure(text: str, size: float, bold: bool) -> float:
    """How wide a line of a drawing is, in points."""
    return wide(text, BOLD if bold else TEXT, size)


def _plain(words: str, face: str, size: float) -> Stretch:
    return Stretch(face, words, faces.measured(words, face, size))


@lru_cache(maxsize=WORDS)
def _set(name: str, words: str, look: str, size: float) -> Stretch:
    return _joined(words, faces.of(name, look), size) if name in JOINED else _plain(words, faces.of(name, look), size)


class _Run(NamedTuple):
    """Characters of one level, from where to where."""

    level: int
    start: int
    end: int


def _in_sight(text: str, deep: Sequence[int]) -> list[_Run]:
    """Stretches of one level from left to right (rules L1 and L2)."""
    ends, lowest = len(text.rstrip()), min(deep)
    placed = [lowest if at >= ends else level for at, level in enumerate(deep)]
    edges = [0, *(at for at in range(1, len(placed)) if placed[at] != placed[at - 1]), len(placed)]
    runs = [_Run(placed[start], start, end) for start, end in pairwise(edges)]
    for level in range(max(placed), 0, -1):
        at = 0
        while at < len(runs):
            end = at
            while end < len(runs) and runs[end].level >= level:
                end += 1
            runs[at:end] = reversed(runs[at:end])
            at = max(end, at + 1)
    return runs


def _turned(words: str, odd: bool, look: str, size: float) -> Iterator[Stretch]:
    runs = faces.runs(words, look)
    for name, run in reversed(runs) if odd else runs:
        yield _set(name, _mirrored(run) if odd and name not in JOINED else run, look, size)


def _mirrored(words: str) -> str:
    """Signs and spaces between words that go to the left: the last one first, and brackets looking the other way."""
    return words[::-1].translate(_mirror())


@cache
def _mirror() -> dict[int, str]:
    from bidi.mirror import MIRRORED

    return {ord(one): other for one, other in MIRRORED.items()}


def forget() -> None:
    """Nothing of what was typed stays in memory once a document is done."""
    _set.cache_clear()
    _wide.cache_clear()


def _joined(words: str, name: str, size: float) -> Stretch:
    """Letters as they join in a word, by HarfBuzz; each remembers what it stands for."""
    from reportlab.lib.abag import ABag
    from reportlab.pdfbase.ttfonts import shapeFragWord

    face = faces.face(name)
    fragment = [0, (ABag(fontName=name, fontSize=size), words)]
    shaped: Any = shapeFragWord(fragment, features={"kern": True, "liga": True}, force=True)[1][1]
    data = shaped.__shapeData__
    starts = sorted({one.cluster for one in data})
    ends = dict(zip(starts, [*starts[1:], len(words)], strict=True))
    for letter, one in zip(str(shaped), data, strict=True):
        if words[one.cluster : ends[one.cluster]] != letter:
            face.said.setdefault(letter, words[one.cluster : ends[one.cluster]])
    return Stretch(name, shaped, sum(one.x_advance for one in data) * size / 1000)


def paint(pen: Any, painted: Sequence[Stretch], x: float, y: float, size: float, leading: float | None = None) -> None:
    """Put a line on paper, from a place on; how a word is written in this document is found out once."""
    known: dict[tuple[int, float, float | None], tuple[Stretch, str]] = pen._canvas.written
    pen.setTextOrigin(x, y)
    for one in painted:
        pen.setFont(one.face, size, leading)
        key = (id(one), size, leading)
        if key not in known:
            if len(known) > WORDS:
                known.clear()
            known[key] = (one, pen._formatText(one.text))  # with what it is of, so that nothing else gets its place in memory
        pen._code.append(known[key][1])
