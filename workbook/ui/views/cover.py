"""The cover: paper, and a way back. It is small on purpose, so that it is painted at once."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.cover import CoverScreen, CoverState
from workbook.ui.parts.page import Page
from workbook.ui.view import PageView, button


class CoverView(PageView[CoverScreen]):
    """Nothing to read."""

    def build(self, page: Page, state: CoverState) -> None:
        """A blank page; while two people talk, one quiet line."""
        if state.talking:
            page.gap(40)
            page.say(_("You are talking. The page waits."), quiet=True)
        page.lead_on(button(_("Continue"), self.presenter.back))
