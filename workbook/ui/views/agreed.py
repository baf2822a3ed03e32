"""What two agreed for a day."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens.agreed import AgreedScreen, AgreedState, Day, Thing, called_off
from workbook.ui.parts.buttons import plainly
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.line import single_line
from workbook.ui.parts.page import Page
from workbook.ui.parts.places import ask_target
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


class AgreedView(PageView[AgreedScreen]):
    """The same for both: what holds, and the ways to make it smaller."""

    def page_key(self, state: AgreedState) -> object:
        """A new page whenever something changed."""
        return state

    def build(self, page: Page, state: AgreedState) -> None:
        """Each day with what holds, then paper."""
        page.title(_("What we agreed for a day"))
        page.ask(_("This is what holds between the two of you. Where your answers differed, the smaller one holds."))
        page.say(
            _(
                "Each of you can make it smaller, or call it off, at any time and without a reason. It counts at once. "
                "This page shows what holds, and not who changed it."
            )
        )
        if state.trouble:
            page.say(state.trouble)
        for day in state.days:
            self._day(page, state, day)
        if state.may_print and state.days:
            page.gap()
            page.say(_("On paper it is an ordinary file that anyone at this computer can open."))
            self._file = page.add(single_line(_("File"), state.folder))
            page.add_row(button(_("&Make a PDF"), self._write), button(_("&Choose …"), self._choose, "plain"))
        page.note(_("Written: {file}").replace("{file}", state.written) if state.written else "")
        back = button(_("&Back"), self.presenter.back, "back")
        page.lead_on(back)
        page.begin_at(back)  # a key that is pressed once too often narrows nothing
        self.always_there()

    def _day(self, page: Page, state: AgreedState, day: Day) -> None:
        page.gap()
        page.add(Words(day.day or day.title, "heading"))
        if day.called_off:
            page.ask(called_off())
        for thing in () if day.called_off else day.things:
            self._thing(page, state, day, thing)
        if day.until:
            page.say(
                _("Something wider can be agreed from {day} on, with both of you here and clear-headed.").replace(
                    "{day}", day.until
                ),
                quiet=True,
            )
        else:
            page.say(_("No day was set, so nothing wider can be agreed yet. Agree anew with the day in it."), quiet=True)
        if not state.may_narrow or day.called_off:
            return
        if state.asking == day.sitting:
            page.say(_("Then the answer to everything here is no, for you both, and the other one can see that it was called off."))
            call = button(_("Call it off"), partial(self.presenter.call_off, day.sitting))
            page.add_row(call, button(_("Better not"), self.presenter.keep))
        else:
            page.add_row(button(_("Call all of it off …"), partial(self.presenter.call_off, day.sitting)))

    def _thing(self, page: Page, state: AgreedState, day: Day, thing: Thing) -> None:
        smaller = _("Only: {level}")
        buttons = [
            button(plainly(smaller.replace("{level}", level.text)), partial(self.presenter.narrow, day.sitting, thing.id, level.id))
            for level in (thing.narrower if state.may_narrow else ())
        ]
        page.add(CardRow(thing.text, thing.holds, *buttons))

    def _write(self) -> None:
        self.presenter.write(self._file.text())

    def _choose(self) -> None:
        chosen = ask_target(self, _("Where to"), self._file.text(), _("PDF (*.pdf)"))
        if chosen:
            self._file.setText(chosen)
