"""When what is typed is kept: a second after the last key, and never later than two seconds after the first."""

from __future__ import annotations

from collections.abc import Callable

from workbook.couple.ports import Clock

PAUSE_IN_TYPING = 1.0
LONGEST_UNSAVED = 2.0
"""Seconds."""


class Soon:
    """Has something done soon, however often it is asked for meanwhile."""

    def __init__(self, clock: Clock, do: Callable[[], None]) -> None:
        self._clock, self._do = clock, do
        self._timers: list[Callable[[], None]] = []

    def ask(self) -> None:
        """Somebody typed again."""
        if len(self._timers) > 1:
            self._timers.pop()()
        if not self._timers:
            self._timers.append(self._clock.after(LONGEST_UNSAVED, self._do))
        self._timers.append(self._clock.after(PAUSE_IN_TYPING, self._do))

    def cancel(self) -> None:
        """It was done, or is not wanted any more."""
        while self._timers:
            self._timers.pop()()
