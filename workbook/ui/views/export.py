"""Making a PDF: ticks beside the very pages, then a place to put them."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.couple.beside import is_mark
from workbook.screens.export import ExportScreen, ExportState, Tick
from workbook.ui.parts.buttons import Button, plainly
from workbook.ui.parts.filing import Filing, told
from workbook.ui.parts.offering import Offering
from workbook.ui.parts.page import Page
from workbook.ui.parts.sheets import LEAST, Sheets
from workbook.ui.theme import space
from workbook.ui.view import PageView, button


class ExportView(PageView[ExportScreen]):
    """One author at a time."""

    def build(self, page: Page, state: ExportState) -> None:
        """What can go on paper, each with its words and a tick."""
        page.where(state.title)
        page.title(_("What goes on paper, {name}?").replace("{name}", state.name))
        page.ask(_("Only what you tick. This is for one paper only; next time you are asked again."))
        page.say(_("“Tender” stands beside what may hurt or harm if others read it."), quiet=True)
        if any(is_mark(tick.item.step) for tick in state.ticks):
            page.say(_("A mark goes on paper only together with the words it is about."), quiet=True)
        page.add_row(button(_("Tick all that is not &tender"), self.presenter.tick_all))
        self._boxes = [page.add(self._offering(tick)) for tick in state.ticks]
        page.gap()
        self._filing = page.add(Filing(self.presenter, state))
        self._sheets = Sheets(self.presenter.turn, self.presenter.zoom)
        page.side(self._sheets, space(LEAST))
        self._said = ""
        if state.next_name:
            hand_on = plainly(_("Now {name} ticks").replace("{name}", state.next_name))
            page.lead_on(
                button(hand_on, self.presenter.hand_on, "primary"),
                button(_("&Write it with my words only"), self._filing.write),
                self._back(),
            )
        else:
            page.lead_on(button(_("&Write the PDF"), self._filing.write, "primary"), self._back())
        self.always_there()

    def update_page(self, page: Page, state: ExportState) -> None:
        """The ticks, the pages, and where it went."""
        for box, tick in zip(self._boxes, state.ticks, strict=True):
            box.show_tick(tick.ticked)
        self._filing.show_state(state)
        self._sheets.show_look(state.look)
        said = "" if state.busy else told(state)
        page.note(told(state))
        if said and said != self._said:
            self.announce(said)
        self._said = said

    def _offering(self, tick: Tick) -> Offering:
        return Offering(tick, partial(self.presenter.tick, tick.item.step, tick.item.author), self.presenter.leave_out)

    def _back(self) -> Button:
        return button(_("&Back"), self.presenter.back)
