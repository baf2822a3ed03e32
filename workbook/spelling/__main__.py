"""One reader of dictionaries: a question on a line, an answer on a line, both JSON; it ends when nobody asks any more.

What it is asked stays in its memory alone. It leaves no core behind, and takes no more memory than a large dictionary needs.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable
from itertools import islice
from typing import Any, Final, Protocol

from workbook.spelling import dictionaries
from workbook.spelling.dictionaries import Dictionary

MOST_MEMORY: Final = 1 << 30
SUGGESTIONS: Final = 5
_SAMPLE: Final = 40


class Lexicon(Protocol):
    """What Hunspell does for us."""

    def spell(self, word: str) -> bool:
        """Whether a word is in it. Raises `UnicodeEncodeError` for letters it does not have."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that are near."""


class Reader:
    """Knows which dictionaries there are, and has one open at most."""

    def __init__(self, there: dict[str, Dictionary]) -> None:
        self._there = there
        self._lexicon: Lexicon | None = None
        self._script = ""

    def found(self) -> list[str]:
        """The names of all dictionaries; none where the library that reads them is not installed."""
        return sorted(self._there) if _hunspell() else []

    def open(self, *wishes: str) -> str:
        """Open what suits best; its name, or nothing where nothing suits or it cannot be used."""
        self._lexicon = None
        name, made = dictionaries.best(wishes, tuple(sorted(self._there))), _hunspell()
        if not name or made is None:
            return ""
        files = self._there[name].files
        try:
            lexicon = made(files.name, hunspell_data_dir=str(files.parent))
            words = _sample(files, lexicon._dic_encoding)
        except (OSError, ValueError, LookupError):
            return ""
        if not words or sum(_knows(lexicon, word) for word in words) * 2 < len(words):
            return ""
        self._lexicon, self._script = lexicon, _script("".join(words))
        return name

    def unknown(self, *words: str) -> list[str]:
        """Which of these the dictionary does not have; words in other letters than its own are none of its business."""
        if self._lexicon is None:
            return []
        return [word for word in words if _script(word) == self._script and not _knows(self._lexicon, word)]

    def instead(self, word: str) -> list[str]:
        """A few words that are near."""
        if self._lexicon is None:
            return []
        try:
            return list(self._lexicon.suggest(word)[:SUGGESTIONS])
        except UnicodeError:
            return []


def _hunspell() -> Any:
    try:
        from hunspell import Hunspell
    except ImportError:
        return None
    return Hunspell


def _sample(files: Any, encoding: str) -> list[str]:
    """Some of its own words, from all over its beginning; none where it does not begin with their number, as each must."""
    with files.with_name(f"{files.name}.dic").open("rb") as lines:
        first = lines.readline(64).strip().removeprefix(b"\xef\xbb\xbf")
        some = islice(lines, 0, 100 * _SAMPLE, 100)
        texts = [line.decode(encoding, "replace").partition("/")[0].partition("\t")[0].strip() for line in some]
    return [text for text in texts if text] if first.split(b" ")[0].isdigit() else []


def _knows(lexicon: Lexicon, word: str) -> bool:
    try:
        return lexicon.spell(word)
    except UnicodeError:
        return True


def _script(word: str) -> str:
    """The letters most of it is written in, by their name in Unicode."""
    names = [unicodedata.name(letter, "").partition(" ")[0] for letter in word if letter.isalpha()]
    return max(set(names), key=names.count, default="")


def _bounded() -> None:
    try:
        import resource
    except ImportError:  # Windows has none of this, and writes no cores
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":  # which refuses it
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def main() -> None:
    """Answer until nobody asks any more."""
    _bounded()
    reader = Reader(dictionaries.found(dictionaries.folders()))
    answers: tuple[Callable[..., Any], ...] = (reader.found, reader.open, reader.unknown, reader.instead)
    named = {answer.__name__: answer for answer in answers}
    for line in sys.stdin.buffer:
        what, *details = json.loads(line)
        sys.stdout.buffer.write(json.dumps(named[what](*details)).encode("ascii") + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
