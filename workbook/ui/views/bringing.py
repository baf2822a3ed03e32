"""Something from before."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens.bringing import Before, BringScreen, BringState
from workbook.ui.parts.blocks import widget_for
from workbook.ui.parts.options import Tick
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.view import PageView, button


class BringView(PageView[BringScreen]):
    """One card an answer, each with a box that is empty at first."""

    def build(self, page: Page, state: BringState) -> None:
        """The words and the list."""
        page.where(state.title)
        page.title(_("Bring something from before?"))
        page.ask(_("You did this one by yourself before. Tick what you would like to have in your half."))
        page.say(
            _(
                "It is copied, and yours alone as before: you can still change it, and at the end you choose what {name} will see. "
                "{name} is not told that anything was brought along."
            ).replace("{name}", state.partner),
            quiet=True,
        )
        for item in state.items:
            self._item(page, item, item.step in state.ticked)
        page.lead_on(
            button(_("Begin with &nothing of it"), self.presenter.without, "primary"),
            button(_("Begin with &what I ticked"), self.presenter.bring),
            button(_("&Back"), self.presenter.back),
        )
        self.always_there()

    def _item(self, page: Page, item: Before, ticked: bool) -> None:
        card = page.add(Panel())
        box = Tick(item.title)
        box.setChecked(ticked)
        box.toggled.connect(partial(self.presenter.tick, item.step))
        for widget in (box, *(widget_for(block) for block in item.blocks)):
            card.rows.addWidget(widget)
