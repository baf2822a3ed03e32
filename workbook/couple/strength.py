"""How hard a passphrase is to guess, by an estimate that knows words, names and patterns. It advises and never refuses."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

Why = Literal["", "common", "word", "keys", "date", "yours", "short"]
_MOST: Final = 72
"""Letters that are looked at; a longer one is good anyway, and looking takes longer the more there are."""

_BROKEN: Final = (ImportError, OSError, ArithmeticError, LookupError, AttributeError, TypeError, ValueError, RuntimeError)
"""What an estimate raises that is not installed whole, or that meets letters it does not know."""

_GOOD: Final = 10.0
_FAIR: Final = 8.0
"""Powers of ten of guesses. Each guess costs a few hundred milliseconds, so ten thousand million of them take a long life."""


class Strength(Struct, frozen=True):
    """How it stands, and what makes it easy to guess where it is; `unknown` where it could not be estimated."""

    level: Literal["easy", "fair", "good", "unknown"]
    why: Why = ""


def of(passphrase: str, known: tuple[str, ...] = ()) -> Strength:
    """Look at a passphrase; `known` are words that someone close would try first, such as names. Takes some milliseconds."""
    try:
        from zxcvbn import zxcvbn  # its word lists take longer to read than a page to show

        found = zxcvbn(passphrase[:_MOST], user_inputs=[word for word in known if word])
    except _BROKEN:  # a passphrase can be set without advice; and what was typed must not stand in a report
        return Strength("unknown")
    power = float(found["guesses_log10"])
    if power >= _GOOD:
        return Strength("good")
    return Strength("fair" if power >= _FAIR else "easy", _why(found["sequence"]))


def _why(parts: list[dict[str, object]]) -> Why:
    """The reason that weighs most: the longest part that follows a pattern."""
    known = [part for part in parts if part["pattern"] != "bruteforce"]
    if not known:
        return "short"
    longest = max(known, key=lambda part: len(str(part["token"])))
    pattern = longest["pattern"]
    if pattern == "dictionary":
        listed = longest.get("dictionary_name")
        return "yours" if listed == "user_inputs" else "common" if listed == "passwords" else "word"
    reasons: dict[object, Why] = {"spatial": "keys", "sequence": "keys", "repeat": "keys", "date": "date", "regex": "date"}
    return reasons.get(pattern, "short")
