"""Finding something in a list by words: all of them must stand in it; capitals and marks over letters make no difference."""

from __future__ import annotations

from unicodedata import combining, normalize


def plain(words: str) -> str:
    """Words as they are looked for: small letters without their marks."""
    return "".join(letter for letter in normalize("NFKD", words.casefold()) if not combining(letter))


def holds(text: str, words: str) -> bool:
    """Whether each of the words stands somewhere in the text."""
    there = plain(text)
    return all(word in there for word in plain(words).split())
