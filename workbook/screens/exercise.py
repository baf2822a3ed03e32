"""One exercise before it begins: what it is for, how long it takes, for whom it is not, and how to start."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from workbook.content.exercise import Exercise, Mode
from workbook.screens.screen import Screen


class ExerciseState(Struct, frozen=True):
    """The exercise, the partner's name where there is one to do it with, and whether it is late for something heavy (G26)."""

    exercise: Exercise
    partner: str
    late: bool = False


class ExerciseScreen(Screen[ExerciseState]):
    """Says what somebody is about to begin."""

    def __init__(
        self,
        exercise: Exercise,
        partner: str,
        *,
        late: bool,
        begin: Callable[[Mode, bool], None],
        print_blank: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        self._begin, self.print_blank, self.back = begin, print_blank, back
        super().__init__(ExerciseState(exercise, partner, late))

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The ways it can be done here."""
        return tuple(mode for mode in self.state.exercise.who if mode == "alone" or self.state.partner)

    def begin(self, mode: Mode, short: bool = False) -> None:
        """Begin, alone or as one half for two; the short path is for a tired evening."""
        self._begin(mode, short)
