"""One exercise before it begins: what it is for, how long it takes, for whom it is not, and how to start."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from msgspec import Struct

from workbook.content.exercise import Alone, Apart, Exercise, Mode, Part, Reveal
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

    def course(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What happens, stretch by stretch, and the titles of its steps: for two where two can do it here."""
        for_two = self.modes != ("alone",)
        stretches = [_stretch(part, for_two) for part in self.state.exercise.parts]
        merged: list[tuple[str, tuple[str, ...]]] = []
        for when, steps in (stretch for stretch in stretches if stretch is not None):
            if merged and merged[-1][0] == when:
                merged[-1] = (when, (*merged[-1][1], *steps))
            else:
                merged.append((when, steps))
        return tuple(merged)

    def begin(self, mode: Mode, short: bool = False) -> None:
        """Begin, alone or as one half for two; the short path is for a tired evening."""
        self._begin(mode, short)


def _stretch(part: Part, for_two: bool) -> tuple[str, tuple[str, ...]] | None:
    """When a part is done, and its steps; nothing where it is not for those who are here."""
    if isinstance(part, Apart):
        when = _("Each of you, alone") if for_two else _("By yourself")
    elif isinstance(part, Alone):
        when = "" if for_two else _("By yourself")
    elif isinstance(part, Reveal):
        return (_("Together"), (_("What you let open: {title}").replace("{title}", part.title),)) if for_two else None
    else:
        when = _("Together") if for_two else ""
    return (when, tuple(step.title for step in part.steps)) if when else None
