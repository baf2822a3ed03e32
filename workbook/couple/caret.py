"""Where the keyboard was when somebody stopped: one place, the last one, in one's own vault."""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec import Struct

from workbook.couple.sitting import Place

SETTING: Final = "caret"
"""The private setting that holds it: a sitting's random id and numbers, so that a deleted one leaves nothing of what it was."""


class Caret(Struct, frozen=True):
    """Which of a page's inputs for words had the keyboard, and how many letters stood before it."""

    line: int
    at: int


class _Kept(Struct, frozen=True, array_like=True):
    sitting: str
    place: Place
    caret: Caret


def to_setting(sitting: str, place: Place, caret: Caret | None) -> str:
    """A caret as it is kept; nothing where the keyboard was in no input for words."""
    return msgspec.json.encode(_Kept(sitting, place, caret)).decode("utf-8") if caret is not None else ""


def from_setting(kept: str | None, sitting: str, place: Place) -> Caret | None:
    """The caret that was kept, if it was in this place of this sitting."""
    try:
        found = msgspec.json.decode(kept or "", type=_Kept)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None
    return found.caret if (found.sitting, found.place) == (sitting, place) else None
