"""A paper's blocks as a Word document, for whoever wants to edit it; the library for it is an extra that not everyone has."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import singledispatch
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from workbook.content.blocks import Block, Break, Heading, Listing, Prose, Said, Sides, Table
from workbook.report.phrases import left_open
from workbook.report.simpler import simpler
from workbook.trouble import Trouble

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EPOCH: Final = datetime(2000, 1, 1)
"""Says nothing of when it was made (G22)."""


def docx(blocks: tuple[Block, ...], each: Callable[[], None] = lambda: None) -> bytes:
    """The file; `each` is called after every block, and may raise. Raises Trouble `no-docx` where its library is not there."""
    try:
        from docx import Document  # an extra
    except ImportError:
        raise Trouble("no-docx") from None
    document = Document()
    _say_nothing(document)
    for block in simpler(blocks):
        _add(block, document)
        each()
    file = BytesIO()
    document.save(file)
    return _timeless(file)


def _say_nothing(document: Any) -> None:
    about = document.core_properties
    for name in ("author", "comments", "keywords", "last_modified_by", "subject", "category"):
        setattr(about, name, "")
    about.title, about.revision, about.created, about.modified = "Notes", 1, _EPOCH, _EPOCH


def _timeless(file: BytesIO) -> bytes:
    """The same file with no time in its table of contents, where each piece has one."""
    told = BytesIO()
    with ZipFile(file) as packed, ZipFile(told, "w", ZIP_DEFLATED) as plain:
        for entry in packed.infolist():
            plain.writestr(ZipInfo(entry.filename), packed.read(entry), ZIP_DEFLATED)
    return told.getvalue()


@singledispatch
def _add(block: Block, page: Any) -> None:
    raise TypeError(f"no Word for {type(block).__name__}")


@_add.register
def _heading(block: Heading, page: Any) -> None:
    page.add_heading(_clean(block.text), block.level)


@_add.register
def _prose(block: Prose, page: Any) -> None:
    for line in filter(None, map(str.strip, block.text.splitlines())):
        item = line.startswith("- ")
        page.add_paragraph(_clean(line[2:] if item else line).replace("*", ""), "List Bullet" if item else None)


@_add.register
def _said(block: Said, page: Any) -> None:
    _label(block.label, page)
    if block.text and block.text.strip():
        page.add_paragraph(_clean(block.text), "Quote")
    else:
        _left_open(page)


@_add.register
def _listing(block: Listing, page: Any) -> None:
    _label(block.label, page)
    for item in block.picked + block.own:
        page.add_paragraph(_clean(item), "List Bullet")
    if not block.picked + block.own:
        _left_open(page)


@_add.register
def _table(block: Table, page: Any) -> None:
    table = page.add_table(rows=1 + len(block.rows), cols=len(block.header), style="Table Grid")
    for cell, title in zip(table.rows[0].cells, block.header, strict=True):
        cell.paragraphs[0].add_run(_clean(title)).bold = True
    for row, texts in zip(table.rows[1:], block.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.paragraphs[0].add_run(_clean(text or ""))


@_add.register
def _sides(block: Sides, page: Any) -> None:
    table = page.add_table(rows=1, cols=len(block.sides), style="Table Grid")
    for cell, side in zip(table.rows[0].cells, block.sides, strict=True):
        cell.paragraphs[0].add_run(_clean(side.name)).bold = True
        for inner in side.blocks:
            _add(inner, _Cell(cell, page))
    page.add_paragraph("")


class _Cell:
    """A table's cell, as the functions above fill a page; a table within it follows as words do."""

    def __init__(self, cell: Any, page: Any) -> None:
        self._cell, self._page = cell, page

    def add_paragraph(self, text: str, style: str | None = None) -> Any:
        """One paragraph below the others."""
        return self._cell.add_paragraph(text, style)

    def add_heading(self, text: str, _level: int) -> Any:
        """A heading within a cell is bold."""
        paragraph = self._cell.add_paragraph()
        paragraph.add_run(text).bold = True
        return paragraph

    def add_table(self, rows: int, cols: int, style: str) -> Any:
        """A table in a cell."""
        table = self._cell.add_table(rows, cols)
        table.style = style
        return table


@_add.register
def _break(_block: Break, page: Any) -> None:
    page.add_page_break()


def _label(label: str, page: Any) -> None:
    if label:
        page.add_paragraph("").add_run(_clean(label)).bold = True


def _left_open(page: Any) -> None:
    page.add_paragraph("").add_run(left_open()).italic = True


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)
