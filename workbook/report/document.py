"""The document: a title page, the pages, and nothing in the file that tells who or when (G22)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from gettext import gettext as _
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Spacer

from workbook.content.blocks import Block, Front, Heading
from workbook.content.exercise import Exercise
from workbook.couple.paper import Form, Made, Paging, Picture, Sheet
from workbook.report import markup, preview, style
from workbook.report.cards import blank_cards, cut_out
from workbook.report.docx import docx
from workbook.report.drawing import Emblem
from workbook.report.flow import composed
from workbook.report.lock import locked
from workbook.report.markdown import markdown
from workbook.report.saving import save
from workbook.report.sheets import Entry, drawn
from workbook.report.tags import Tag
from workbook.report.words import Words
from workbook.report.worksheet import worksheet


class PdfPrinter:
    """Makes the PDF: `couple.ports.Printer`."""

    def unprintable(self, blocks: tuple[Block, ...]) -> tuple[str, ...]:
        """The characters that paper cannot show yet, each once; one without a look of its own as its code, such as `U+0007`."""
        return markup.unprintable(text for block in blocks for text in _texts(block))

    def write(self, title: str, blocks: tuple[Block, ...], target: Path) -> str:
        """Write one PDF, whole or not at all; gives back its SHA-256. Raises Trouble `disk-full`, `read-only`, `no-folder`."""
        return save(pdf(title, blocks), target)

    def make(self, title: str, blocks: tuple[Block, ...], paging: Paging, *, cards: bool = False) -> Made:
        """Make a PDF in memory, or cards to cut out; `paging` is told of every page, and may stop it. Raises Trouble `stopped`."""
        paging.begin()
        data = cut_out(blocks, paging.page) if cards else pdf(title, blocks, paging.page)
        return Made(data, paging.pages, tuple(paging.words))

    def picture(self, made: Made, page: int, width: int) -> Picture:
        """One page of it, from 0 on, so many pixels wide."""
        return preview.picture(made.data, page, width)

    def text(self, made: Made, page: int) -> str:
        """The words of one page, in the order of reading."""
        return made.words[page]

    def keep(self, made: Made, target: Path, passphrase: str | None = None) -> str:
        """Write this very PDF, whole or not at all; with a passphrase it opens with that only (AES-256). Its SHA-256.

        Raises Trouble as `write` does.
        """
        return save(locked(made.data, passphrase) if passphrase else made.data, target)

    def write_as(self, form: Form, blocks: tuple[Block, ...], target: Path, paging: Paging) -> str:
        """Write the same as Markdown or for Word; its SHA-256. `paging` is told of every part, and may stop it.

        Raises Trouble as `write` does, `no-docx`, and `stopped`.
        """
        paging.begin()
        made = docx(blocks, paging.part) if form == "docx" else markdown(blocks, paging.part).encode("utf-8")
        return save(made, target)

    def blank(self, exercises: tuple[Exercise, ...], sheet: Sheet, paging: Paging) -> Made:
        """Make exercises to be filled in, in memory, as `make` does; each of them is a part that is done."""
        paging.begin()
        data = blank_cards(exercises, sheet, paging.page) if sheet.cards else blank_pdf(exercises, sheet, paging.page, paging.part)
        return Made(data, paging.pages, tuple(paging.words))


def pdf(title: str, blocks: tuple[Block, ...], each_page: Callable[[str], None] = lambda _words: None) -> bytes:
    """The whole file in memory; the same blocks always give the same bytes. Without a title there is no page for one.

    `each_page` is called with the words of every page once it is drawn, and ends it all by raising.
    """
    front = [*_title_page(title), *contents(markup.line(part) for part in _parts(blocks))] if title else []
    return drawn(chain(front, composed(blocks)), A4, "title" if title else "page", each_page)


def blank_pdf(
    exercises: Sequence[Exercise],
    sheet: Sheet,
    each_page: Callable[[str], None] = lambda _words: None,
    each_exercise: Callable[[], None] = lambda: None,
) -> bytes:
    """Exercises to be filled in by pen, each beginning on a page of its own; several are a booklet with its contents."""

    def pages() -> Iterator[Flowable]:
        for exercise in exercises:
            yield from (PageBreak(), *worksheet(exercise, sheet.after))
            each_exercise()

    front = contents(markup.line(exercise.title) for exercise in exercises)
    size = LETTER if sheet.letter else A4
    return drawn(chain(front, islice(pages(), 1, None)), size, "page", each_page, fillable=sheet.fillable)


def _title_page(title: str) -> list[Flowable]:
    return [
        NextPageTemplate("page"),
        Spacer(0, style.HEIGHT * 0.2),
        Emblem(),
        Spacer(0, 34),
        Words(markup.line(title), style.TITLE, Tag("H1")),
        Spacer(0, 14),
        *(Words(markup.line(note), style.TITLE_NOTE) for note in _notes()),
        PageBreak(),
    ]


def contents(parts: Iterable[str]) -> list[Flowable]:
    """A page that says where each of several parts begins, and leads there; nothing where there is one part only."""
    names = list(parts)
    if len(names) < 2:
        return []
    entries = (Entry(name, names[:at].count(name)) for at, name in enumerate(names))
    return [Words(_("Contents"), style.HEADINGS[1], Tag("P")), *entries, PageBreak()]


def _parts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield block.text
        elif isinstance(block, Front):
            yield from _parts(block.blocks)


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
