"""Deleting one's own words."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens.leaving import ALL, LeavingScreen, LeavingState, Own, what_it_cannot_reach, what_it_does
from workbook.ui.parts.blocks import widget_for
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


class LeavingView(PageView[LeavingScreen]):
    """A list, and before anything goes a page that says what will happen."""

    def page_key(self, state: LeavingState) -> object:
        """A new page when the list changes, and for each question."""
        return state.loaded, state.items, state.asking

    def build(self, page: Page, state: LeavingState) -> None:
        """The list, or the question."""
        page.where(state.title)
        if state.asking:
            self._question(page, state)
        else:
            self._list(page, state)
        self.always_there()

    def update_page(self, page: Page, state: LeavingState) -> None:
        """What went wrong, if anything."""
        self._trouble.setText(state.trouble)
        self._trouble.setVisible(bool(state.trouble))
        page.note(_("Deleting …") if state.busy else "")

    def _list(self, page: Page, state: LeavingState) -> None:
        page.title(_("What do you want to delete?"))
        page.say(_("Only your own words are here. Nothing goes before you have said so twice."))
        for item in state.items:
            self._item(page, item)
        if state.loaded and not state.items:
            page.say(_("There are no words of yours in it."), quiet=True)
        self._trouble = page.add(Words("", "text"))
        everything = _("Delete all that is &mine in it …") if state.for_two else _("Delete &all of it …")
        page.lead_on(button(_("&Back"), self.presenter.back, "back"), button(everything, partial(self.presenter.ask, ALL)))

    def _item(self, page: Page, item: Own) -> None:
        page.gap(2)
        page.add(Words(item.title, "label"))
        for block in item.blocks:
            page.add(widget_for(block))
        delete = button(_("Delete this answer …"), partial(self.presenter.ask, item.step), "plain")
        delete.setAccessibleDescription(item.title)
        page.add_row(delete)

    def _question(self, page: Page, state: LeavingState) -> None:
        item = state.item()
        page.title(_("Delete this answer?") if item else _("Delete all of yours?") if state.for_two else _("Delete all of it?"))
        if item is not None:
            page.add(Words(item.title, "label"))
            for block in item.blocks:
                page.add(widget_for(block))
        page.ask(what_it_does(state))
        page.say(what_it_cannot_reach())
        self._trouble = page.add(Words("", "text"))
        page.lead_on(button(_("&Keep it"), self.presenter.keep, "primary"), button(_("&Delete it"), self.presenter.delete))
