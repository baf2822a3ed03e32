"""A fault in what an author wrote: where it stands, what was found, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

Spot = tuple[str | int, ...]
"""The way to a value inside a file: keys and places, such as `("parts", 0, "apart", 2, "ask")`."""

MOST = 100
"""How many faults of one file are told: enough to mend, and a hostile file cannot make more."""

_LONGEST_QUOTE = 40


class Fault(Struct, frozen=True, kw_only=True):
    """One thing to mend: `found` says what stands there, `instead` what to write; `line` counts from 1."""

    found: str
    instead: str
    at: Spot = ()
    file: str = ""
    line: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.found} {self.instead}"

    def placed(self, file: str, lines: Mapping[Spot, int]) -> Fault:
        """The same fault with its file, and the line of its spot or of the nearest thing around it."""
        around = (self.at[:length] for length in range(len(self.at), -1, -1))
        return replace(self, file=file, line=next((lines[spot] for spot in around if spot in lines), self.line))


class Faulty(Exception):  # noqa: N818 - it says what the file is
    """What an author wrote cannot be used; `faults` holds everything to mend, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def quoted(value: object) -> str:
    """What was found, short enough for a sentence and without a character that could disturb a terminal."""
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    text = f"{value:g}" if isinstance(value, float) else str(value)
    text = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return "`" + "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text) + "`"
