"""How it behaves for those who are here: learned from each when they come in, and in force only while they are in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbook.couple.habits import Habits, habits, of_all
from workbook.couple.people import PersonId
from workbook.couple.ports import Notebook


class Knowing:
    """What everyone picked who came in; nothing of it is in force once they are out."""

    def __init__(self, notebook: Callable[[], Notebook | None]) -> None:
        self._notebook = notebook
        self._known: dict[PersonId, Habits] = {}

    def learn(self, person: PersonId, settings: Mapping[str, str]) -> None:
        """What somebody has picked, as it stands now."""
        self._known[person] = habits(settings)

    def now(self) -> Habits:
        """What counts now; at once, from memory."""
        notebook = self._notebook()
        if notebook is None:
            return of_all(())
        inside = self._known.keys() if notebook.at_table() else notebook.unlocked()
        return of_all(self._known[person] for person in inside if person in self._known)
