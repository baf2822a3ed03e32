"""Packs to switch on for oneself, and one from outside before it is put here."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens.packs import Offer, PacksScreen, PacksState, by, facts, promise
from workbook.screens.shelf import Shown
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.page import Page
from workbook.ui.parts.places import ask_source
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button, pressed


class PacksView(PageView[PacksScreen]):
    """The list, a pack's own page, or what is wrong with one."""

    def page_key(self, state: PacksState) -> object:
        """A new page for each of them."""
        return state

    def build(self, page: Page, state: PacksState) -> None:
        """What is in front."""
        if state.faults:
            self._faults(page, state)
        elif state.offer is not None:
            self._offer(page, state.offer)
        elif state.gate is not None:
            self._gate(page, state.gate)
        else:
            self._list(page, state)
        if state.trouble:
            page.say(state.trouble)
        self.always_there()

    def _list(self, page: Page, state: PacksState) -> None:
        page.title(_("More exercises"))
        page.ask(_("Some exercises are only for some people. They stay out of sight until you switch them on."))
        page.say(_("What you switch on is yours alone. Nobody else sees it, and it changes nothing on your partner's page."))
        for shown in state.packs:
            line = _("Switched on for you.") if shown.on else shown.imprint.about
            page.add(pressed(Leading(shown.imprint.title, line), partial(self.presenter.look, shown)))
        page.gap()
        page.add(Words(_("From somebody else"), "heading"))
        page.say(_("A therapist or an author may have given you a file. You see all of it before it is put here."))
        page.add_row(button(_("Choose a &file …"), self._choose))
        page.lead_on(button(_("&Back"), self.presenter.back))

    def _gate(self, page: Page, shown: Shown) -> None:
        imprint = shown.imprint
        page.title(imprint.title)
        page.ask(imprint.about)
        if imprint.gate is not None:
            page.add(Words(_("What it is"), "heading"))
            page.say(imprint.gate.is_)
            page.add(Words(_("What it is not"), "heading"))
            page.say(imprint.gate.is_not)
            if imprint.gate.therapist_first:
                page.say(promise())
        page.say(by(imprint), quiet=True)
        back = button(_("&Back"), self.presenter.back)
        if shown.on:
            off = button(_("Switch it off for me"), partial(self.presenter.switch, shown, False))
            out = [button(_("Take it out"), partial(self.presenter.take_out, shown), "plain")] if shown.outside else []
            page.say(_("It is switched on. If you switch it off, what you wrote with it stays."), quiet=True)
            page.lead_on(back, off, *out)
        else:
            page.lead_on(button(_("Switch it on for me"), partial(self.presenter.switch, shown, True), "primary"), back)

    def _offer(self, page: Page, offer: Offer) -> None:
        imprint = offer.imprint
        page.title(imprint.title)
        page.ask(imprint.about)
        for line in facts(offer):
            page.say(line)
        for title, asks in offer.asks:
            page.add(Words(title, "heading"))
            page.say("\n".join(f"- {' '.join(ask.split())}" for ask in asks), quiet=True)
        page.lead_on(button(_("Put it here, for me"), self.presenter.put, "primary"), button(_("&Back"), self.presenter.back))

    def _faults(self, page: Page, state: PacksState) -> None:
        page.title(_("This pack cannot be used"))
        page.ask(_("It has faults that its author would have to mend. Nothing of it was put here."))
        for fault in state.faults:
            page.add(Words(str(fault), "small"))
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))

    def _choose(self) -> None:
        chosen = ask_source(self, _("Which file?"), "ZIP (*.zip)")
        if chosen:
            self.presenter.open_zip(chosen)
