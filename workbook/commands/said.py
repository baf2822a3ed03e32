"""What several commands say or are told in the same way."""

from __future__ import annotations

import sys
from pathlib import Path

from workbook.screens import words
from workbook.trouble import Trouble


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
