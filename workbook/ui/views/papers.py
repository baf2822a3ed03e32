"""What one put on paper."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.papers import Left, PapersScreen, PapersState
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.parts.said import Said
from workbook.ui.view import PageView, button


class PapersView(PageView[PapersScreen]):
    """One panel a paper."""

    def page_key(self, state: PapersState) -> object:
        """A new page once the list is there."""
        return state

    def build(self, page: Page, state: PapersState) -> None:
        """The list, newest first."""
        page.title(_("What I put on paper"))
        page.say(_("Only you see this list. It says nothing of what stood on the pages."))
        if state.trouble:
            page.say(state.trouble)
        elif state.loaded and not state.left:
            page.say(_("Nothing has left this notebook yet. “Read it through” on your own page leads to a paper."))
        for one in state.left:
            page.add(_panel(one))
        if state.left:
            page.say(_("The sum (SHA-256) tells whether a file is the very one that was written."), quiet=True)
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))
        self.always_there()


def _panel(one: Left) -> Panel:
    panel = Panel()
    panel.rows.addWidget(Words(one.what, "label"))
    panel.rows.addWidget(Words(_("To: {whom}").replace("{whom}", one.to)))
    panel.rows.addWidget(Words(one.day, quiet=True))
    if one.digest:
        panel.rows.addWidget(Said(one.digest))
    return panel
