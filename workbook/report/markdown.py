"""A paper's blocks as Markdown, for whoever wants to edit it: typed words show exactly as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import singledispatch
from gettext import gettext as _

from workbook.content.blocks import (
    Bar,
    Block,
    Break,
    Course,
    Front,
    Heading,
    Listing,
    Loop,
    Prose,
    Said,
    Sides,
    Table,
)
from workbook.couple import course, figures
from workbook.couple.markdown import escaped

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def markdown(blocks: tuple[Block, ...]) -> str:
    """The pages; what Markdown has no character for stands as U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", "\n\n".join(part for block in blocks for part in _parts(block)) + "\n")


@singledispatch
def _parts(block: Block) -> Iterator[str]:
    raise TypeError(f"no Markdown for {type(block).__name__}")


@_parts.register
def _heading(block: Heading) -> Iterator[str]:
    yield f"{'#' * block.level} {_line(block.text)}"


@_parts.register
def _prose(block: Prose) -> Iterator[str]:
    yield block.text.replace("<", "\\<")


@_parts.register
def _said(block: Said) -> Iterator[str]:
    yield from _label(block.label)
    yield _quoted(block.text)


@_parts.register
def _bar(block: Bar) -> Iterator[str]:
    yield from _label(block.label)
    scale = f"{block.low} {_line(block.low_label)} – {block.high} {_line(block.high_label)}"
    yield _quoted(None) if block.value is None else f"{block.value} ({scale})"


@_parts.register
def _listing(block: Listing) -> Iterator[str]:
    yield from _label(block.label)
    yield "\n".join(f"- {_cell(item)}" for item in block.picked + block.own) or _quoted(None)


@_parts.register
def _table(block: Table) -> Iterator[str]:
    yield _rows(block.header, block.rows)


@_parts.register
def _course(block: Course) -> Iterator[str]:
    rows = tuple((f"{line.label} ({course.ends(line)})", *map(course.numbers, line.values)) for line in block.lines)
    yield _rows(("", *block.names), rows)


@_parts.register
def _loop(block: Loop) -> Iterator[str]:
    yield from (_line(words) for words in figures.told(block).split("\n"))


@_parts.register
def _sides(block: Sides) -> Iterator[str]:
    for side in block.sides:
        yield f"**{_line(side.name)}**"
        yield from (part for inner in side.blocks for part in _parts(inner))


@_parts.register
def _front(block: Front) -> Iterator[str]:
    yield from (part for inner in block.blocks for part in _parts(inner))


@_parts.register
def _break(_block: Break) -> Iterator[str]:
    yield "---"


def _label(label: str) -> Iterator[str]:
    if label:
        yield f"**{_line(label)}**"


def _rows(header: tuple[str, ...], rows: tuple[tuple[str | None, ...], ...]) -> str:
    cells = [
        tuple(map(_cell, header)),
        tuple("---" for _title in header),
        *(tuple(_cell(text or "") for text in row) for row in rows),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _quoted(text: str | None) -> str:
    return "\n".join(f"> {line}" for line in escaped(text).split("\n")) if text else f"*{_('left open')}*"


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _cell(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
