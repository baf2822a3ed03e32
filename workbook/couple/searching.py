"""Looking back by time, and finding words again: what a list and a search name of a sitting."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

from msgspec import Struct

from workbook.content.exercise import Exercise
from workbook.content.step import Answer
from workbook.content.steps.letter import Letter
from workbook.couple import beside
from workbook.couple.people import PersonId

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


class Past(Struct, frozen=True, kw_only=True):
    """A sitting as looking back names it: `at` counts up in the order they were seen, `ours` lies between both.

    `day` is when its reader first saw it; nothing of one that came out of a file.
    """

    at: int
    id: str
    title: str
    purpose: str
    ours: bool = False
    day: date | None = None


class Piece(Struct, frozen=True):
    """A few words of an excerpt, and whether they are what was looked for."""

    text: str
    marked: bool = False


class Found(Struct, frozen=True, kw_only=True):
    """An answer in which words were found: where it stands, by whom, and a little of it."""

    sitting: str
    step: str
    author: PersonId
    exercise: str
    title: str
    excerpt: tuple[Piece, ...]
    ours: bool = False


def cleaned(words: str) -> str:
    """Words as an index can hold them: accents joined to their letters, no control characters, no half of a character."""
    whole = words.encode("utf-8", "replace").decode("utf-8")
    return _CONTROL.sub(" ", unicodedata.normalize("NFC", whole))


def asked_for(words: str) -> tuple[str, ...]:
    """The single words that somebody looks for; all of them must be there."""
    parts = cleaned(words).replace('"', " ").split()
    return tuple(part for part in parts if any(char.isalnum() for char in part))


def to_be_found(exercise: Exercise, name: str, answer: Answer, for_both: bool) -> str | None:
    """The words of an answer that can be found again, or nothing: a letter never is, nor a mark.

    Between both, an answer that only counts together with the other's is not found either (G5).
    """
    step = next((one for one in exercise.steps() if one.id == (beside.step_of(name) or name)), None)
    if step is None or isinstance(step, Letter) or beside.is_mark(name) or beside.is_brought(name):
        return None
    if for_both and step.agreed((answer, answer)):
        return None
    return (beside.thought(step, name) if beside.number_of(name) else step).words(answer)


def title_of(exercise: Exercise, name: str) -> str:
    """What the step of an answer is called."""
    return exercise.step(beside.step_of(name) or name).title
