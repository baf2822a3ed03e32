"""Looking back and finding words, in memory: no index, every answer is looked through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from unicodedata import combining, normalize

from workbook.content.exercise import Exercise
from workbook.content.step import Answer
from workbook.couple.people import PersonId
from workbook.couple.searching import Found, Piece, asked_for, cleaned, title_of, to_be_found

Said = Mapping[tuple[str, str, PersonId], Answer | None]
_AROUND = 12


def find(said: Said, exercises: Mapping[str, Exercise], words: str, ours: bool) -> Iterable[Found]:
    """The answers that hold these words, the last written first."""
    asked = [plain(word) for word in asked_for(words)]
    if not asked:
        return
    for (sitting, step, author), answer in reversed([*said.items()]):
        text = None if answer is None else to_be_found(exercises[sitting], step, answer, ours)
        pieces = re.findall(r"\w+|\W+", cleaned(text or ""))
        there = [plain(piece) for piece in pieces]
        hits = [
            {at for at, piece in enumerate(there) if piece == word or (last and len(word) > 1 and piece.startswith(word))}
            for word, last in zip(asked, [*[False] * (len(asked) - 1), True], strict=True)
        ]
        if all(hits):
            marked = set.union(*hits)
            begin = max(0, min(marked) - _AROUND)
            excerpt = tuple(Piece(piece, at in marked) for at, piece in enumerate(pieces) if at >= begin)
            exercise = exercises[sitting]
            yield Found(
                sitting=sitting,
                step=step,
                author=author,
                exercise=exercise.title,
                title=title_of(exercise, step),
                excerpt=excerpt,
                ours=ours,
            )


def plain(word: str) -> str:
    """A word as it is compared."""
    return "".join(char for char in normalize("NFKD", word.casefold()) if not combining(char))
