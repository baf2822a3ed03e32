"""The look of the paper: faces, colours, sizes. Every face is embedded, so that a page looks the same everywhere."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workbook.paths import resources

TEXT, BOLD, ITALIC = "Text", "Text-Bold", "Text-Italic"
SECOND, SECOND_BOLD = "Second", "Second-Bold"
"""The second face has the letters that the first one lacks."""

_FILES = {
    TEXT: "AtkinsonHyperlegible-Regular.ttf",
    BOLD: "AtkinsonHyperlegible-Bold.ttf",
    ITALIC: "AtkinsonHyperlegible-Italic.ttf",
    "Text-BoldItalic": "AtkinsonHyperlegible-BoldItalic.ttf",
    SECOND: "DejaVuSans.ttf",
    SECOND_BOLD: "DejaVuSans-Bold.ttf",
}

_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")
_BEYOND = re.compile("<([0-9A-F]{5,6})>")

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE, TOP, BOTTOM = 68.0, 68.0, 78.0
WIDTH, HEIGHT = PAGE_WIDTH - 2 * SIDE, PAGE_HEIGHT - TOP - BOTTOM
"""What is inside the margins."""

INK: Color = HexColor("#1f2b33")
QUIET: Color = HexColor("#52606a")
ACCENT: Color = HexColor("#2a5c69")
PALE: Color = HexColor("#a9bcc1")
SOFT: Color = HexColor("#e6eeee")
WHITE: Color = HexColor("#ffffff")


class _Face(TTFont):
    """A face whose emoji can be copied out of the file; ReportLab by itself names only the first 65,536 letters rightly."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        """Also mends the tables from which a reader copies text."""
        super().addObjects(doc)
        for name, thing in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                thing.content = _BEYOND.sub(lambda code: f"<{_utf16(code[1])}>", thing.content)


def _utf16(code: str) -> str:
    return chr(int(code, 16)).encode("utf-16-be").hex().upper()


@cache
def register() -> None:
    """Make the faces known to ReportLab; once is enough."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(_Face(name, str(resources() / "fonts" / file)))
    pdfmetrics.registerFontFamily(TEXT, normal=TEXT, bold=BOLD, italic=ITALIC, boldItalic="Text-BoldItalic")
    pdfmetrics.registerFontFamily(SECOND, normal=SECOND, bold=SECOND_BOLD, italic=SECOND, boldItalic=SECOND_BOLD)


@cache
def letters(font: str) -> frozenset[str]:
    """The characters a face has; accents that stand by themselves only the second one puts above their letter."""
    register()
    face: Any = pdfmetrics.getFont(font)
    accents = frozenset() if font.startswith(SECOND) else frozenset(map(chr, range(0x300, 0x370)))
    return frozenset(map(chr, face.face.charToGlyph)) - accents


def runs(text: str, bold: bool = False) -> list[tuple[str, str]]:
    """A text in stretches of one face each, an accent in that of its letter: the name of the face, and the words."""
    first, second = (BOLD, SECOND_BOLD) if bold else (TEXT, SECOND)
    known = letters(TEXT)
    if known.issuperset(text):
        return [(first, text)]
    return [(first if has else second, "".join(piece)) for has, piece in groupby(_CLUSTER.findall(text), known.issuperset)]


def measure(text: str, size: float, bold: bool) -> float:
    """How wide a text is on paper, in points."""
    return sum(pdfmetrics.stringWidth(words, font, size) for font, words in runs(text, bold))


def _style(name: str, size: float, leading: float, font: str = TEXT, **more: Any) -> ParagraphStyle:
    """A style that leaves no line of a paragraph alone on a page, and no Helvetica in the file."""
    fixed: dict[str, Any] = {"allowWidows": 0, "allowOrphans": 0, "splitLongWords": 1, "bulletFontName": TEXT, "textColor": INK}
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **{**fixed, **more})


TITLE = _style("title", 30, 37, BOLD)
TITLE_NOTE = _style("title-note", 10.5, 16.5, textColor=QUIET, spaceBefore=6)
HEADINGS = {
    1: _style("heading-1", 20, 26, BOLD, spaceBefore=10, spaceAfter=8),
    2: _style("heading-2", 13.5, 18.5, BOLD, textColor=ACCENT, spaceBefore=24, spaceAfter=3),
    3: _style("heading-3", 11, 15.5, BOLD, spaceBefore=14, spaceAfter=2),
}
ASK = _style("ask", 10, 15, textColor=QUIET, spaceAfter=5)
SPOKEN = _style("spoken", 11, 16.2)
OPEN = _style("open", 10, 16.2, ITALIC, textColor=QUIET)
LABEL = _style("label", 9.2, 13.5, BOLD, textColor=QUIET, spaceBefore=4, spaceAfter=2)
NAME = _style("name", 11, 15, BOLD, textColor=ACCENT, spaceAfter=4)
AGAIN = _style("again", 9.2, 13.5, ITALIC, textColor=QUIET, spaceAfter=7)
ROW = _style("row", 9.6, 16.2, textColor=QUIET)
SMALL = _style("small", 9.2, 12.5, textColor=QUIET)
SMALL_RIGHT = _style("small-right", 9.2, 12.5, textColor=QUIET, alignment=TA_RIGHT)
BOXES = _style("boxes", 11, 21)
