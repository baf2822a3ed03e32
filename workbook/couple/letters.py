"""Letters that nobody has to get: which steps of an exercise they are."""

from __future__ import annotations

from workbook.content.exercise import Exercise
from workbook.content.steps.letter import Letter


def letters_in(exercise: Exercise) -> frozenset[str]:
    """The steps whose words lie under a key of their own, and never in a vault."""
    return frozenset(step.id for step in exercise.steps() if isinstance(step, Letter))
