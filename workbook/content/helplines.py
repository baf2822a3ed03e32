"""Help lines per country, each with the page its number was seen on and the day that page carries."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final, Literal, get_args
from unicodedata import category

import msgspec
from msgspec import Struct

from workbook.content.fault import Fault, Faulty

HelpKind = Literal["emergency", "suicide", "partner-violence", "sexual-violence", "substance-use"]

KINDS: tuple[HelpKind, ...] = get_args(HelpKind)
"""What help is looked up for, in the order it is shown; the same for everyone (G5, G6)."""


class HelpLine(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One service. At least one of `number`, `text` (what to text, and where to) and `chat` (an address) is given.

    `source` is the https address the contact was seen at, `checked_on` the day that page carries. `hours` is empty where the page
    does not say; `note` tells how the day was found and what else matters.
    """

    kind: HelpKind
    name: str
    number: str
    hours: str
    languages: tuple[str, ...]
    source: str
    checked_on: date
    check_by: date
    text: str = ""
    chat: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        # Wrong help information harms people (G35), so a line that nobody can trace back never comes into being.
        if not self.source.startswith("https://"):
            raise ValueError("a help line needs the https address it was seen at")
        if not (self.number or self.text or self.chat):
            raise ValueError("a help line needs a number, a text or a chat")
        if self.check_by <= self.checked_on:
            raise ValueError("check_by must lie after checked_on")


_JOINERS: Final = "\u200c\u200d"
"""Signs that are not seen, but without which some languages cannot be written."""


class LocalLine(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A line that somebody wrote down at this computer, a therapist say; nobody else checked it, so it tells the day of that."""

    name: str
    number: str
    noted_on: date
    hours: str = ""


MOST: Final = 8
"""How many lines can be written down at a computer: a page, not a phone book."""

LONGEST: Final = 120
"""How many letters each part of one may have."""


def noted(line: LocalLine) -> LocalLine | None:
    """A line as it may stand in Help: each part short and on one line, without signs that hide or turn words.

    None without a name or a number.
    """
    name, number, hours = map(_plain, (line.name, line.number, line.hours))
    return LocalLine(name=name, number=number, hours=hours, noted_on=line.noted_on) if name and number else None


def _plain(text: str) -> str:
    shown = "".join(" " if category(sign)[0] in "CZ" and sign not in _JOINERS else sign for sign in text)
    return " ".join(shown.split())[:LONGEST].strip(_JOINERS + " ")


class Country(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place and its help lines; picked by the person, never detected (G34). `about` is shown above the lines."""

    id: str
    name: str
    lines: tuple[HelpLine, ...]
    about: str = ""

    def lines_for(self, kind: HelpKind) -> tuple[HelpLine, ...]:
        """The lines of one kind, in the order of the file; empty where no number could be checked."""
        return tuple(line for line in self.lines if line.kind == kind)


class Directory(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where to look for a line that is not here: an address to open, and the page it was seen at."""

    name: str
    address: str
    source: str
    note: str


class HelpPage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that Help shows: `about` at its head, `caution` above stale lines, `missing` in place of a line that is not there."""

    about: str
    caution: str
    missing: str
    directory: Directory
    countries: tuple[Country, ...]


def help_page(path: Path) -> HelpPage:
    """The help page in a file, read when Help is opened. Raises `OSError`, and `Faulty` where the file cannot be used."""
    from workbook.content.reader import read, read_bytes  # yaml, which no window needs before Help is opened

    page = read(read_bytes(path), path.name)
    if page.faults:
        raise Faulty(page.faults)
    try:
        return msgspec.convert(page.plain, HelpPage)
    except msgspec.ValidationError as error:
        raise Faulty([Fault(found=f"{error}.", instead="Give every line what `HelpLine` asks for.", file=path.name)]) from None


def help_lines(path: Path) -> tuple[Country, ...]:
    """The countries in a file, each with its lines. Raises as `help_page` does."""
    return help_page(path).countries


def stale(line: HelpLine, today: date) -> bool:
    """Whether the day to check this line again has passed; then `caution` is shown."""
    return today > line.check_by


def long_noted(line: LocalLine, today: date) -> bool:
    """The same for one that was written down here: twelve months, as for the others."""
    return (today - line.noted_on).days > 365
