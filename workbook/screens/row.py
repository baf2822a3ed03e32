"""One setting, as the page of settings shows it."""

from __future__ import annotations

from msgspec import Struct

from workbook.screens.finding import holds


class Row(Struct, frozen=True, kw_only=True):
    """One setting: what it is, a sentence or two on it, what can be picked (value and words), and what is.

    `also` are other words that somebody may look for it with; they are not shown.
    """

    key: str
    title: str
    line: str
    options: tuple[tuple[str, str], ...]
    picked: str
    also: str = ""

    def found(self, words: str) -> bool:
        """Whether all of the words stand in it."""
        return holds(" ".join((self.title, self.line, self.also, *(label for _value, label in self.options))), words)
