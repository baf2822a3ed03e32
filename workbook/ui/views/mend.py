"""What an author has to mend, with file and line."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.mend import MendScreen, MendState
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView


class MendView(PageView[MendScreen]):
    """The faults as they stand: nothing in them is markup."""

    def build(self, page: Page, state: MendState) -> None:
        """One after the other."""
        page.title(_("There is something to mend"))
        page.ask(_("It is read again each time you save it."))
        for fault in state.faults:
            page.add(Words(str(fault), "text"))
        self.always_there()
