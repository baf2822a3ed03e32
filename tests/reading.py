"""How hard words are to read: the grade of Flesch and Kincaid, with a count of syllables of our own.

The libraries for it count hyphenation points (`away` has one syllable there, so that a text seems easier than it is), or fetch a
word list from the network. Ours counts groups of vowels, and knows the usual ways in which they are silent or spoken apart.

How long a sentence is, is asked of prose alone: a label, a title or a choice is no sentence, and a list is not ten of them. How
long words are is asked of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-zÀ-ž]+(?:['’][A-Za-z]+)?")
_END = re.compile(r"[.!?…]+[\"”’)*]*(?=\s|$)")
_VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
_MUTE = re.compile(r"(?<=q)u|(?<=[tscg])i(?=[aeo])|(?<=p)e(?=ople)")
"""Vowels that only change the sound beside them: *quick*, *session*, *people*."""

_PARTED = re.compile(r"i[aou]|ie(?=t|r$|st$)|eo|u[ao]|ea$|eas$|[aeiouy](?=ing)")
"""Two vowels side by side that are spoken apart: *idea*, *quiet*, *usual*, *being*."""

_SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)es?$|[^aeioutdy]ed$|[aeouy]ed$|^[^aeiouy]+ied$")
"""An ending that is written and not spoken: *whole*, *times*, *looked*; but *little*, *wanted*."""

_SOUNDED = re.compile(r"(?:s|z|x|ch|sh|g|c)es$")


def words_in(text: str) -> list[str]:
    """The words of a text; a name's placeholder counts as a name."""
    return _WORD.findall(text.replace("{me}", "Robin").replace("{partner}", "your partner"))


def syllables(word: str) -> int:
    """How many syllables an English word has as it is spoken; at times one too many (*someone*), seldom one too few (*poem*)."""
    bare = _MUTE.sub("", re.sub(r"['’](?:s|d|ll|re|ve|m|t)$", "", word.lower()))
    count = len(_VOWELS.findall(bare)) + len(_PARTED.findall(bare))
    return max(1, count - (bool(_SILENT.search(bare)) and not _SOUNDED.search(bare)))


def sentences(text: str) -> list[str]:
    """The sentences of a text. A blank line ends one, a line break does not; an item of a list is one only if it ends like one."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n|\n(?=\s*- )", text.strip()):
        is_item = block.lstrip().startswith("- ")
        pieces = [piece for piece in _END.split(block.lstrip().removeprefix("- ")) if words_in(piece)]
        ends = bool(_END.search(block.rstrip()[-4:]))
        found += pieces if ends or not is_item else []
    return found


def grade(prose: Iterable[str], labels: Iterable[str] = ()) -> float:
    """The school grade from which prose can be read; `labels` are words that stand there without being sentences."""
    prose, labels = [*prose], [*labels]
    spoken = [sentence for text in prose for sentence in sentences(text)]
    words = [word for text in (*prose, *labels) for word in words_in(text)]
    if not spoken or not words:
        return 0.0
    length = sum(len(words_in(sentence)) for sentence in spoken) / len(spoken)
    return 0.39 * length + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
