"""What a person typed comes back exactly. Qt's text cannot hold a few characters; these wear a stand-in while they are on screen.

The stand-ins lie in a private area at the very end of Unicode; a real character from there is marked, so nothing is ever mistaken.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_FIRST = 0x10F000
_ODD = ("\r", "\u2029", "\ufdd0", "\ufdd1", "\ufeff", "\ufffe")
"""Qt would turn these into line ends, or drop them at the beginning of a text."""
_MARK = "\U0010f8ff"

_TO_HIDE = re.compile("[\r\u2029\ufdd0\ufdd1\ufeff\ufffe\ud800-\udfff\U0010f000-\U0010f8ff]")
_ENDLESS = re.compile(r"\S{24}(?=\S)")
"""What no line may be able to hold: at 250 % in the smallest window there is room for some thirty letters."""
_HIDDEN = re.compile(f"{_MARK}?[\U0010f000-\U0010f8ff]")


def for_screen(text: str) -> str:
    """A text as Qt can hold it."""
    return _TO_HIDE.sub(_hide, text)


def from_screen(raw: str) -> str:
    """The text again, from a document's `toRawText()`."""
    return _HIDDEN.sub(_unhide, raw.replace("\u2029", "\n"))


def for_eyes(text: str) -> str:
    """A text to be shown and not edited: what cannot be shown becomes the sign for that."""
    return text if text.isascii() else re.sub("[\ud800-\udfff]", "\ufffd", text)


def breakable(text: str) -> str:
    """A text to be shown whose endless words may break, as a label cannot break them by itself."""
    return _ENDLESS.sub("\\g<0>\u200b", text)


def unbroken(text: str, start: int, end: int) -> str:
    """What of `text` stands between two places of its `breakable` form, counted as Qt counts: in units of UTF-16."""
    units = breakable(text).encode("utf-16-le", "surrogatepass")
    first, last = (len(units[: 2 * place].decode("utf-16-le", "surrogatepass")) for place in (start, end))
    ours = [found.end() + before for before, found in enumerate(_ENDLESS.finditer(text))]
    return text[first - bisect_left(ours, first) : last - bisect_left(ours, last)]


def as_pasted(text: str) -> str:
    """A text from elsewhere: whatever its line ends were, they are line ends here."""
    return re.sub("\r\n|\r|\u2029", "\n", text)


def _hide(found: re.Match[str]) -> str:
    character = found.group()
    if "\ud800" <= character <= "\udfff":
        return chr(_FIRST + ord(character) - 0xD800)
    if character in _ODD:
        return chr(_FIRST + 0x800 + _ODD.index(character))
    return _MARK + character


def _unhide(found: re.Match[str]) -> str:
    hidden = found.group()
    if len(hidden) == 2:
        return hidden[1]
    place = ord(hidden) - _FIRST
    if place < 0x800:
        return chr(0xD800 + place)
    return _ODD[place - 0x800] if place - 0x800 < len(_ODD) else hidden
