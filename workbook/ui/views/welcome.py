"""The first page: what this is, what it is not, and how to begin."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.welcome import WelcomeScreen, WelcomeState
from workbook.ui.parts.page import Page
from workbook.ui.view import PageView, button, choose_folder


class WelcomeView(PageView[WelcomeScreen]):
    """Says it in plain words."""

    def build(self, page: Page, state: WelcomeState) -> None:
        """What it is not, what it is, when to see someone, and the ways on."""
        page.title(_("Before anything else"))
        page.say(
            state.what_it_is_not
        )  # first (G1): nothing can be pressed on before it was on the screen, whatever the size of text
        page.gap()
        page.ask(state.what_it_is)
        page.gap()
        page.say(state.first_see_someone)
        page.gap()
        page.add_row(
            button(_("Look &round"), self.presenter.look_round),
            button(_("&Open another notebook"), self._elsewhere, "plain"),
        )
        page.lead_on(button(_("&Begin"), self.presenter.go_on, "primary"), button(_("&Steady ground"), self.presenter.steady))
        self.always_there()

    def _elsewhere(self) -> None:
        chosen = choose_folder(self, _("Which folder?"))
        if chosen is not None:
            self.presenter.look_elsewhere(str(chosen))
