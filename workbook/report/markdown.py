"""A paper's blocks as Markdown, for whoever wants to edit it: typed words show exactly as they were typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import singledispatch

from workbook.content.blocks import Block, Break, Heading, Listing, Prose, Said, Sides, Table
from workbook.couple.markdown import escaped
from workbook.report.phrases import left_open
from workbook.report.simpler import simpler

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def markdown(blocks: tuple[Block, ...], each: Callable[[], None] = lambda: None) -> str:
    """The pages; what Markdown has no character for stands as U+FFFD. `each` is called after every block, and may raise."""
    parts: list[str] = []
    for block in simpler(blocks):
        parts += _parts(block)
        each()
    return _UNWRITABLE.sub("\ufffd", "\n\n".join(parts) + "\n")


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
    yield "\n".join(f"> {line}" for line in escaped(block.text).split("\n")) if block.text else f"*{left_open()}*"


@_parts.register
def _listing(block: Listing) -> Iterator[str]:
    yield from _label(block.label)
    yield "\n".join(f"- {_cell(item)}" for item in block.picked + block.own) or f"*{left_open()}*"


@_parts.register
def _table(block: Table) -> Iterator[str]:
    cells = [
        tuple(map(_cell, block.header)),
        tuple("---" for _title in block.header),
        *(tuple(_cell(text or "") for text in row) for row in block.rows),
    ]
    yield "\n".join(f"| {' | '.join(row)} |" for row in cells)


@_parts.register
def _sides(block: Sides) -> Iterator[str]:
    for side in block.sides:
        yield from _label(side.name)
        yield from (part for inner in side.blocks for part in _parts(inner))


@_parts.register
def _break(_block: Break) -> Iterator[str]:
    yield "---"


def _label(label: str) -> Iterator[str]:
    if label:
        yield f"**{_line(label)}**"


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _cell(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
