"""Backups."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens import words
from workbook.screens.backups import BackupsScreen, BackupsState, Kept, in_a_synced_folder
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button, choose_folder


class BackupsView(PageView[BackupsScreen]):
    """What can be done, then one card each."""

    def page_key(self, state: BackupsState) -> object:
        """A new page when the list changes, or when something begins or ends."""
        return state.items, state.loaded, state.busy, state.said, state.synced, state.missed

    def build(self, page: Page, state: BackupsState) -> None:
        """The list."""
        page.title(_("Backups"))
        if state.busy:
            page.ask(f"{state.busy} …")
            page.lead_on(button(_("&Stop"), self.presenter.stop, "primary"), button(_("&Back"), self.presenter.back))
            self.always_there()
            return
        if state.said:
            page.add(Words(state.said, "text"))
        elif state.missed:  # what was just tried tells of itself
            page.add(Words(state.missed, "text"))
        page.say(
            _(
                "A backup is a copy of the whole notebook as it was on a day, locked as the notebook is. The program makes them "
                "while you use it, reads each one through, and lets the older ones go. "
                "Everyone in this notebook sees this list.\n\n"
                "They lie in the notebook's own folder. If this disk breaks, they are gone too: "
                "copy the folder to another drive now and then, while the program is closed."
            )
        )
        page.add(Words(_("The folder: {folder}").replace("{folder}", self.presenter.folder), "text", quiet=True))
        if state.synced:
            page.say(in_a_synced_folder(state.synced))
            if state.better:
                how = _("Close the program, then move the folder, for example to {folder}").replace("{folder}", state.better)
                page.add(Words(how, "text", quiet=True))
        page.add_row(
            button(_("&Make one now"), self.presenter.make, "primary"),
            *([button(_("&Check them all now"), self.presenter.check)] if state.items else []),
        )
        if state.loaded and not state.items:
            page.say(
                _("There is none yet. “Make one now” makes the first. If you leave it, the program makes it by itself."),
                quiet=True,
            )
        for item in state.items:
            page.add(self._card(item))
        page.lead_on(button(_("&Back"), self.presenter.back))
        self.always_there()

    def update_page(self, page: Page, state: BackupsState) -> None:
        """How far it is."""
        page.note(words.done(state.share) if state.busy and state.share else "")

    def _card(self, item: Kept) -> CardRow:
        put = [button(_("Put it into a new folder …"), partial(self._choose, item.number), "plain")] if item.sound else []
        return CardRow(item.title, item.line, *put)

    def _choose(self, number: int) -> None:
        chosen = choose_folder(self, _("Where should the new folder be made?"))
        if chosen is not None:
            self.presenter.restore(number, str(chosen))
