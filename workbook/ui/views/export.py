"""Making a PDF: ticks, the very pages, then a place to put them."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.couple.beside import is_mark
from workbook.screens.export import ExportScreen, ExportState, Tick
from workbook.ui.paper import WayView
from workbook.ui.parts.country import CountryPick
from workbook.ui.parts.left_out import LeftOut
from workbook.ui.parts.offering import Offering
from workbook.ui.parts.page import Page
from workbook.ui.view import button


class ExportView(WayView[ExportScreen]):
    """One author at a time."""

    @property
    def change_words(self) -> str:
        """The way from the pages back to the ticks."""
        return _("Back to the &ticks")

    def choosing(self, page: Page, state: ExportState) -> None:
        """What can go on paper, each with its words and a tick."""
        page.where(state.title)
        page.title(_("What goes on paper, {name}?").replace("{name}", state.name))
        page.say(_("Only what you tick. This is for one paper only; next time you are asked again."))
        tender = _("“Tender” stands beside what may hurt or harm if others read it.")
        if any(is_mark(tick.item.step) for tick in state.ticks):
            tender += " " + _("A mark goes on paper only together with the words it is about.")
        page.say(tender, quiet=True)
        if any(not (tick.item.tender or tick.item.unseen) for tick in state.ticks):
            page.add_row(button(_("Tick all that is not t&ender"), self.presenter.tick_all))
        self._boxes = [page.add(self._offering(tick)) for tick in state.ticks]
        self._left_out = page.add(LeftOut(self.presenter.put_back))
        self._country = page.add(CountryPick(self.presenter))

    def show_chosen(self, state: ExportState) -> None:
        """The ticks, and the words that are left out."""
        for box, tick in zip(self._boxes, state.ticks, strict=True):
            box.show_tick(tick.ticked)
        self._left_out.show_phrases(state.left_out)
        self._country.show_state(state)

    def _offering(self, tick: Tick) -> Offering:
        return Offering(tick, partial(self.presenter.tick, tick.item.step, tick.item.author), self.presenter.leave_out)
