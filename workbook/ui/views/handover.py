"""The curtain: a name, a calm picture, nothing else."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.handover import HandoverScreen, HandoverState
from workbook.ui.parts.page import Page
from workbook.ui.parts.picture import Horizon
from workbook.ui.view import PageView, button


class HandoverView(PageView[HandoverScreen]):
    """Waits for the other one."""

    def build(self, page: Page, state: HandoverState) -> None:
        """Whose turn it is."""
        page.add(Horizon())
        page.title(_("Pass the computer to {name}").replace("{name}", state.to.name))
        page.say(
            _("Everything is closed. {name}, take your time. What you write alone opens to nobody unless you let it.").replace(
                "{name}", state.to.name
            )
        )
        page.lead_on(
            button(_("&I am {name}").replace("{name}", state.to.name.replace("&", "&&")), self.presenter.here, "primary"),
            button(_("&Not now"), self.presenter.door),
        )
        self.always_there()
