"""The sheets of one document: drawn in one pass, told to a screen reader, numbered at the end, silent about who and when (G22)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from itertools import islice
from typing import Any, Final, NamedTuple, cast

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from workbook import language
from workbook.report import faces, phrases, style, writing
from workbook.report.fillable import Form
from workbook.report.growing import Bookmark, Growing, Place, literal
from workbook.report.tags import Tag, Tree, decorating, tagged
from workbook.report.words import Words

_TOTAL: Final = "total"
_MARKED: Final = {"H1": 0, "H2": 1}
"""The headings that become bookmarks, and how deep they stand."""


_ESCAPED: Final = {
    **{code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))},
    **{ord(sign): f"\\{sign}" for sign in "()\\"},
}


class Sheets(Canvas):
    """A canvas without a past: no dates, no names, no face that is not in the file."""

    _code: list[str]
    _annotationrefs: list[Any]
    _pagesize: tuple[float, float]
    _preamble: str

    def __init__(self, file: BytesIO, *args: Any, form: Form | None = None, lang: str = "", **options: Any) -> None:
        super().__init__(file, *args, **options)
        self._doc = Growing(file, self._pagesize, lang)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.form, self.tree = form, Tree(self._doc)
        self.written: dict[Any, Any] = {}
        self.told: list[str] = []
        self._parts: dict[str, list[Place]] = {}
        self._bookmarks: list[Bookmark] = []
        self._asked: list[Asking] = []

    def _escape(self, s: bytes) -> str:
        """Codes as they are written in a page; done for every line, so at one go."""
        return s.decode("latin-1").translate(_ESCAPED)

    def noted(self, role: str, text: str, top: float) -> None:
        """Remember where a heading stands, and make a bookmark of it."""
        depth = _MARKED.get(role)
        if depth is None or self.tree.hidden:
            return
        place = Place(self._doc.sheet, self.getPageNumber(), round(self.absolutePosition(0, top)[1]))
        if depth == 0:
            self._parts.setdefault(text, []).append(place)
        if text.strip():
            self._bookmarks.append(Bookmark(min(depth, len(self._bookmarks)), text, place))

    def asks(self, part: str, nth: int, tag: Tag, box: tuple[float, float, float, float]) -> str:
        """A link to a part, over a box from where the pen is; the form into which its page is written at the end."""
        left, low = self.absolutePosition(*box[:2])
        right, high = self.absolutePosition(*box[2:])
        note = self._doc.number()
        asking = Asking(part, nth, note, (left, low, right, high), self.tree.holds(tag, note))
        self._annotationrefs.append(b"%d 0 R" % note)
        self._asked.append(asking)
        return asking.form

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """A page is full: it goes into the file right away."""
        code = "\n".join((self._preamble, *self._code))
        self._doc.full(code, self._annotationrefs, self.tree.next_page())
        cast(Any, self)._startPage()

    def save(self) -> None:
        """Only now is it known how many pages there are, and where everything stands."""
        if self._code:
            self.showPage()
        total, (before, after) = str(self.getPageNumber() - 1), phrases.page_of(1)
        if writing.turns(before + after):
            _written(self, _TOTAL, after + total, style.QUIET, 9.2, to=60)
        else:
            _written(self, _TOTAL, total + after, style.QUIET, 9.2)
        for asking in self._asked:
            places = self._parts.get(asking.part, [])
            place = places[asking.nth] if asking.nth < len(places) else None
            _written(self, asking.form, str(place.page) if place else "", style.INK, 11)
            self._doc.put(asking.note, asking.link(place))
        self.tree.finish()
        if self.form:
            self.form.write_into(self._doc)
        self._doc.finish(self._bookmarks)


class Asking(NamedTuple):
    """A line of the contents: the nth part of that name, and the link to it, which has a number, a box, and a key to its tag."""

    part: str
    nth: int
    note: int
    box: tuple[float, ...]
    key: int

    @property
    def form(self) -> str:
        """What the page's number is written into."""
        return f"part{self.note}"

    def link(self, place: Place | None) -> bytes:
        """The link; what it says is what stands there."""
        box = " ".join(f"{edge:.1f}" for edge in self.box).encode()
        leads = b"/Dest" + place.shown() if place else b""
        return b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/StructParent %d/Contents%s%s>>" % (
            box,
            self.key,
            literal(self.part),
            leads,
        )


def _written(canvas: Canvas, form: str, words: str, colour: Any, size: float, to: float = 0) -> None:
    wide = writing.measure(words, size, False)
    canvas.beginForm(form, -200, -4, 200, 12)
    canvas.setFillColor(colour)
    _paint(canvas, words, to - wide if to else 0, 0, size)
    canvas.endForm()


