"""Paper to be filled in, or kept: its pages as they will be, and the ways it can leave."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.paper import PaperScreen, PaperState, SheetScreen, SheetState
from workbook.ui.paper import WayView
from workbook.ui.parts.country import CountryPick
from workbook.ui.parts.options import Tick
from workbook.ui.parts.page import Page


class PaperView(WayView[PaperScreen]):
    """Exercises with lines to write on, boxes to tick and numbers to ring; or with fields, or as cards."""

    FIRST = "looking"

    @property
    def change_words(self) -> str:
        """The way from the pages to how they are made."""
        return _("Change how it is &made")

    def about(self, page: Page, state: PaperState) -> None:
        """What it is, above its pages."""
        page.title(_("Print these blank") if state.booklet else _("Print it blank"))
        about = [_("The same questions on paper, with room for a pen. Nothing you wrote here is on it.")]
        if state.booklet:
            about.append(_("They make one booklet, in the order of the list, with its contents at the front."))
        about.append(_("What each of you does alone stands on pages of its own. Print those once for each of you."))
        page.say(" ".join(about), quiet=True)
        self._country = page.add(CountryPick(self.presenter))

    def show_about(self, state: PaperState) -> None:
        """Whose help lines stand on it."""
        self._country.show_state(state)

    def choosing(self, page: Page, state: PaperState) -> None:
        """How it is made."""
        page.where(state.title)
        page.title(_("How should it be made?"))
        sheet = state.sheet
        self._letter = page.add(Tick(_("On US Letter paper instead of A4")))
        self._fillable = page.add(Tick(_("With fields, to fill in on a screen")))
        self._cards = page.add(Tick(_("Only the small cards, to cut out"))) if state.has_card else None
        for tick, on in ((self._letter, sheet.letter), (self._fillable, sheet.fillable), (self._cards, sheet.cards)):
            if tick is not None:
                tick.setChecked(on)
                tick.toggled.connect(self._on_ticked)

    def _on_ticked(self) -> None:
        cards = self._cards is not None and self._cards.isChecked()
        self.presenter.choose(letter=self._letter.isChecked(), fillable=self._fillable.isChecked(), cards=cards)


class SheetView(WayView[SheetScreen]):
    """One page to keep."""

    FIRST = "looking"

    def line(self, state: SheetState) -> str:
        """Nothing but its title, which stands above."""
        return ""

    def about(self, page: Page, state: SheetState) -> None:
        """What to do with it."""
        page.title(state.title)
        page.say(state.about)
