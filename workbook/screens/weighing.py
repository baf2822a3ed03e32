"""A word on a passphrase while it is typed: looked at off the screen's thread, the newest one only."""

from __future__ import annotations

from collections.abc import Callable

from workbook.couple import strength
from workbook.couple.ports import Jobs
from workbook.screens import words


class Weighing:
    """Looks at what is typed and tells in a sentence; `known` are names that someone close would try first."""

    def __init__(self, jobs: Jobs, known: Callable[[], tuple[str, ...]], tell: Callable[[str], None]) -> None:
        self._jobs, self._known, self._tell = jobs, known, tell
        self._typed = ""
        self._busy = False

    def weigh(self, typed: str) -> None:
        """Look at this; while one is being looked at, only the last of those that follow is."""
        self._typed = typed
        if not typed:
            self._tell("")
        elif not self._busy:
            self._busy = True
            self._jobs.run(lambda: strength.of(typed, self._known()), lambda found: self._weighed(typed, found), self._failed)

    def _weighed(self, typed: str, found: strength.Strength) -> None:
        self._busy = False
        if typed == self._typed:
            self._tell(words.strength(found))
        else:
            self.weigh(self._typed)

    def _failed(self, _error: Exception) -> None:
        self._busy = False
