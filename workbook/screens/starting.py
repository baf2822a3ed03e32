"""The first start: the first page of all, setting up, and looking round first in the notebook of an invented couple."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from workbook.couple.ports import Notebook
from workbook.screens import mishaps
from workbook.screens.hall import Hall
from workbook.screens.welcome import WelcomeScreen


class Beginning(Hall, Protocol):
    """What of the way through the house the first start needs."""

    def open(self, folder: Path) -> None:
        """Open a notebook that lies in a folder."""

    def steady(self) -> None:
        """Steady ground, for anyone."""


class StartFlow:
    """The ways before there is a notebook: `opened` takes one that has its doors, `made` one whose first turn comes next."""

    def __init__(self, house: Beginning, opened: Callable[[Notebook], None], made: Callable[[Notebook], None]) -> None:
        self._house, self._opened, self._made = house, opened, made
        self._invented: Notebook | None = None
        self._chosen: Path | None = None

    def start(self, chosen: Path | None) -> None:
        """Open the notebook there is, in the folder somebody chose or the usual one, or begin."""
        self._chosen = chosen
        notebooks = self._house.outside.notebooks
        where = chosen or notebooks.usual()
        if notebooks.exists(where):
            self._house.open(where)
        elif chosen is not None:
            self._house.show(mishaps.folder_gone(chosen, lambda: self.start(chosen), self.welcome))
        else:
            self.welcome(where)

    def again(self) -> None:
        """From the beginning, as this start began."""
        self.start(self._chosen)

    def welcome(self, folder: Path | None = None) -> None:
        """The first screen of all."""
        house = self._house
        where = folder or house.outside.notebooks.usual()
        self._house.show(
            WelcomeScreen(
                go_on=lambda: self._set_up(where),
                look_round=lambda: house.ask(house.outside.invented, self._look_round),
                steady=house.steady,
                look_elsewhere=lambda other: house.open(Path(other)),
            )
        )

    def looking_round(self, notebook: Notebook | None) -> bool:
        """Whether this is the invented couple's notebook."""
        return notebook is not None and notebook is self._invented

    def _look_round(self, notebook: Notebook) -> None:
        self._invented = notebook
        self._opened(notebook)

    def _set_up(self, folder: Path) -> None:
        from workbook.screens.setup import SetupScreen  # once in the life of a notebook

        outside, back = self._house.outside, lambda: self.welcome(folder)
        self._house.show(SetupScreen(outside.notebooks, outside.jobs, folder, done=self._made, back=back))
