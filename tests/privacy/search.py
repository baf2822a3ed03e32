"""Looking for words in every byte of a folder."""

from __future__ import annotations

from pathlib import Path

CODINGS = ("utf-8", "utf-16-le", "utf-16-be", "unicode-escape")


def everything(*folders: Path) -> dict[Path, bytes]:
    """Every file below, with its bytes."""
    return {path: path.read_bytes() for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()}


def traces(words: str, *folders: Path) -> list[str]:
    """The names of files that hold these words, as text or as a part of their own name."""
    found = []
    for path, content in everything(*folders).items():
        if words in str(path) or any(words.encode(coding) in content for coding in CODINGS):
            found.append(path.name)
    return found
