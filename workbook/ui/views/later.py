"""A later thought: to which answer?"""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt

from workbook.screens.later import First, LaterScreen, LaterState
from workbook.ui.parts.blocks import widget_for
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


class LaterView(PageView[LaterScreen]):
    """One panel an answer."""

    def build(self, page: Page, state: LaterState) -> None:
        """The list."""
        page.where(state.title)
        page.title(_("A later thought"))
        page.say(_("What you said then stays as it was. A later thought stands below it, for you alone."))
        for item in state.items:
            self._item(page, item)
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))
        self.always_there()

    def _item(self, page: Page, item: First) -> None:
        panel = page.add(Panel())
        panel.rows.addWidget(Words(item.title, "label"))
        for block in item.blocks:
            panel.rows.addWidget(widget_for(block))
        if item.later:
            panel.rows.addWidget(Words(_("Later"), "small", quiet=True))
        for block in item.later:
            panel.rows.addWidget(widget_for(block))
        add = button(_("Add to this one"), partial(self.presenter.add, item.step), "plain")
        add.setAccessibleDescription(item.title)
        panel.rows.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
