"""What a page may show, on screen and on paper alike: a closed set, drawn once in `ui/parts` and once in `report/flow.py`."""

from __future__ import annotations

from msgspec import Struct


class Block(Struct, frozen=True):
    """One thing on a page."""


class Heading(Block, frozen=True):
    """A title within a page; `level` 1 to 3."""

    text: str
    level: int = 2


class Prose(Block, frozen=True):
    """Words by the exercise's author, in the tiny markup: blank line for a paragraph, *emphasis*, `- ` for a list."""

    text: str


class Said(Block, frozen=True):
    """Words a person typed, shown exactly as typed; `None` is a question left unanswered."""

    text: str | None
    label: str = ""


class Bar(Block, frozen=True):
    """A rating on its scale; `None` was never touched, which is not the same as the lowest value."""

    value: int | None
    low: int
    high: int
    low_label: str
    high_label: str
    label: str = ""


class Listing(Block, frozen=True):
    """Short items that were picked, then those a person added in words of their own."""

    picked: tuple[str, ...]
    own: tuple[str, ...] = ()
    label: str = ""


class Felt(Listing, frozen=True):
    """Places in the body, told as items and drawn as well: `marks` holds place ids, each with "more" or "less"."""

    marks: tuple[tuple[str, str], ...] = ()


class Table(Block, frozen=True):
    """Rows under column headings; cells are plain words, `None` where nothing was said."""

    header: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


class LoopHalf(Struct, frozen=True):
    """One person's side of the loop in their own words; `None` where they left it out or kept it closed."""

    name: str
    cue: str | None = None
    move: str | None = None
    showed: str | None = None
    story: str | None = None
    under: str | None = None
    need: str | None = None


class Loop(Block, frozen=True):
    """The loop two people get caught in, or one half of it with the other side left blank.

    `lands` is what each says of the arrow that reaches them: first the arrow to the second person, then the one to the first.
    `exits` names the place (`cue`, `move`, …) at which each could step out.
    """

    first: LoopHalf
    second: LoopHalf
    name: str | None = None
    lands: tuple[str | None, str | None] = (None, None)
    exits: tuple[str | None, str | None] = (None, None)


class Side(Struct, frozen=True):
    """One column of a side-by-side: whose it is, and what they said."""

    name: str
    blocks: tuple[Block, ...]


class Sides(Block, frozen=True):
    """What each partner said to the same question, next to each other."""

    sides: tuple[Side, ...]


class Line(Struct, frozen=True):
    """One scale through time: what it is about, its two ends, and for each person the places they marked, the oldest first."""

    label: str
    low_label: str
    high_label: str
    values: tuple[tuple[int | None, ...], ...]


class Event(Struct, frozen=True):
    """Something that happened in a life: where it lies among the places (0 the first, 0.5 half-way to the next), and its words."""

    at: float
    words: str


class Course(Block, frozen=True):
    """Scales through time, each person's by themselves: nothing is added up, and nobody is compared.

    `events` are drawn into every one of them.
    """

    names: tuple[str, ...]
    lines: tuple[Line, ...]
    low: int
    high: int
    events: tuple[Event, ...] = ()


class Front(Block, frozen=True):
    """What stands on one page by itself: what is drawn grows smaller until all of it fits.

    `shorter` is the same with less of each, the longest first, for where the words would else be too small to read.
    """

    blocks: tuple[Block, ...]
    shorter: tuple[tuple[Block, ...], ...] = ()


class Break(Block, frozen=True):
    """A new page on paper, a clear gap on screen."""


def plain(blocks: tuple[Block, ...]) -> str | None:
    """What a person said, as one run of words: for the loop, for lists, for a screen reader; `None` when nothing was said."""
    return "; ".join(words for block in blocks for words in _said(block)) or None


def _said(block: Block) -> tuple[str, ...]:
    match block:
        case Said(text=text):
            return (text,) if text else ()
        case Listing(picked=picked, own=own):
            return picked + own
        case Table(rows=rows):
            return tuple(cell for row in rows for cell in row if cell)
        case Bar(value=value):
            return () if value is None else (str(value),)
        case _:
            return ()
