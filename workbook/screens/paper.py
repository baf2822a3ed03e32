"""Exercises as blank paper: for a table without a screen, and for whoever would rather not type."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from gettext import gettext as _
from pathlib import Path

from msgspec.structs import replace

from workbook.content.blocks import Block
from workbook.content.exercise import Exercise
from workbook.couple.paper import Paging, Sheet
from workbook.screens.aftercare import After
from workbook.screens.hall import Outside
from workbook.screens.pages import PagesScreen, PagesState, Ready
from workbook.screens.places import typed_place


class PaperState(PagesState, frozen=True, kw_only=True):
    """The exercise's name, or how many they are, and how their paper is made; `booklet`: there are several, with contents.

    `has_card`: its author says what stands on a card.
    """

    title: str
    booklet: bool = False
    sheet: Sheet = Sheet()
    has_card: bool = False

    def chosen(self) -> str:
        """How it is made, in one line."""
        paper = _("US Letter") if self.sheet.letter else _("A4")
        if self.sheet.cards:
            how = _("small cards to cut out")
        else:
            how = _("with fields, for a screen") if self.sheet.fillable else _("for a pen")
        return f"{paper} · {how}"


class PaperScreen(PagesScreen[PaperState]):
    """Makes the pages, to look at, to print and to write; nothing that anybody said is on them, and nothing is noted.

    `read` gives the exercises one by one, off the screen's thread.
    """

    def __init__(
        self, state: PaperState, read: Callable[[], Iterable[Exercise]], outside: Outside, *, back: Callable[[], None]
    ) -> None:
        self._read, self.back = read, back
        self._exercises: tuple[Exercise, ...] = ()
        self._after = After(outside)
        # A name that tells nobody what lies there (G10).
        state = replace(state, country=self._after.country, folder=str(outside.documents / "pages.pdf"))
        super().__init__(state, outside.printer, outside.jobs, outside.clock)
        self.anew()

    def choose(self, *, letter: bool, fillable: bool, cards: bool) -> None:
        """On which paper, for a pen or a screen, as pages or as cards."""
        self.change(sheet=Sheet(letter=letter, fillable=fillable, cards=cards))
        self.anew()

    def anew(self) -> None:
        """Make the pages again; once the exercises are read it is known whether help lines belong to them."""
        super().anew()
        if not self.state.countries:
            self._jobs.run(self._countries, lambda found: self.change(countries=found), self._failed)

    def making(self) -> Callable[[Paging], Ready]:
        """The pages as they are chosen now."""
        sheet, country = self.state.sheet, self.state.country

        def make(paging: Paging) -> Ready:
            exercises = self._all(paging)
            lines = self._after.lines().blocks(country, cards=sheet.cards) if _has_plan(exercises) else ()
            return Ready(self._printer.blank(exercises, replace(sheet, after=lines), paging))

        return make

    def write(self, target: str) -> None:
        """Write the file: whole, or not at all."""
        path, make = typed_place(target), self.making()
        self.leave_as(path, lambda made: self._printer.keep(self.ready(made, make), path))

    def _all(self, paging: Paging) -> tuple[Exercise, ...]:
        """Every exercise, read once; between two of them it can be stopped."""
        if not self._exercises:
            found = []
            for exercise in self._read():
                found.append(exercise)
                paging.go_on()
            self._exercises = tuple(found)
        return self._exercises

    def _countries(self) -> tuple[tuple[str, str], ...]:
        return self._after.countries() if _has_plan(self._exercises) else ()


def _has_plan(exercises: Iterable[Exercise]) -> bool:
    """Whether one of them is a plan for afterwards, which carries help lines (G34)."""
    return any(exercise.aftercare for exercise in exercises)


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
        path, make = typed_place(target), self.making()
        self.leave_as(path, lambda made: self._printer.keep(self.ready(made, make), path))
