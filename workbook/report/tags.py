"""What a screen reader is told of a page: a tree of headings, paragraphs, lists, tables and figures, in the order of reading.

A tag goes with a flowable, also where that is parted at a page's end; the tree grows as pages are drawn. Lines and marks are
decoration.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFString

MARKS: Final = 1 << 16
"""More than a page can have."""

GROUPS: Final = {"LI": "L", "TOCI": "TOC"}
"""What stands in a group of its kind only."""


class Tag(PDFObject):
    """One element: what it is (`P`, `H1`, `TD`, ...; "" is decoration), and what is in it.

    `alt` tells a drawing in words; `said` is what was typed, where the letters are painted in another order; `scope` says of what
    the head of a table is the head, of its `Column` or its `Row`.
    """

    __RefOnly__ = 1

    alt = said = ""
    scope = "Column"
    box: tuple[float, ...] = ()
    parent: Tag | None = None

    def __init__(self, role: str, alt: str = "", scope: str = "Column") -> None:
        self.role = role
        self.kids: list[Tag | int] = []
        # A long document has many, so what most do not have is not kept in each.
        if alt:
            self.alt = alt
        if scope != "Column":
            self.scope = scope

    def format(self, document: Any) -> bytes:
        """The element as it stands in the file, with its place in the tree and on the page."""
        here = {kid // MARKS for kid in self.kids if isinstance(kid, int)}
        page = min(here) if len(here) == 1 else 0
        kids = b" ".join(self._kid(kid, page, document) for kid in self.kids)
        parts = [b"<</S/", self.role.encode(), b"/P ", _of(self.parent or document.structure, document), b"/K[", kids, b"]"]
        if page:
            parts += [b"/Pg ", _page(page, document)]
        if self.alt:
            parts += [b"/Alt ", PDFString(self.alt).format(document)]
        if self.said:
            parts += [b"/ActualText ", PDFString(self.said).format(document)]
        if self.box:
            parts.append(b"/A<</O/Layout/BBox[%s]>>" % " ".join(f"{edge:.1f}" for edge in self.box).encode())
        if self.role == "TH":
            parts.append(b"/A<</O/Table/Scope/%s>>" % self.scope.encode())
        return b"".join([*parts, b">>"])

    def _kid(self, kid: Tag | int, page: int, document: Any) -> bytes:
        if isinstance(kid, Tag):
            return _of(kid, document)
        where, mark = divmod(kid, MARKS)
        return b"%d" % mark if where == page else b"<</Type/MCR/Pg %s/MCID %d>>" % (_page(where, document), mark)


class _Marks(PDFObject):
    """Which element each mark on a page belongs to."""

    __RefOnly__ = 1

    def __init__(self, tags: list[Tag]) -> None:
        self.tags = tags

    def format(self, document: Any) -> bytes:
        """In the order of the marks."""
        return b"[%s]" % b" ".join(_of(tag, document) for tag in self.tags)


def _of(thing: PDFObject, document: Any) -> bytes:
    written: bytes = document.Reference(thing).format(document)
    return written


def _page(number: int, document: Any) -> bytes:
    written: bytes = PDFObjectReference(f"Page{number}").format(document)
    return written


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
        tag.kids.append(len(self.pages) * MARKS + len(marks))
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

    def write_into(self, document: Any, inputs: Sequence[Tag] = ()) -> None:
        """Add the tree to a finished document, whose pages say by their number which of its lists is theirs.

        Inputs of a form are numbered on after the pages.
        """
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        document.structure = root
        document.Reference(root)
        for tag in _all(self.root):
            document.Reference(tag)
        lists = [document.Reference(_Marks(page)) for page in self.pages]
        lists += [document.Reference(tag) for tag in inputs]
        numbered = [entry for at, one in enumerate(lists) for entry in (at, one)]
        root.dict["K"] = document.Reference(self.root)
        root.dict["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbered)}))
        root.dict["ParentTreeNextKey"] = len(lists)
        document.Catalog.StructTreeRoot = root
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
