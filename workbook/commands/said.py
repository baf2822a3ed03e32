"""What several commands say or are told in the same way."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from workbook.screens import words
from workbook.trouble import Trouble

WIDE: Final = 30
"""Letters of the bar that shows how far something is."""


class Bar:
    """How far long work is, on the last line of a terminal; where what is said goes into a file, there is none."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()

    def say(self, line: str, share: float) -> None:
        """Print a line, and below it what share of all is done, from 0 to 1."""
        self.clear()
        print(line, flush=True)
        self.show(share)

    def show(self, share: float) -> None:
        """What share of all is done, from 0 to 1, with nothing to say of it."""
        self.clear()
        if self._shows:
            done = round(WIDE * share)
            print(f"[{'#' * done}{'.' * (WIDE - done)}] {share:.0%}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take it away."""
        if self._shows:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def failed(error: Trouble) -> int:
    """Say what went wrong and what to do about it; the exit status for that."""
    print(words.trouble(error), file=sys.stderr)
    return 1


def first_line(secret: Path) -> str | None:
    """The passphrase in a file, as a person would have typed it; nothing, once it was said that the file cannot be read."""
    try:
        return secret.read_text("utf-8").split("\n", 1)[0].removesuffix("\r")
    except (OSError, ValueError):
        print("The passphrase file cannot be read.", file=sys.stderr)
        return None
