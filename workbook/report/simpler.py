"""A paper's blocks in simpler ones, for whoever edits it elsewhere: scales and drawings as words and tables, one kind of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch

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
    Side,
    Sides,
    Table,
)
from workbook.couple import course, figures

Simple = Heading | Prose | Said | Listing | Table | Sides | Break


def simpler(blocks: Iterable[Block]) -> Iterator[Simple]:
    """The same as headings, prose, words, lists, tables, sides and page breaks. Raises `TypeError` for a block it does not know."""
    for block in blocks:
        yield from _simpler(block)


@singledispatch
def _simpler(block: object) -> Iterator[Simple]:
    raise TypeError(f"no simpler blocks for {type(block).__name__}")


@_simpler.register(Heading)
@_simpler.register(Prose)
@_simpler.register(Said)
@_simpler.register(Listing)
@_simpler.register(Table)
@_simpler.register(Break)
def _as_it_is(block: Simple) -> Iterator[Simple]:
    yield block


@_simpler.register
def _bar(block: Bar) -> Iterator[Simple]:
    scale = f"{block.low} {block.low_label} – {block.high} {block.high_label}"
    yield Said(None if block.value is None else f"{block.value} ({scale})", block.label)


@_simpler.register
def _course(block: Course) -> Iterator[Simple]:
    named = (f"{line.label} ({course.ends(line)})" if line.low_label or line.high_label else line.label for line in block.lines)
    rows = tuple((name, *map(course.numbers, line.values)) for name, line in zip(named, block.lines, strict=True))
    yield Table(("", *block.names), rows)
    if block.events:
        yield Listing(tuple(course.told(block.events)), ())


@_simpler.register
def _loop(block: Loop) -> Iterator[Simple]:
    yield Listing(tuple(figures.told(block).split("\n")), ())


@_simpler.register
def _sides(block: Sides) -> Iterator[Simple]:
    yield Sides(tuple(Side(side.name, tuple(simpler(side.blocks))) for side in block.sides))


@_simpler.register
def _front(block: Front) -> Iterator[Simple]:
    yield from simpler(block.blocks)
