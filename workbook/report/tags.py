"""What a screen reader is told of a page: a tree of headings, paragraphs, lists, tables and figures, in the order of reading.

A tag goes with a flowable, also where that is parted at a page's end. The tree grows as pages are drawn, and what is in it goes
into the file once a whole page has passed without it. Lines and marks are decoration.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final

from workbook.report.growing import Growing, literal

GROUPS: Final = {"LI": "L", "TOCI": "TOC"}
"""What stands in a group of its kind only."""


class Tag:
    """One element: what it is (`P`, `H1`, `TD`, ...; "" is decoration), and what is in it.

    `alt` tells a drawing in words; `said` is what was typed, where the letters on the page are others or in another order; `scope`
    says of what the head of a table is the head, of its `Column` or its `Row`.
    """

    __slots__ = ("alt", "box", "group", "kids", "number", "page", "parent", "role", "said", "scope", "seen", "under")

    def __init__(self, role: str, alt: str = "", scope: str = "Column", said: str = "") -> None:
        self.role, self.alt, self.scope, self.said = role, alt, scope, said
        self.box: tuple[float, ...] = ()
        self.parent: Tag | None = None
        self.group: Tag | None = None
        self.kids: list[bytes] = []
        self.number = self.under = self.page = self.seen = 0

    def written(self) -> Iterator[bytes]:
        """The element as it stands in the file, with its place in the tree and on the page."""
        yield b"<</S/%s/P %d 0 R/K[" % (self.role.encode(), self.under)
        yield b" ".join(self.kids)
        yield b"]/Pg %d 0 R" % self.page if self.page else b"]"
        if self.alt:
            yield b"/Alt" + literal(self.alt)
        if self.said:
            yield b"/ActualText" + literal(self.said)
        if self.box:
            yield b"/A<</O/Layout/BBox[%s]>>" % " ".join(f"{edge:.1f}" for edge in self.box).encode()
        if self.role == "TH":
            yield b"/A<</O/Table/Scope/%s>>" % self.scope.encode()
        yield b">>"


def decoration() -> Tag:
    """What is said elsewhere already, such as a question that is repeated on the next page."""
    return Tag("")


class Tree:
    """The tags of one document, while it is drawn."""

    def __init__(self, file: Growing) -> None:
        self._file = file
        self._top, self.root = file.number(), Tag("Document")
        self.root.number, self.root.under = file.number(), self._top
        self._open, self._hidden = [self.root], 0
        self._page = 1
        self._marks: list[bytes] = []
        self._live: list[Tag] = []
        self._found: list[bytes] = []

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
        mark, sheet = len(self._marks), self._file.sheet
        tag.page, tag.group = tag.page or sheet, None
        tag.kids.append(b"%d" % mark if tag.page == sheet else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (sheet, mark))
        self._marks.append(b"%d 0 R" % tag.number)
        code.append(f"/{tag.role} <</MCID {mark}>> BDC")

    def end(self, code: list[str]) -> None:
        """They end."""
        code.append("EMC")

    def holds(self, tag: Tag, annotation: int) -> int:
        """An element also has a link or an input in it, of this number in the file; the key by which that finds the element."""
        self._place(tag)
        tag.group = None
        tag.kids.append(b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (annotation, self._file.sheet))
        return self._key(tag.number)

    def _key(self, number: int) -> int:
        self._found.append(b"%d 0 R" % number)
        return len(self._found) - 1

    def next_page(self) -> int:
        """A page is full; the key by which it finds its elements."""
        marks = self._file.number()
        self._file.put(marks, b"[", b" ".join(self._marks), b"]")
        self._marks = []
        done = [tag for tag in self._live if tag.seen < self._page]
        self._live = [tag for tag in self._live if tag.seen == self._page]
        for tag in done:
            self._write(tag)
        self._page += 1
        return self._key(marks)

    def _write(self, tag: Tag) -> None:
        self._file.put(tag.number, *tag.written())
        # Were it drawn on after all, that would be one more element beside it.
        tag.number, tag.page, tag.kids = 0, 0, []

    def _place(self, tag: Tag) -> None:
        if not tag.number:
            above, group = self._open[-1], GROUPS.get(tag.role)
            if group and above.role != group:
                if not above.group or above.group.role != group or not above.group.number:
                    self._under(above, grouping := Tag(group))
                    above.group = grouping
                above = above.group
            else:
                above.group = None
            self._under(above, tag)
        one: Tag | None = tag
        while one and one.seen != self._page:
            one.seen, one = self._page, one.parent

    def _under(self, above: Tag, tag: Tag) -> None:
        tag.number, tag.parent, tag.under, tag.seen = self._file.number(), above, above.number, 0
        above.kids.append(b"%d 0 R" % tag.number)
        self._live.append(tag)

    def finish(self) -> None:
        """Write down what is left of it, and where it begins."""
        parts = (self.root.number, self._file.number(), len(self._found))
        for tag in (*self._live, self.root):
            self._write(tag)
        self._file.put(parts[1], b"<</Nums[", b" ".join(b"%d %s" % each for each in enumerate(self._found)), b"]>>")
        self._file.put(self._top, b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % parts)
        self._file.Catalog.StructTreeRoot = b"%d 0 R" % self._top


def tagged(canvas: Any, tag: Tag | None) -> AbstractContextManager[None]:
    """What is drawn meanwhile belongs to this element."""
    inside: AbstractContextManager[None] = canvas.tree.inside(tag)
    return inside


@contextmanager
def figure(canvas: Any, tag: Tag, width: float, height: float) -> Iterator[None]:
    """A drawing from where the pen is, told by the words of its tag."""
    canvas.told.append(tag.alt)
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
