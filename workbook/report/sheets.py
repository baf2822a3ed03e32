"""The sheets of one document: drawn in one pass, told to a screen reader, numbered at the end, silent about who and when (G22)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any, Final
from zlib import compress

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFName, PDFPage, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from workbook.report import faces, style, writing
from workbook.report.fillable import Form
from workbook.report.tags import Tag, Tree, decorating
from workbook.report.words import Words

TITLE: Final = "Notes"
"""What the file calls itself, whatever is in it (G10)."""

_TOTAL: Final = "total"
_MARKED: Final = {"H1": 0, "H2": 1}
"""The headings that become bookmarks, and how deep they stand."""


_ESCAPED: Final = {
    **{code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))},
    **{ord(sign): f"\\{sign}" for sign in "()\\"},
}


class _Info(PDFInfo):
    """A file needs a title; it needs no author, no program and no date."""

    def format(self, document: object) -> bytes:
        """The title alone."""
        written: bytes = PDFDictionary({"Title": PDFString(TITLE)}).format(document)
        return written


class Sheets(Canvas):
    """A canvas without a past: no dates, no names, no face that is not in the file."""

    _code: list[str]
    _annotationrefs: Any

    def __init__(self, *args: Any, form: Form | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.form = form
        self._doc: Any
        self._doc.info = _Info()
        self._doc._pdfVersion = (1, 7)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.tree = Tree()
        self.places: dict[int, int] = {}
        self.written: dict[Any, Any] = {}
        self.written: dict[Any, Any] = {}
        self._asked: dict[int, str] = {}
        self._deepest = -1

    def _escape(self, s: bytes) -> str:
        """Codes as they are written in a page; done for every line, so at one go."""
        return s.decode("latin-1").translate(_ESCAPED)

    def noted(self, tag: Tag, text: str, top: float) -> None:
        """Remember on which page a heading stands, and make a bookmark of it."""
        depth = _MARKED.get(tag.role)
        if depth is None or id(tag) in self.places or self.tree.hidden:
            return
        self.places[id(tag)] = self.getPageNumber()
        if text.strip():
            depth = min(depth, self._deepest + 1)
            self._deepest = max(0, depth)
            key = f"h{len(self.places)}"
            self.bookmarkHorizontal(key, 0, top)
            self.addOutlineEntry(text, key, depth, closed=1)

    def number_of(self, tag: Tag) -> str:
        """The form into which the page of a heading is written at the end."""
        return self._asked.setdefault(id(tag), f"page{len(self._asked)}")

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """A page is full."""
        super().showPage()
        self.tree.next_page()

    def _setAnnotations(self, sheet: Any) -> None:  # noqa: N802 - ReportLab's name
        """Also says where the page's tags are, and packs it right away, so that a long document needs little room."""
        sheet.Annots = self._annotationrefs
        if not isinstance(sheet, PDFPage):
            return
        page: Any = sheet
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self.tree.pages) - 1, PDFName("S")
        page.Contents = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), compress(page.stream.encode("latin-1")))
        page.stream = None

    def save(self) -> None:
        """Only now is it known how many pages there are, and where everything stands."""
        if self._code:
            self.showPage()
        _written(self, _TOTAL, str(self.getPageNumber() - 1), style.QUIET, 9.2)
        for tag, form in self._asked.items():
            _written(self, form, str(self.places.get(tag, "")), style.INK, 11)
        self.tree.pages.pop()
        self.tree.write_into(self._doc, self.form.write_into(self._doc, len(self.tree.pages)) if self.form else ())
        super().save()


def _written(canvas: Canvas, form: str, words: str, colour: Any, size: float) -> None:
    canvas.beginForm(form, 0, -4, 60, 12)
    canvas.setFillColor(colour)
    canvas.setFont(faces.TEXT, size)
    canvas.drawString(0, 0, words)
    canvas.endForm()


class Document(BaseDocTemplate):
    """One pass over the pages; how many there are is written at the end, into a form that every page refers to."""

    def __init__(
        self,
        file: BytesIO,
        size: tuple[float, float] = A4,
        first: str = "title",
        each_page: Callable[[], None] = lambda: None,
    ) -> None:
        for name in (faces.TEXT, faces.BOLD, faces.ITALIC):
            faces.face(name)
        self._each_page = each_page
        super().__init__(file, pagesize=size, initialFontName=faces.TEXT, invariant=1, lang="en")
        title, page = PageTemplate("title", [_frame(size)]), PageTemplate("page", [_frame(size)], onPageEnd=_footer)
        self.addPageTemplates([title, page] if first == "title" else [page])

    def afterPage(self) -> None:  # noqa: N802 - ReportLab's name
        """One more page is done."""
        self._each_page()


def drawn(
    flowables: list[Flowable],
    size: tuple[float, float],
    first: str,
    each_page: Callable[[], None],
    *,
    fillable: bool = False,
) -> bytes:
    """Flowables as a whole file, in memory; `fillable` puts inputs where there is room to write."""
    file = BytesIO()
    try:
        maker = partial(Sheets, form=Form() if fillable else None)
        Document(file, size, first, each_page).build(flowables, canvasmaker=maker)
    finally:
        writing.forget()
    return file.getvalue()


class Entry(Flowable):
    """A line of the contents: a heading, and the page on which it will stand."""

    def __init__(self, heading: Words) -> None:
        super().__init__()
        self.heading = heading
        self.words = Words(heading.text, style.SPOKEN, Tag("TOCI"))
        self.spaceAfter = 4

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its words beside the number."""
        self.width, self.height = width, self.words.wrap(width - 50, height)[1]
        return self.width, self.height

    def draw(self) -> None:
        """The words, and the number at the right of their last line."""
        canvas: Any = self.canv
        self.words.drawOn(canvas, 0, 0)
        low = style.SPOKEN.leading - 11.5
        with decorating(canvas):
            canvas.setStrokeColor(style.PALE)
            canvas.setDash([0.6, 4])
            canvas.setLineCap(1)
            canvas.line(min(self.width - 50, self.words.lines[-1].wide + 8 if self.words.lines else 0), low, self.width - 34, low)
        canvas.tree.begin(self.words.tag, canvas._code)
        canvas.saveState()
        canvas.translate(self.width - 24, low)
        canvas.doForm(canvas.number_of(self.heading.tag))
        canvas.restoreState()
        canvas.tree.end(canvas._code)


def _frame(size: tuple[float, float]) -> Frame:
    """The same room on every paper: what differs are the margins."""
    wide, tall = size
    side, below = (wide - style.WIDTH) / 2, style.BOTTOM - (A4[1] - tall) / 2
    return Frame(side, below, style.WIDTH, style.HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _footer(canvas: Canvas, document: BaseDocTemplate) -> None:
    """`3 of 12` in the middle of the foot."""
    with decorating(canvas):
        canvas.setFillColor(style.QUIET)
        canvas.setFont(faces.TEXT, 9.2)
        wide, tall = document.pagesize
        middle, low = wide / 2 + 4, 42 - (A4[1] - tall) / 2
        canvas.drawRightString(middle, low, f"{canvas.getPageNumber()} of ")
        canvas.translate(middle, low)
        canvas.doForm(_TOTAL)
