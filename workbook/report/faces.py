"""The faces of the letters: one for the text, others for what it lacks; all embedded, so that a page looks the same everywhere."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import filterfalse, groupby
from operator import itemgetter
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workbook.paths import resources

TEXT, BOLD, ITALIC = "Text", "Text-Bold", "Text-Italic"

_FILES = {
    TEXT: "AtkinsonHyperlegible-Regular.ttf",
    BOLD: "AtkinsonHyperlegible-Bold.ttf",
    ITALIC: "AtkinsonHyperlegible-Italic.ttf",
    "Second": "DejaVuSans.ttf",
    "Second-Bold": "DejaVuSans-Bold.ttf",
    "Hebrew": "NotoSansHebrew-Regular.ttf",
    "Hebrew-Bold": "NotoSansHebrew-Bold.ttf",
    "Arabic": "NotoSansArabic-Regular.ttf",
    "Arabic-Bold": "NotoSansArabic-Bold.ttf",
    "Eastern": "DroidSansFallback.ttf",
    "Emoji": "NotoEmoji-Regular.ttf",
}

JOINED: Final = frozenset({"Hebrew", "Arabic"})
"""The families whose letters go from right to left, and change with their neighbours."""

JOINERS: Final = frozenset("\u200c\u200d")
"""Signs between letters that say whether they join."""

_SELECTORS: Final = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))

_BOLD: Final = frozenset({TEXT, "Second", *JOINED})
"""The families that have a bold face."""

_ACCENT = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")
_NAMED = re.compile(" <([0-9A-F]{4,6})>$", re.MULTILINE)


class Face(TTFont):
    """A face whose letters can be copied out of the file, emoji and joined letters too, which ReportLab does not name rightly."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self.said: dict[str, str] = {}
        """What a joined letter stands for, where it is not a character of its own."""

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> Any:  # noqa: N802 - ReportLab's name
        """Letters as codes; the plain ones of English stand for themselves, so most lines need no second look."""
        if text.isascii() and doc in self.state:
            return [(0, text.encode("ascii"))]
        return super().splitString(text, doc, encoding)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        """Also mends the tables from which a reader copies text."""
        super().addObjects(doc)
        for name, thing in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and name.split("+")[1].encode() == self.face.name + self.face.subfontNameX:
                thing.content = _NAMED.sub(lambda code: f" <{self._spelt(chr(int(code[1], 16)))}>", thing.content)

    def _spelt(self, letter: str) -> str:
        plain = self.said.get(letter) or (unicodedata.normalize("NFKC", letter) if "\ufb50" <= letter < "\uff00" else letter)
        return plain.encode("utf-16-be").hex().upper()


@cache
def face(name: str) -> Face:
    """A face, made known to ReportLab the first time it is needed."""
    made = Face(name, str(resources() / "fonts" / _FILES[name]))
    pdfmetrics.registerFont(made)
    return made


@cache
def unseen(letter: str) -> bool:
    """Joiners, marks of direction and the like: they have no look of their own on any paper."""
    return letter in _SELECTORS or unicodedata.category(letter) == "Cf"


@cache
def letters(family: str) -> frozenset[str]:
    """The characters a family has; accents that stand by themselves only the second one puts above their letter."""
    accents = frozenset(map(chr, range(0x300, 0x370))) if family == TEXT else frozenset[str]()
    return frozenset(filterfalse(unseen, map(chr, face(family).face.charToGlyph))) - accents


@cache
def family(letter: str) -> str | None:
    """The family that a character is set in; `None` where none has it."""
    if letter in letters(TEXT):
        return TEXT
    block = _block(ord(letter))
    if block is not None:
        return block if letter in letters(block) else None
    order = ("Emoji", "Second") if letter >= "\U0001f000" else ("Second", "Eastern", "Emoji")
    return next((name for name in order if letter in letters(name)), None)


def _block(code: int) -> str | None:
    if 0x590 <= code < 0x600 or 0xFB1D <= code < 0xFB50:
        return "Hebrew"
    arabic = 0x600 <= code < 0x780 and not 0x700 <= code < 0x750
    return "Arabic" if arabic or 0x8A0 <= code < 0x900 or 0xFB50 <= code < 0xFE00 or 0xFE70 <= code < 0xFF00 else None


def of(name: str, look: str) -> str:
    """The face of a family that stands beside the text's regular, bold or italic face."""
    if look == BOLD and name in _BOLD:
        return f"{name}-Bold"
    return look if name == TEXT else name


def runs(text: str, look: str = TEXT) -> list[tuple[str, str]]:
    """A text in stretches of one family each, an accent in that of its letter: the name of the family, and the words.

    What cannot be seen is in none, but for the joiners among letters that join.
    """
    if letters(TEXT).issuperset(text):
        face(look)
        return [(TEXT, text)]
    clusters = _CLUSTER.findall(text) if _ACCENT.search(text) else text
    named: list[tuple[str, str]] = []
    for cluster in clusters:
        if not unseen(cluster[0]):
            named.append(((family(cluster) if len(cluster) == 1 else None) or "Second", cluster))
        elif cluster in JOINERS and named and named[-1][0] in JOINED:
            named.append((named[-1][0], cluster))
    return [(name, "".join(cluster for _name, cluster in run)) for name, run in groupby(named, key=itemgetter(0))]


@cache
def _widths(name: str) -> tuple[dict[str, float], float]:
    known = face(name).face
    return {chr(code): width for code, width in known.charWidths.items()}, known.defaultWidth


def measured(text: str, name: str, size: float) -> float:
    """How wide words of one face are, letter beside letter, in points."""
    known, other = _widths(name)
    try:
        return sum(map(known.__getitem__, text)) * size / 1000
    except KeyError:
        return sum(known.get(letter, other) for letter in text) * size / 1000
