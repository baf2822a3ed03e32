"""Reads what a finished PDF tells a screen reader: its tree of tags with the words in each, by an independent library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from msgspec import Struct
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream


class Told(Struct, frozen=True, kw_only=True):
    """One element: what it is, the words drawn in it on the pages, and what it says of itself.

    `holds` says which kinds of annotations are in it, such as `/Link`; `kids` are the elements.
    """

    role: str
    words: str
    alt: str = ""
    said: str = ""
    scope: str = ""
    holds: tuple[str, ...] = ()
    kids: tuple[Told, ...] = ()

    def all(self) -> Iterator[Told]:
        """Itself and all in it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.all()


def told(data: bytes, password: str | None = None) -> Told:
    """The root of the tree."""
    reader = PdfReader(BytesIO(data), password=password)
    words = {(_number(page), mark): text for page in reader.pages for mark, text in _marked(page)}
    root: Any = reader.root_object["/StructTreeRoot"]
    return _element(root["/K"].get_object(), words, None)


def _number(page: PageObject) -> int:
    assert page.indirect_reference is not None
    return page.indirect_reference.idnum


def _element(one: Any, words: dict[tuple[int, int], str], page: int | None) -> Told:
    page = one.raw_get("/Pg").idnum if "/Pg" in one else page
    kids, text, holds = [], [], []
    for kid in one.get("/K", ()):
        if isinstance(kid, int):
            assert page is not None
            text.append(words[page, kid])
        elif "/Obj" in kid.get_object():
            holds.append(str(kid.get_object()["/Obj"]["/Subtype"]))
        elif "/MCID" in kid.get_object():
            text.append(words[kid.get_object().raw_get("/Pg").idnum, kid.get_object()["/MCID"]])
        else:
            assert kid.get_object()["/P"] == one
            kids.append(_element(kid.get_object(), words, page))
    about = one.get("/A", {})
    return Told(
        role=one["/S"][1:],
        words="".join(text),
        alt=str(one.get("/Alt", "")),
        said=str(one.get("/ActualText", "")),
        scope=str(about.get("/Scope", "")),
        holds=tuple(holds),
        kids=tuple(kids),
    )


def marks(page: PageObject) -> Iterator[tuple[str, int | None]]:
    """What is on a page, thing by thing: "text" or "line", each with the mark it lies in, -1 for decoration and `None` for none."""
    inside: list[int] = []
    for operands, operator in _content(page).operations:
        if operator in (b"BDC", b"BMC"):
            inside.append(int(operands[1]["/MCID"]) if operator == b"BDC" else -1)
        elif operator == b"EMC":
            inside.pop()
        elif operator in (b"Tj", b"TJ", b"f", b"S", b"B", b"b", b"f*", b"s", b"Do"):
            yield operator.decode(), inside[-1] if inside else None
    assert not inside


def _content(page: PageObject) -> ContentStream:
    contents = page.get_contents()
    assert contents is not None
    return ContentStream(contents, page.pdf)


def _marked(page: PageObject) -> Iterator[tuple[int, str]]:
    """The words of each mark on a page."""
    resources: Any = page["/Resources"]
    fonts = {name: _letters(font.get_object()) for name, font in resources["/Font"].items()}
    font: dict[int, str] = {}
    mark, text = -1, ""
    for operands, operator in _content(page).operations:
        if operator == b"BDC":
            mark, text = int(operands[1]["/MCID"]), ""
        elif operator == b"BMC":
            mark = -1
        elif operator == b"EMC" and mark >= 0:
            yield mark, text
            mark = -1
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ") and mark >= 0:
            pieces = operands[0] if operator == b"TJ" else [operands[0]]
            text += "".join(font[code] for piece in pieces if not isinstance(piece, (int, float)) for code in _bytes(piece))


def _bytes(piece: Any) -> bytes:
    return piece if isinstance(piece, bytes) else bytes(piece.original_bytes)


def _letters(font: Any) -> dict[int, str]:
    """What the codes of a font stand for."""
    if "/ToUnicode" not in font:
        return {}
    table = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    named = re.findall("^<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>$", table, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in named}
