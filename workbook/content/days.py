"""Days in words, and back: what somebody writes for a day, in the ways people write one."""

from __future__ import annotations

import re
from datetime import date
from gettext import gettext as _

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+([^\W\d]+)\.?,?\s+(\d{1,4})", re.IGNORECASE)
_NAMED_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{1,4})", re.IGNORECASE)


def weekdays() -> tuple[str, ...]:
    """The names of the days, Monday first."""
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def months() -> tuple[str, ...]:
    """The names of the months."""
    return (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )


def in_full(day: date) -> str:
    """A day as one says it, such as "Sunday, 3 May 2026"."""
    said = _("{weekday}, {day}").replace("{weekday}", weekdays()[day.weekday()])
    return said.replace("{day}", written(day))


def shown(kept: str) -> str:
    """A day that was kept as `2026-05-03`, as one says it; what is no day stays as it is."""
    try:
        return in_full(date.fromisoformat(kept))
    except ValueError:
        return kept


def written(day: date) -> str:
    """A day as one writes it, such as "3 May 2026"; `understood` reads it again."""
    said = _("{day} {month} {year}").replace("{day}", str(day.day))
    return said.replace("{month}", months()[day.month - 1]).replace("{year}", str(day.year))


def understood(text: str) -> date | None:
    """The day that was meant: "3 May 2026", "May 3, 2026", "3.5.2026", "2026-05-03"; a year is always needed."""
    words = text.strip()
    if found := _ISO.fullmatch(words):
        return _day(found[1], found[2], found[3])
    if found := _DOTTED.fullmatch(words):
        return _day(found[3], found[2], found[1])
    if found := _NAMED.fullmatch(words):
        return _day(found[3], _month(found[2]), found[1])
    if found := _NAMED_FIRST.fullmatch(words):
        return _day(found[3], _month(found[1]), found[2])
    return None


def _month(name: str) -> str:
    """The number of a month whose name begins like this; at least three letters tell it apart."""
    names = (at for at, month in enumerate(months(), 1) if len(name) >= 3 and month.lower().startswith(name.lower()))
    return str(next(names, 0))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