def _paint(canvas: Canvas, words: str, x: float, y: float, size: float) -> None:
    """A few words in any script."""
    pen = canvas.beginText(0, 0)
    deep = writing.levels(words) if writing.turns(words) else None
    writing.paint(pen, writing.stretches(words, faces.TEXT, size, deep), x, y, size)
    canvas.drawText(pen)


class Document(BaseDocTemplate):
    """One pass over the pages; how many there are is written at the end, into a form that every page refers to."""

    def __init__(
        self,
        file: BytesIO,
        size: tuple[float, float] = A4,
        first: str = "title",
        each_page: Callable[[str], None] = lambda _words: None,
    ) -> None:
        for name in (faces.TEXT, faces.BOLD, faces.ITALIC):
            faces.face(name)
        self._each_page = each_page
        super().__init__(file, pagesize=size, initialFontName=faces.TEXT, invariant=1, lang=language.spoken().replace("_", "-"))
        title, page = PageTemplate("title", [_frame(size)]), PageTemplate("page", [_frame(size)], onPageEnd=_footer)
        self.addPageTemplates([title, page] if first == "title" else [page])

    def afterPage(self) -> None:  # noqa: N802 - ReportLab's name
        """One more page is done."""
        canvas: Any = self.canv
        words, canvas.told = "\n".join(canvas.told), []
        self._each_page(words)


class Story(list[Flowable]):
    """What is drawn next, made when it is its turn: of a long document never more than a few flowables are there."""

    def __init__(self, flowables: Iterable[Flowable]) -> None:
        super().__init__()
        self._coming = iter(flowables)

    def __len__(self) -> int:
        """How many are there; as long as any are left, one or more."""
        if not super().__len__():
            self.extend(islice(self._coming, 1))
        return super().__len__()


def drawn(
    flowables: Iterable[Flowable],
    size: tuple[float, float],
    first: str,
    each_page: Callable[[str], None],
    *,
    fillable: bool = False,
) -> bytes:
    """Flowables as a whole file, in memory; `fillable` puts inputs where there is room to write."""
    file = BytesIO()
    try:
        maker = partial(Sheets, form=Form() if fillable else None)
        Document(file, size, first, each_page).build(Story(flowables), canvasmaker=maker)
    finally:
        writing.forget()
    return file.getvalue()


LONG: Final = 200
"""How many letters of a heading stand in the contents."""


class Entry(Flowable):
    """A line of the contents: the heading of the nth part of that name, and the page on which it will stand; it leads there."""

    def __init__(self, part: str, nth: int) -> None:
        super().__init__()
        self.part, self.nth = part, nth
        self.words = Words(part if len(part) <= LONG else f"{part[:LONG].rstrip()}…", style.SPOKEN, Tag("Link"))
        self.around = (Tag("TOCI"), Tag("Reference"))
        self.spaceAfter = 4

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its words beside the number."""
        self.width, self.height = width, self.words.wrap(width - 50, height)[1]
        return self.width, self.height

    def draw(self) -> None:
        """The words, and the number at the right of their last line."""
        canvas: Any = self.canv
        low = style.SPOKEN.leading - 11.5
        with tagged(canvas, self.around[0]), tagged(canvas, self.around[1]):
            self.words.drawOn(canvas, 0, 0)
            with decorating(canvas):
                canvas.setStrokeColor(style.PALE)
                canvas.setDash([0.6, 4])
                canvas.setLineCap(1)
                ends = self.words.lines[-1].wide + 8 if self.words.lines else 0
                canvas.line(min(self.width - 50, ends), low, self.width - 34, low)
            canvas.tree.begin(self.words.tag, canvas._code)
            canvas.saveState()
            form = canvas.asks(self.part, self.nth, self.words.tag, (0, 0, self.width, self.height))
            canvas.translate(self.width - 24, low)
            canvas.doForm(form)
            canvas.restoreState()
            canvas.tree.end(canvas._code)


def _frame(size: tuple[float, float]) -> Frame:
    """The same room on every paper: what differs are the margins."""
    wide, tall = size
    side, below = (wide - style.WIDTH) / 2, style.BOTTOM - (A4[1] - tall) / 2
    return Frame(side, below, style.WIDTH, style.HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _footer(canvas: Canvas, document: BaseDocTemplate) -> None:
    """`3 of 12` in the middle of the foot; from the right, in a language that is written so."""
    before, after = phrases.page_of(canvas.getPageNumber())
    turned = writing.turns(before + after)
    with decorating(canvas):
        canvas.setFillColor(style.QUIET)
        wide, tall = document.pagesize
        middle, low = wide / 2 + 4, 42 - (A4[1] - tall) / 2
        _paint(canvas, before, middle if turned else middle - writing.measure(before, 9.2, False), low, 9.2)
        canvas.translate(middle - 60 if turned else middle, low)
        canvas.doForm(_TOTAL)
