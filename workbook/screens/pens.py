"""Where what is written goes: into one's own space, to the table for both, or nowhere at all."""

from __future__ import annotations

from typing import Protocol

from workbook.content.step import Answer
from workbook.couple import caret, holds
from workbook.couple.caret import Caret
from workbook.couple.letters import letters_in
from workbook.couple.people import PersonId
from workbook.couple.ports import Clock, Shared, Space
from workbook.couple.sitting import Place, Sitting


class Pen(Protocol):
    """Keeps answers and the place; called off the screen's thread."""

    def save(self, step: str, author: PersonId, answer: Answer | None) -> None:
        """Keep an answer; on the disk when this returns."""

    def go(self, step: int) -> None:
        """Remember the step somebody is at."""

    def stand(self, step: int, at: Caret | None) -> None:
        """Remember where on its page the keyboard is."""


class PrivatePen:
    """Writes into one person's own space; a letter under a key of its own."""

    def __init__(self, space: Space, sitting: Sitting, part: int, clock: Clock) -> None:
        self._space, self._sitting, self._part, self._clock = space, sitting, part, clock
        self._letters = letters_in(sitting.exercise)

    def save(self, step: str, author: PersonId, answer: Answer | None) -> None:
        """Keep an answer of this person's."""
        holds.written(self._space, self._sitting, self._clock.now())
        keep = self._space.save_letter if step in self._letters else self._space.save
        keep(self._sitting.id, step, answer)

    def go(self, step: int) -> None:
        """Remember where this person is."""
        self._space.go(self._sitting.id, Place(self._part, step))

    def stand(self, step: int, at: Caret | None) -> None:
        """Remember where on the page the keyboard is."""
        self._space.set(caret.SETTING, caret.to_setting(self._sitting.id, Place(self._part, step), at))


class LaterPen:
    """Writes a later thought into its author's own space; it belongs to no step of the walk, so no place is remembered."""

    def __init__(self, space: Space, sitting: Sitting, clock: Clock) -> None:
        self._space, self._sitting, self._clock = space, sitting, clock

    def save(self, step: str, author: PersonId, answer: Answer | None) -> None:
        """Keep the thought; with nothing in it, it is not there."""
        holds.written(self._space, self._sitting, self._clock.now())
        self._space.save(self._sitting.id, step, answer)

    def go(self, step: int) -> None:
        """The sitting itself stays where it was."""

    def stand(self, step: int, at: Caret | None) -> None:
        """Nor is this remembered."""


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

    def stand(self, step: int, at: Caret | None) -> None:
        """Whose hands were on the keyboard is nobody's to keep."""


class LoosePen:
    """Keeps nothing: what is written lives on the screen alone and is gone with it (G4)."""

    def save(self, step: str, author: PersonId, answer: Answer | None) -> None:
        """Nothing is kept."""

    def go(self, step: int) -> None:
        """Nothing is kept."""

    def stand(self, step: int, at: Caret | None) -> None:
        """Nothing is kept."""
