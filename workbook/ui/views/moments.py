"""Worth session time: one box an answer."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens.moments import Moment, MomentsScreen, MomentsState
from workbook.ui.parts.blocks import widget_for
from workbook.ui.parts.options import Tick
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


class MomentsView(PageView[MomentsScreen]):
    """The answers of one sitting, each with a box."""

    def build(self, page: Page, state: MomentsState) -> None:
        """The list."""
        page.where(state.title)
        page.title(_("Bring to a session"))
        page.ask(_("Is something here worth time with a therapist?"))
        page.say(
            _("You both see what is marked. When you make a brief, it can stand on its first page; you choose then.")
            if state.shared
            else _("Only you see what is marked. When you make a brief, it can stand on its first page; you choose then.")
        )
        self._boxes = [self._item(page, one) for one in state.items]
        self._trouble = page.add(Words("", "text"))
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))
        self.always_there()

    def update_page(self, page: Page, state: MomentsState) -> None:
        """What is marked, and what went wrong."""
        for box, one in zip(self._boxes, state.items, strict=True):
            box.blockSignals(True)
            box.setChecked(one.brought)
            box.blockSignals(False)
        self._trouble.setText(state.trouble)
        self._trouble.setVisible(bool(state.trouble))

    def _item(self, page: Page, one: Moment) -> Tick:
        panel = page.add(Panel())
        box = Tick(one.title + (_(" (you both marked it at the table)") if one.at_table else ""))
        for widget in (box, *(widget_for(block) for block in one.blocks)):
            panel.rows.addWidget(widget)
        box.toggled.connect(partial(self.presenter.bring, one.step, one.author))
        return box
