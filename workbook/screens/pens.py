"""Where what is written goes: into one's own space, to the table for both, or nowhere at all."""

from __future__ import annotations

from typing import Protocol

from workbook.content.step import Answer
from workbook.couple.people import PersonId
from workbook.couple.ports import Shared, Space
from workbook.couple.sitting import Place


class Pen(Protocol):
    """Keeps answers and the place; called off the screen's thread."""

    def save(self, step: str, author: PersonId, answer: Answer | None) -> None:
        """Keep an answer; on the disk when this returns."""

    def go(self, step: int) -> None:
        """Remember the step somebody is at."""


class PrivatePen:
    """Writes into one person's own space."""

    def __init__(self, space: Space, sitting: str, part: int) -> None:
        self._space, self._sitting, self._part = space, sitting, part

    def save(self, step: str, author: PersonId, answer: Answer | None) -> None:
        """Keep an answer of this person's."""
        self._space.save(self._sitting, step, answer)

    def go(self, step: int) -> None:
        """Remember where this person is."""
        self._space.go(self._sitting, Place(self._part, step))


class LaterPen:
    """Writes a later thought into its author's own space; it belongs to no step of the walk, so no place is remembered."""

    def __init__(self, space: Space, sitting: str) -> None:
        self._space, self._sitting = space, sitting

    def save(self, step: str, author: PersonId, answer: Answer | None) -> None:
        """Keep the thought; with nothing in it, it is not there."""
        self._space.save(self._sitting, step, answer)

    def go(self, step: int) -> None:
        """The sitting itself stays where it was."""


class TablePen:
    """Writes what both say at the table into the shared vault."""

    def __init__(self, shared: Shared, sitting: str, part: int) -> None:
        self._shared, self._sitting, self._part = shared, sitting, part

    def save(self, step: str, author: PersonId, answer: Answer | None) -> None:
        """Keep a joint answer, or what one of them says at the table."""
        self._shared.save(self._sitting, step, author, answer)

    def go(self, step: int) -> None:
        """Remember where both are."""
        self._shared.go(self._sitting, Place(self._part, step))


class LoosePen:
    """Keeps nothing: what is written lives on the screen alone and is gone with it (G4)."""

    def save(self, step: str, author: PersonId, answer: Answer | None) -> None:
        """Nothing is kept."""

    def go(self, step: int) -> None:
        """Nothing is kept."""
