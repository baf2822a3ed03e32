"""Somebody joins."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.joining import JoinScreen, JoinState
from workbook.ui.parts.page import Page
from workbook.ui.parts.who import Told, who
from workbook.ui.view import PageView, button


class JoinView(PageView[JoinScreen]):
    """What happens, then a name, a picture and a colour."""

    def build(self, page: Page, state: JoinState) -> None:
        """The words and the card."""
        page.title(_("Begin with your partner"))
        page.say(
            _(
                "Your partner gets a space of their own, with their own passphrase. What you wrote stays yours alone: "
                "nothing moves. When you begin something for two that you did alone before, you can bring in single answers, "
                "if you like."
            )
        )
        page.say(_("From then on the door shows two pictures. Who is in this notebook leaves it only by their own choice."))
        presenter = self.presenter
        who(page, _("Your partner"), state.person, Told(presenter.name, presenter.picture, presenter.colour))
        page.lead_on(button(_("&Add them"), presenter.go, "primary"), button(_("&Back"), presenter.back))
        self.always_there()

    def update_page(self, page: Page, state: JoinState) -> None:
        """What is missing."""
        page.note(_("A moment …") if state.busy else state.fault)
