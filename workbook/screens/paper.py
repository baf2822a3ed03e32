"""An exercise as blank paper: for a table without a screen, and for whoever would rather not type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from workbook.content.blocks import Block
from workbook.content.exercise import Exercise
from workbook.couple.paper import Paging, Sheet
from workbook.screens.aftercare import After
from workbook.screens.hall import Outside
from workbook.screens.pages import PagesScreen, PagesState, Ready


class PaperState(PagesState, frozen=True, kw_only=True):
    """The exercise's name, and how its paper is made; `has_card`: its author says what stands on a card."""

    title: str
    sheet: Sheet = Sheet()
    has_card: bool = False


class PaperScreen(PagesScreen[PaperState]):
    """Makes the pages, to look at, to print and to write; nothing that anybody said is on them, and nothing is noted."""

    def __init__(self, exercise: Exercise, outside: Outside, *, back: Callable[[], None]) -> None:
        self._exercise, self.back = exercise, back
        self._after = After(outside) if exercise.aftercare else None
        # A name that tells nobody what lies there (G10).
        state = PaperState(title=exercise.title, has_card=bool(exercise.card), folder=str(outside.documents / "pages.pdf"))
        super().__init__(state, outside.printer, outside.jobs, outside.clock)
        if self._after:
            self.change(country=self._after.country)
            outside.jobs.run(self._after.countries, lambda found: self.change(countries=found), self._failed)
        self.anew()

    def choose(self, *, letter: bool, fillable: bool, cards: bool) -> None:
        """On which paper, for a pen or a screen, as pages or as cards."""
        self.change(sheet=Sheet(letter=letter, fillable=fillable, cards=cards))
        self.anew()

    def making(self) -> Callable[[Paging], Ready]:
        """The pages as they are chosen now."""
        sheet, country, after = self.state.sheet, self.state.country, self._after

        def make(paging: Paging) -> Ready:
            lines = after.lines().blocks(country, cards=sheet.cards) if after else ()
            return Ready(self._printer.blank((self._exercise,), replace(sheet, after=lines), paging))

        return make

    def write(self, target: str) -> None:
        """Write the file: whole, or not at all."""
        path, make = Path(target).expanduser(), self.making()
        self.leave_as(path, lambda made: self._printer.keep(self.ready(made, make), path))


class SheetState(PagesState, frozen=True, kw_only=True):
    """A page of one's own to keep; `about` says what to do with it."""

    title: str
    about: str


class SheetScreen(PagesScreen[SheetState]):
    """One page to look at, to print and to write, such as a recovery code; nothing of it is noted."""

    def __init__(
        self, title: str, about: str, blocks: tuple[Block, ...], outside: Outside, target: Path, *, back: Callable[[], None]
    ) -> None:
        self._blocks, self.back = blocks, back
        state = SheetState(title=title, about=about, folder=str(target))
        super().__init__(state, outside.printer, outside.jobs, outside.clock)
        self.anew()

    def making(self) -> Callable[[Paging], Ready]:
        """The page."""
        return lambda paging: Ready(self._printer.make("", self._blocks, paging))

    def write(self, target: str) -> None:
        """Write the file: whole, or not at all."""
        path, make = Path(target).expanduser(), self.making()
        self.leave_as(path, lambda made: self._printer.keep(self.ready(made, make), path))
