"""The face in which a form is filled in: whole, since nobody knows yet what will be typed."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final
from zlib import compress

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFStream, PDFString

from workbook.report import faces

FAMILY: Final = "Second"
"""It has Latin, Greek and Cyrillic; the text's own has the first of them only."""


def face(document: Any) -> PDFDictionary:
    """All its letters, so that any program can set in it what somebody types.

    A letter's code is the number of its glyph, as programs expect, with a table beside it that says so: some need the one, some
    the other.
    """
    font: Any = faces.face(FAMILY)
    codes = {glyph: code for code, glyph in sorted(font.face.charToGlyph.items(), reverse=True) if 32 <= code < 1 << 16 and glyph}
    glyphs, data = sorted(codes), font.face._ttf_data
    name = PDFName(font.face.name.decode("ascii"))
    about = {
        "Type": PDFName("FontDescriptor"),
        "FontName": name,
        "Flags": 32,
        "FontBBox": PDFArray([round(edge) for edge in font.face.bbox]),
        "ItalicAngle": 0,
        "Ascent": round(font.face.ascent),
        "Descent": round(font.face.descent),
        "CapHeight": round(font.face.capHeight),
        "StemV": round(font.face.stemV),
        "FontFile2": document.Reference(_packed(data, Length1=len(data))),
    }
    runs = [[glyph for _at, glyph in run] for _key, run in groupby(enumerate(glyphs), key=lambda one: one[1] - one[0])]
    widths = [part for run in runs for part in (run[0], PDFArray([round(font.face.charWidths[codes[each]]) for each in run]))]
    system = PDFDictionary({"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0})
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType2"),
        "BaseFont": name,
        "CIDSystemInfo": system,
        "FontDescriptor": document.Reference(PDFDictionary(about)),
        "DW": round(font.face.defaultWidth),
        "W": PDFArray(widths),
        "CIDToGIDMap": document.Reference(_packed(b"".join(glyph.to_bytes(2, "big") for glyph in range(glyphs[-1] + 1)))),
    }
    made = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "BaseFont": name,
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
        "ToUnicode": document.Reference(_packed(_unicode(codes))),
    }
    return PDFDictionary(made)


def _packed(data: bytes, **about: Any) -> PDFObject:
    return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode"), **about}), compress(data))


def _unicode(codes: dict[int, int]) -> bytes:
    """The table by which typed letters become codes, and codes letters again."""
    lines = [f"<{glyph:04X}> <{code:04X}>" for glyph, code in sorted(codes.items())]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n"
        f"/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
