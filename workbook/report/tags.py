"""What a screen reader is told of a page: a tree of headings, paragraphs, lists, tables and figures, in the order of reading.

A tag goes with a flowable, also where that is parted at a page's end; the tree grows as pages are drawn. Lines and marks are
decoration.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFString

GROUPS: Final = {"LI": "L", "TOCI": "TOC"}
"""What stands in a group of its kind only."""


class Tag:
    """One element: what it is (`P`, `H1`, `TD`, ...; "" is decoration), and what is in it.

    `alt` tells a drawing in words; `said` is what was typed, where the letters are painted in another order; `scope` says of what
    the head of a table is the head, of its `Column` or its `Row`.
    """

    __slots__ = ("alt", "box", "kids", "parent", "role", "said", "scope")

    def __init__(self, role: str, alt: str = "", scope: str = "Column") -> None:
        self.role, self.alt, self.scope = role, alt, scope
        self.said = ""
        self.box: tuple[float, ...] = ()
        self.parent: Tag | None = None
        self.kids: list[Tag | tuple[int, int]] = []


def decoration() -> Tag:
    """What is said elsewhere already, such as a question that is repeated on the next page."""
    return Tag("")


class Tree:
    """The tags of one document, while it is drawn."""

    def __init__(self) -> None:
        self.root = Tag("Document")
        self._open = [self.root]
        self._hidden = 0
        self.pages: list[list[Tag]] = [[]]

    @property
    def hidden(self) -> bool:
        """Whether what is drawn now is decoration."""
        return self._hidden > 0

    @contextmanager
    def inside(self, tag: Tag | None) -> Iterator[None]:
        """What is drawn meanwhile belongs to this element."""
        if tag is None or (self._hidden and tag.role):
            yield
        elif not tag.role:
            self._hidden += 1
            yield
            self._hidden -= 1
        else:
            self._place(tag)
            self._open.append(tag)
            yield
            self._open.pop()

    def begin(self, tag: Tag | None, code: list[str]) -> None:
        """The words or the drawing of an element begin on the page; `None` is decoration."""
        if tag is None or self._hidden or not tag.role:
            code.append("/Artifact BMC")
            return
        self._place(tag)
        marks = self.pages[-1]
        tag.kids.append((len(self.pages), len(marks)))
        code.append(f"/{tag.role} <</MCID {len(marks)}>> BDC")
        marks.append(tag)

    def end(self, code: list[str]) -> None:
        """They end."""
        code.append("EMC")

    def next_page(self) -> None:
        """A page is full."""
        self.pages.append([])

    def _place(self, tag: Tag) -> None:
        if tag.parent is not None:
            return
        above, group = self._open[-1], GROUPS.get(tag.role)
        if group and above.role != group:
            last = above.kids[-1] if above.kids else None
            above = last if isinstance(last, Tag) and last.role == group else self._grouped(above, group)
        tag.parent = above
        above.kids.append(tag)

    def _grouped(self, above: Tag, role: str) -> Tag:
        group = Tag(role)
        group.parent = above
        above.kids.append(group)
        return group

    def write_into(self, document: Any) -> None:
        """Add the tree to a finished document, whose pages say by their number which of its lists is theirs."""
        names: dict[int, PDFObjectReference] = {}
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        above = document.Reference(root)
        for tag in _all(self.root):
            parent = names[id(tag.parent)] if tag.parent else above
            names[id(tag)] = document.Reference(_Element(tag, parent, names))
        lists = [document.Reference(PDFArray([names[id(tag)] for tag in page])) for page in self.pages]
        numbered = [entry for at, page in enumerate(lists) for entry in (at, page)]
        root.dict["K"] = names[id(self.root)]
        root.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbered)}))
        root.dict["ParentTreeNextKey"] = len(lists)
        document.Catalog.StructTreeRoot = above
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _all(tag: Tag) -> Iterator[Tag]:
    """An element, then all in it."""
    waiting = [tag]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += [kid for kid in reversed(each.kids) if isinstance(kid, Tag)]


def tagged(canvas: Any, tag: Tag | None) -> AbstractContextManager[None]:
    """What is drawn meanwhile belongs to this element."""
    inside: AbstractContextManager[None] = canvas.tree.inside(tag)
    return inside


@contextmanager
def figure(canvas: Any, tag: Tag, width: float, height: float) -> Iterator[None]:
    """A drawing from where the pen is, told by the words of its tag."""
    if not tag.box:
        tag.box = (*canvas.absolutePosition(0, 0), *canvas.absolutePosition(width, height))
    canvas.tree.begin(tag, canvas._code)
    canvas.saveState()
    yield
    canvas.restoreState()
    canvas.tree.end(canvas._code)


@contextmanager
def decorating(canvas: Any) -> Iterator[Any]:
    """Lines and marks that say nothing by themselves."""
    canvas.tree.begin(None, canvas._code)
    canvas.saveState()
    yield canvas
    canvas.restoreState()
    canvas.tree.end(canvas._code)


class _Element(PDFObject):
    """An element as it stands in the file, written as shortly as it can be."""

    __RefOnly__ = 1

    def __init__(self, tag: Tag, parent: PDFObjectReference, names: dict[int, PDFObjectReference]) -> None:
        self.tag, self.parent, self.names = tag, parent, names

    def format(self, document: Any) -> bytes:
        """The element, its place in the tree and on the page."""
        tag = self.tag
        here = {kid[0] for kid in tag.kids if isinstance(kid, tuple)}
        page = min(here) if len(here) == 1 else 0
        kids = b" ".join(self._kid(kid, page, document) for kid in tag.kids)
        parts = [b"<</S/", tag.role.encode(), b"/P ", self.parent.format(document), b"/K[", kids, b"]"]
        if page:
            parts += [b"/Pg ", _page(page, document)]
        if tag.alt:
            parts += [b"/Alt ", PDFString(tag.alt).format(document)]
        if tag.said:
            parts += [b"/ActualText ", PDFString(tag.said).format(document)]
        if tag.box:
            parts.append(b"/A<</O/Layout/BBox[%s]>>" % " ".join(f"{edge:.1f}" for edge in tag.box).encode())
        if tag.role == "TH":
            parts.append(b"/A<</O/Table/Scope/%s>>" % tag.scope.encode())
        return b"".join([*parts, b">>"])

    def _kid(self, kid: Tag | tuple[int, int], page: int, document: Any) -> bytes:
        if isinstance(kid, Tag):
            written: bytes = self.names[id(kid)].format(document)
            return written
        if kid[0] == page:
            return b"%d" % kid[1]
        return b"<</Type/MCR/Pg %s/MCID %d>>" % (_page(kid[0], document), kid[1])


def _page(number: int, document: Any) -> bytes:
    written: bytes = PDFObjectReference(f"Page{number}").format(document)
    return written
