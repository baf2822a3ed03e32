"""Reading a sitting through."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.review import ReviewScreen, ReviewState
from workbook.ui.parts.page import Page
from workbook.ui.view import PageView, button


class ReviewView(PageView[ReviewScreen]):
    """The same blocks that paper shows."""

    WIDTH = 210

    def build(self, page: Page, state: ReviewState) -> None:
        """All of it, from top to bottom."""
        page.title(state.title)
        page.show_blocks(state.blocks[1:])  # the first is the title
        back = button(_("&Back"), self.presenter.back, "quiet" if state.may_print else "back")
        more = [button(_("Add a later &thought"), self.presenter.add)] if state.may_add else []
        more += [button(_("Bring to a &session …"), self.presenter.bring)] if state.may_bring else []
        more += [button(_("&Delete …"), self.presenter.delete, "plain")] if state.may_delete else []
        if state.may_print:
            page.lead_on(button(_("&Make a PDF"), self.presenter.make_pdf, "primary"), back, *more)
        else:
            page.lead_on(back, *more)
        self.always_there()
