"""The privacy page."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.privacy import PrivacyScreen, PrivacyState
from workbook.ui.parts.page import Page
from workbook.ui.view import PageView, button


class PrivacyView(PageView[PrivacyScreen]):
    """Text, in the order of what matters."""

    def build(self, page: Page, state: PrivacyState) -> None:
        """The two sentences first."""
        page.title(_("What is kept, and what is not safe"))
        page.ask(state.head)
        page.say(state.cannot)
        page.say(state.kept)
        page.say(_("The folder: {folder}").replace("{folder}", state.folder), quiet=True)
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))
        self.always_there()
