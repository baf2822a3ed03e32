"""The one gate between words and paper: what cannot be shown is replaced visibly, all else comes out as it was typed.

There is no markup behind it: `<hurt & alone>` and `&amp;` stay what they are, line breaks and several spaces too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from workbook.report.faces import JOINED, TEXT, family, letters, unseen

REPLACEMENT = "□"
"""Stands for a stretch of characters that paper cannot show."""

HARD_SPACE = "\u00a0"

_BREAKS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(" {2,}")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?![\s*])([^*]*[^\s*])\*(?![\w*])")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


class Piece(Struct, frozen=True):
    """A paragraph of an author's prose, or one item of a list; `slanted` are the stretches, from where to where, that lean."""

    text: str
    item: bool = False
    slanted: tuple[tuple[int, int], ...] = ()


def line(text: str) -> str:
    """A heading, a label, a name: one paragraph."""
    return _held(" ".join(lines(text)))


def spoken(text: str) -> list[str]:
    """What a person typed, a paragraph for each line; a line left empty is empty here too."""
    return [_held(typed) for typed in lines(text)]


def prose(text: str) -> list[Piece]:
    """An author's words: a blank line parts paragraphs, `- ` begins an item, *emphasis* leans."""
    pieces: list[tuple[list[str], bool]] = []
    fresh = True
    for typed in lines(text):
        words = typed.strip()
        if not words:
            fresh = True
        elif words.startswith("- "):
            pieces.append(([words[2:]], True))
            fresh = False
        elif fresh:
            pieces.append(([words], False))
            fresh = False
        else:
            pieces[-1][0].append(words)
    return [_leaning(_held(" ".join(words)), item) for words, item in pieces]


def _leaning(words: str, item: bool) -> Piece:
    """A paragraph whose *emphasis* is told beside it."""
    text, slanted, at = "", [], 0
    for found in _EMPHASIS.finditer(words):
        text += words[at : found.start()]
        slanted.append((len(text), len(text) + len(found[1])))
        text, at = text + found[1], found.end()
    return Piece(text + words[at:], item, tuple(slanted))


def lines(text: str) -> list[str]:
    """A text at its line breaks, as paper can show it."""
    return [_shown(typed) for typed in _BREAKS.split(text)]


def clean(text: str) -> str:
    """A text as paper can show it, its line breaks kept; for words that are drawn, not set."""
    return "\n".join(lines(text))


def unprintable(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters that paper cannot show, each once, as they come; one without a look of its own as its code, `U+0007`."""
    found = {letter: None for text in texts for typed in _BREAKS.split(text) for letter in typed if _lost(letter)}
    return tuple(_named(letter) for letter in found)


def _named(letter: str) -> str:
    return f"U+{ord(letter):04X}" if unicodedata.category(letter)[0] == "C" else letter


def _shown(typed: str) -> str:
    """One line as paper has it: accents joined to their letters, tabs as spaces, a stretch that cannot be shown as one sign."""
    if _plain().issuperset(typed):
        return typed
    shown: list[str] = []
    for letter in unicodedata.normalize("NFC", typed).replace("\t", "    "):
        if not _lost(letter):
            shown.append(letter)
        elif not shown or shown[-1] != REPLACEMENT:
            shown.append(REPLACEMENT)
    return "".join(shown)


@cache
def _plain() -> frozenset[str]:
    """The letters that need no second look."""
    return frozenset(letter for letter in letters(TEXT) if not _lost(letter))


@cache
def _lost(letter: str) -> bool:
    """Whether paper cannot show a character: no face has it, or it goes from right to left and no face joins it."""
    if letter == "\t" or unseen(letter):
        return False
    if unicodedata.category(letter) in {"Cc", "Cs"}:
        return True
    name = family(letter)
    return name is None or (name not in JOINED and unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT)


def _held(shown: str) -> str:
    """A line whose spaces stay as many as they are."""
    held = _SPACES.sub(lambda run: (HARD_SPACE + " ") * (len(run[0]) // 2) + HARD_SPACE * (len(run[0]) % 2), shown)
    return HARD_SPACE + held[1:] if held.startswith(" ") else held
