"""The document: a title page, the pages, and nothing in the file that tells who or when (G22)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from gettext import gettext as _
from io import BytesIO
from pathlib import Path
from typing import Any

from msgspec import Struct
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph, Spacer

from workbook.content.blocks import Block
from workbook.content.exercise import Exercise
from workbook.couple.paper import Form, Made, Paging, Picture
from workbook.report import markup, preview, style
from workbook.report.docx import docx
from workbook.report.drawing import Emblem
from workbook.report.flow import compose
from workbook.report.markdown import markdown
from workbook.report.saving import save
from workbook.report.worksheet import worksheet

TITLE = "Notes"
"""What the file calls itself, whatever is in it (G10)."""

_TOTAL = "total"


class PdfPrinter:
    """Makes the PDF: `couple.ports.Printer`."""

    def unprintable(self, blocks: tuple[Block, ...]) -> tuple[str, ...]:
        """The characters that paper cannot show yet, each once; one without a look of its own as its code, such as `U+0007`."""
        return markup.unprintable(text for block in blocks for text in _texts(block))

    def write(self, title: str, blocks: tuple[Block, ...], target: Path) -> str:
        """Write one PDF, whole or not at all; gives back its SHA-256. Raises Trouble `disk-full`, `read-only`, `no-folder`."""
        return save(pdf(title, blocks), target)

    def make(self, title: str, blocks: tuple[Block, ...], paging: Paging) -> Made:
        """Make a PDF in memory; `paging` is told of every page, and may stop it. Raises Trouble `stopped`."""
        paging.go_on()
        return Made(pdf(title, blocks, paging.page), paging.pages)

    def picture(self, made: Made, page: int, width: int) -> Picture:
        """One page of it, from 0 on, so many pixels wide."""
        return preview.picture(made.data, page, width)

    def text(self, made: Made, page: int) -> str:
        """The words of one page, in the order of reading."""
        return preview.text(made.data, page)

    def keep(self, made: Made, target: Path) -> str:
        """Write this very PDF, whole or not at all; gives back its SHA-256. Raises Trouble as `write` does."""
        return save(made.data, target)

    def write_as(self, form: Form, blocks: tuple[Block, ...], target: Path) -> str:
        """Write the same as Markdown or for Word, whole or not at all; its SHA-256. Raises Trouble as `write` does, and `no-docx`."""
        return save(docx(blocks) if form == "docx" else markdown(blocks).encode("utf-8"), target)

    def blank(self, exercises: tuple[Exercise, ...], target: Path, *, letter: bool) -> None:
        """Write exercises to be filled in by pen, on A4 or US Letter, whole or not at all. Raises Trouble as `write` does."""
        save(blank_pdf(exercises, letter=letter), target)


def pdf(title: str, blocks: tuple[Block, ...], each_page: Callable[[], None] = lambda: None) -> bytes:
    """The whole file in memory; the same blocks always give the same bytes. Without a title there is no page for one.

    `each_page` is called after every page, and ends it all by raising.
    """
    style.register()
    file = BytesIO()
    first = "title" if title else "page"
    _Document(file, first=first, each_page=each_page).build(
        [*(_title_page(title) if title else ()), *compose(blocks)], canvasmaker=_Canvas
    )
    return file.getvalue()


def blank_pdf(exercises: Sequence[Exercise], *, letter: bool = False) -> bytes:
    """Exercises to be filled in by pen, each beginning on a page of its own."""
    style.register()
    file = BytesIO()
    pages = [flowable for exercise in exercises for flowable in (PageBreak(), *worksheet(exercise))]
    _Document(file, LETTER if letter else A4, first="page").build(pages[1:], canvasmaker=_Canvas)
    return file.getvalue()


def _title_page(title: str) -> list[Flowable]:
    return [
        NextPageTemplate("page"),
        Spacer(0, style.HEIGHT * 0.2),
        Emblem(),
        Spacer(0, 34),
        Paragraph(markup.line(title), style.TITLE),
        Spacer(0, 14),
        *(Paragraph(markup.line(note), style.TITLE_NOTE) for note in _notes()),
        PageBreak(),
    ]


def _notes() -> tuple[str, ...]:
    return (
        _("The questions here are from a workbook. The answers are in the words of the people who gave them, as they were typed."),
        _("Nothing here was scored or interpreted. This is how things looked when it was written. That may change."),
    )


def _texts(thing: object) -> list[str]:
    """Every text in a block, however deep."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, Struct):
        return [text for field in thing.__struct_fields__ for text in _texts(getattr(thing, field))]
    return [text for part in thing for text in _texts(part)] if isinstance(thing, tuple) else []


class _Info(PDFInfo):
    """A file needs a title; it needs no author, no program and no date."""

    def format(self, document: object) -> bytes:
        """The title alone."""
        written: bytes = PDFDictionary({"Title": PDFString(TITLE)}).format(document)
        return written


class _Canvas(Canvas):
    """A canvas without a past: no dates, no names, no face that is not in the file."""

    _code: list[str]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._doc: Any
        self._doc.info = _Info()

    def save(self) -> None:
        """Only now is it known how many pages there are."""
        if self._code:
            self.showPage()
        _fill_in_total(self, self.getPageNumber() - 1)
        super().save()


class _Document(BaseDocTemplate):
    """One pass over the pages; how many there are is written at the end, into a form that every page refers to."""

    def __init__(
        self,
        file: BytesIO,
        size: tuple[float, float] = A4,
        first: str = "title",
        each_page: Callable[[], None] = lambda: None,
    ) -> None:
        self._each_page = each_page
        super().__init__(file, pagesize=size, initialFontName=style.TEXT, invariant=1, lang="en")
        title, page = PageTemplate("title", [_frame(size)]), PageTemplate("page", [_frame(size)], onPageEnd=_footer)
        self.addPageTemplates([title, page] if first == "title" else [page])

    def afterPage(self) -> None:  # noqa: N802 - ReportLab's name
        """One more page is done."""
        self._each_page()


def _frame(size: tuple[float, float]) -> Frame:
    """The same room on every paper: what differs are the margins."""
    wide, tall = size
    side, below = (wide - style.WIDTH) / 2, style.BOTTOM - (A4[1] - tall) / 2
    return Frame(side, below, style.WIDTH, style.HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _footer(canvas: Canvas, document: BaseDocTemplate) -> None:
    """`3 of 12` in the middle of the foot."""
    canvas.saveState()
    canvas.setFillColor(style.QUIET)
    canvas.setFont(style.TEXT, 9.2)
    wide, tall = document.pagesize
    middle, low = wide / 2 + 4, 42 - (A4[1] - tall) / 2
    canvas.drawRightString(middle, low, f"{canvas.getPageNumber()} of ")
    canvas.translate(middle, low)
    canvas.doForm(_TOTAL)
    canvas.restoreState()


def _fill_in_total(canvas: Canvas, pages: int) -> None:
    canvas.beginForm(_TOTAL, 0, -4, 60, 12)
    canvas.setFillColor(style.QUIET)
    canvas.setFont(style.TEXT, 9.2)
    canvas.drawString(0, 0, str(pages))
    canvas.endForm()
