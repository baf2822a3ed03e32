"""A PDF that is written down while it is drawn: what is finished goes into the file at once, so that each page costs the same.

ReportLab keeps every page, bookmark and tag as objects of its own until the end, and then has the file three times. Here it makes
the faces and forms; pages, bookmarks and tags are put down as soon as nothing in them will change.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple
from zlib import compress

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo

TITLE = "Notes"
"""What the file calls itself, whatever is in it (G10)."""

_UNSAFE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def literal(text: str) -> bytes:
    """Words as they stand in a file's objects."""
    plain = text.isascii() and text.isprintable()
    data = text.encode("ascii") if plain else b"\xfe\xff" + text.encode("utf-16-be", "replace")
    for sign, escaped in ((b"\\", b"\\\\"), (b"(", b"\\("), (b")", b"\\)"), (b"\r", b"\\r")):
        data = data.replace(sign, escaped)
    return b"(" + data + b")"


class Place(NamedTuple):
    """Somewhere on a page: its number in the file, which page it is, and how high up."""

    sheet: int
    page: int
    high: float

    def shown(self) -> bytes:
        """Where a bookmark or a link leads."""
        return b"[%d 0 R/XYZ null %d null]" % (self.sheet, self.high)


class Bookmark(NamedTuple):
    """A heading, how deep it stands, and where."""

    depth: int
    text: str
    place: Place


class _Info(PDFInfo):
    """A file needs a title; it needs no author, no program and no date (G22)."""

    def format(self, document: object) -> bytes:
        """The title alone."""
        return b"<</Title" + literal(TITLE) + b">>"


class Growing(PDFDocument):
    """The file, as far as it is written."""

    Catalog: Any
    Reference: Any
    signature: Any
    objectcounter: int

    def __init__(self, file: BytesIO, size: tuple[float, float], lang: str) -> None:
        super().__init__(invariant=1, lang=lang, compression=1)
        self.info = _Info()
        self._file, self._size, self._where = file, size, array("Q", [0])
        self.sheets: list[int] = []
        self._above = self.number()
        self.sheet = self.number()
        file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def number(self) -> int:
        """The number of something that is put down later."""
        self.objectcounter += 1
        return self.objectcounter

    def number_of(self, thing: Any) -> int:
        """The number of one of ReportLab's objects."""
        return int(self.idToObjectNumberAndVersion[self.Reference(thing).name][0])

    def put(self, number: int, *parts: bytes) -> None:
        """Write down what has this number."""
        self._where.extend([0] * (number + 1 - len(self._where)))
        self._where[number] = self._file.tell()
        self._file.write(b"%d 0 obj\n" % number)
        self._file.writelines(parts)
        self._file.write(b"\nendobj\n")

    def stream(self, number: int, data: bytes) -> None:
        """Write down a page's lines and letters, packed."""
        packed = compress(data)
        self.put(number, b"<</Filter/FlateDecode/Length %d>>\nstream\n" % len(packed), packed, b"\nendstream")

    def full(self, code: str, annotations: Sequence[Any], key: int) -> None:
        """A page is full; `key` is the number by which its tags are found."""
        drawn = self.number()
        self.stream(drawn, code.encode("latin-1"))
        notes = b" ".join(each if isinstance(each, bytes) else each.format(self) for each in annotations)
        parts = (self._above, drawn, key, b"/Annots[%s]" % notes if notes else b"")
        self.put(self.sheet, b"<</Type/Page/Parent %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S%s>>" % parts)
        self.sheets.append(self.sheet)
        self.sheet = self.number()

    def finish(self, bookmarks: Sequence[Bookmark]) -> None:
        """Write down what only the end can tell: the faces, the list of pages, the bookmarks, where everything stands."""
        for face in self.delayedFonts:
            face.addObjects(self)
        catalog = self.Catalog
        catalog.Pages, catalog.Outlines = b"%d 0 R" % self._above, self._outlined(bookmarks)
        catalog.MarkInfo, catalog.Metadata = b"<</Marked true>>", self._described()
        self._pages()
        root, about = self.number_of(catalog), self.number_of(self.info)
        number = 0
        while number < self.objectcounter:  # what is written may name something more
            number += 1
            if name := self.numberToId.get(number):
                self.put(number, pdfdoc.format(self.idToObject[name], self, toplevel=1))
            elif number >= len(self._where) or not self._where[number]:
                self.put(number, b"null")
        start = self._file.tell()
        self._file.write(b"xref\n0 %d\n0000000000 65535 f \n" % len(self._where))
        self._file.writelines(b"%010d 00000 n \n" % where for where in self._where[1:])
        mark = self.signature.hexdigest().encode("ascii")
        ends = (len(self._where), root, about, mark, mark, start)
        self._file.write(b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n" % ends)

    def _pages(self) -> None:
        """What all pages have in common."""
        forms = {name: self.Reference(form) for name, form in self.idToObject.items() if name.startswith("FormXob.")}
        faces = pdfdoc.format(self.Reference(self.idToObject[pdfdoc.BasicFonts]), self)
        things = b"/Font %s/XObject %s" % (faces, PDFDictionary(forms).format(self))
        wide, tall = (b"%.2f" % edge for edge in self._size)
        kids = b" ".join(b"%d 0 R" % sheet for sheet in self.sheets)
        box = b"/MediaBox[0 0 %s %s]/Resources<<%s>>" % (wide, tall, things)
        self.put(self._above, b"<</Type/Pages/Count %d/Kids[" % len(self.sheets), kids, b"]", box, b">>")

    def _described(self) -> bytes:
        """That a screen reader can read it (PDF/UA, part 1), and its title; nothing else."""
        number, title = self.number(), TITLE.translate(_UNSAFE)
        told = (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
            f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
            '<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
        ).encode()
        about = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n" % len(told)
        self.put(number, about, told, b"\nendstream")
        return b"%d 0 R" % number

    def _outlined(self, bookmarks: Sequence[Bookmark]) -> bytes | None:
        """The bookmarks as a tree of two levels, each part closed."""
        if not bookmarks:
            return None
        root = self.number()
        numbers = [self.number() for _bookmark in bookmarks]
        above, kids = root, dict[int, list[int]]()
        parents: list[int] = []
        for number, bookmark in zip(numbers, bookmarks, strict=True):
            parents.append(above if bookmark.depth else root)
            above = above if bookmark.depth else number
            kids.setdefault(parents[-1], []).append(number)
        before = {after: one for row in kids.values() for one, after in pairwise(row)}
        after = {one: after for after, one in before.items()}
        for number, parent, bookmark in zip(numbers, parents, bookmarks, strict=True):
            row = kids.get(number, [])
            self.put(
                number,
                b"<</Title" + literal(bookmark.text),
                b"/Parent %d 0 R/Dest%s" % (parent, bookmark.place.shown()),
                b"/Prev %d 0 R" % before[number] if number in before else b"",
                b"/Next %d 0 R" % after[number] if number in after else b"",
                b"/First %d 0 R/Last %d 0 R/Count -%d" % (row[0], row[-1], len(row)) if row else b"",
                b">>",
            )
        first = kids[root]
        self.put(root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first[0], first[-1], len(first)))
        return b"%d 0 R" % root
