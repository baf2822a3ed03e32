"""An exercise as blank paper: for a table without a screen, and for whoever would rather not type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from workbook.content.exercise import Exercise
from workbook.couple.ports import Jobs, Printer
from workbook.screens import words
from workbook.screens.screen import Screen


class PaperState(Struct, frozen=True, kw_only=True):
    """The exercise's name, where the file is offered to go, and how writing it went."""

    title: str
    file: str
    busy: bool = False
    written: str = ""
    trouble: str = ""


class PaperScreen(Screen[PaperState]):
    """Writes the pages; nothing that anybody said is on them."""

    def __init__(self, exercise: Exercise, printer: Printer, jobs: Jobs, *, folder: Path, back: Callable[[], None]) -> None:
        self._exercise, self._printer, self._jobs, self.back = exercise, printer, jobs, back
        # A name that tells nobody what lies there (G10).
        super().__init__(PaperState(title=exercise.title, file=str(folder / "pages.pdf")))

    def write(self, target: str, letter: bool) -> None:
        """Write the file: whole, or not at all."""
        path = Path(target).expanduser()
        self.change(busy=True, trouble="", written="")
        self._jobs.run(
            lambda: self._printer.blank((self._exercise,), path, letter=letter),
            lambda _none: self.change(busy=False, written=str(path)),
            lambda error: self.change(busy=False, trouble=words.trouble(error)),
        )
