"""A dictionary of a few words, in Hunspell's form, made for the tests."""

from __future__ import annotations

from pathlib import Path

WORDS = ("a", "and", "cat", "dish/S", "dishes", "door", "I", "felt", "quiet", "small", "the", "was", "don't", "née")


def write(folder: Path, name: str = "en_GB", words: tuple[str, ...] = WORDS, coding: str = "UTF-8") -> Path:
    """Put one into a folder; its `.dic` file."""
    folder.mkdir(parents=True, exist_ok=True)
    affixes = f"SET {coding}\nTRY esianrtolcdugmphbyfvkwz\nWORDCHARS '\nSFX S Y 1\nSFX S 0 s .\n"
    (folder / f"{name}.aff").write_text(affixes, coding)
    made = folder / f"{name}.dic"
    made.write_text(f"{len(words)}\n" + "\n".join(words) + "\n", coding)
    return made
