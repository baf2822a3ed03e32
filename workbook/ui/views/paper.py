"""Paper to be filled in, or kept: its pages as they will be, and the ways it can leave."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit

from workbook.screens.pages import PagesState
from workbook.screens.paper import PaperScreen, PaperState, SheetScreen, SheetState
from workbook.ui.parts.country import CountryPick
from workbook.ui.parts.filing import printed, told
from workbook.ui.parts.line import single_line
from workbook.ui.parts.options import Tick
from workbook.ui.parts.page import Page
from workbook.ui.parts.places import ask_target
from workbook.ui.parts.printing import about_queues
from workbook.ui.parts.sheets import LEAST, Sheets
from workbook.ui.theme import space
from workbook.ui.view import PageView, button

P = TypeVar("P", PaperScreen, SheetScreen)


class LeavingView(PageView[P]):
    """Pages beside the ways they can leave: on a printing device, or as a file."""

    def ways(self, page: Page, state: PagesState, back: Callable[[], None]) -> None:
        """The file, the buttons, and the pages at the side."""
        page.say(_("Where should the file go? Once it is there, it is an ordinary file that anyone at this computer can open."))
        self._file: QLineEdit = page.add(single_line(_("File"), state.folder))
        self._stop = button(_("S&top"), self.presenter.stop, "plain")
        page.add_row(button(_("&Choose …"), self._choose, "plain"), button(_("P&rint …"), self._print, "plain"), self._stop)
        page.say(about_queues(), quiet=True)
        self._sheets = Sheets(self.presenter.turn, self.presenter.zoom, _("A moment …"))
        page.side(self._sheets, space(LEAST))
        self._said = ""
        page.lead_on(button(_("&Write the PDF"), self._write, "primary"), button(_("&Back"), back))
        self.always_there()

    def show_pages(self, page: Page, state: PagesState) -> None:
        """The pages, and where they went or what went wrong."""
        self._sheets.show_look(state.look)
        self._stop.setVisible(state.busy)
        said = "" if state.busy else told(state)
        page.note(told(state))
        if said and said != self._said:
            self.announce(said)
        self._said = said

    def _write(self) -> None:
        self.presenter.write(self._file.text())

    def _print(self) -> None:
        printed(self, self.presenter)

    def _choose(self) -> None:
        chosen = ask_target(self, _("Where to"), self._file.text(), _("PDF (*.pdf)"))
        if chosen:
            self._file.setText(chosen)


class PaperView(LeavingView[PaperScreen]):
    """Exercises with lines to write on, boxes to tick and numbers to ring; or with fields, or as cards."""

    def build(self, page: Page, state: PaperState) -> None:
        """What is on it, how it is made, and where it goes."""
        page.where(state.title)
        page.title(_("Print these blank") if state.booklet else _("Print it blank"))
        page.ask(_("The same questions on paper, with room for a pen. Nothing you wrote here is on it."))
        if state.booklet:
            page.say(_("They make one booklet, in the order of the list, with its contents at the front."))
        page.say(_("What each of you does alone stands on pages of its own. Print those once for each of you."), quiet=True)
        self._letter = page.add(Tick(_("On US Letter paper instead of A4")))
        self._fillable = page.add(Tick(_("With fields, to fill in on a screen")))
        self._cards = page.add(Tick(_("Only the small cards, to cut out"))) if state.has_card else None
        for tick in (self._letter, self._fillable, self._cards):
            if tick is not None:
                tick.toggled.connect(self._on_ticked)
        self._country = page.add(CountryPick(self.presenter))
        page.gap()
        self.ways(page, state, self.presenter.back)

    def update_page(self, page: Page, state: PaperState) -> None:
        """The pages, and where they went or what went wrong."""
        self._country.show_state(state)
        self.show_pages(page, state)

    def _on_ticked(self) -> None:
        cards = self._cards is not None and self._cards.isChecked()
        self.presenter.choose(letter=self._letter.isChecked(), fillable=self._fillable.isChecked(), cards=cards)


class SheetView(LeavingView[SheetScreen]):
    """One page to keep."""

    def build(self, page: Page, state: SheetState) -> None:
        """What to do with it, and where it goes."""
        page.title(state.title)
        page.ask(state.about)
        page.gap()
        self.ways(page, state, self.presenter.back)

    def update_page(self, page: Page, state: SheetState) -> None:
        """The page, and where it went or what went wrong."""
        self.show_pages(page, state)
