"""What will open: a private list, each with its words and a choice."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens import words
from workbook.screens.opening import Listed, OpeningScreen, OpeningState
from workbook.ui.parts.blocks import widget_for
from workbook.ui.parts.options import Tick
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


class OpeningView(PageView[OpeningScreen]):
    """Keep, change, hold back."""

    def build(self, page: Page, state: OpeningState) -> None:
        """One entry for each step that could open."""
        page.where(state.title)
        page.title(_("What will open"))
        page.ask(
            _("This page is for you alone. What stays ticked can open when you and {name} have both come in and open it.").replace(
                "{name}", state.partner
            )
        )
        page.say(_("Held back and skipped look the same to {name}.").replace("{name}", state.partner), quiet=True)
        if not state.sealed_word:
            page.say(words.curtain())
        for item in state.items:
            self._item(page, item)
        seal = _("&Seal it like this") if state.sealed_word else _("Put it &aside like this")
        page.lead_on(
            button(seal, self.presenter.seal, "primary"),
            button(_("&Enough for today"), self.presenter.enough, "plain"),
        )
        self._trouble = page.add(Words("", "text"))
        self.always_there()

    def update_page(self, page: Page, state: OpeningState) -> None:
        """Whether it is being sealed, and what was wrong."""
        page.note(_("One moment …") if state.busy else "")
        self._trouble.setText(state.trouble)
        self._trouble.setVisible(bool(state.trouble))

    def _item(self, page: Page, item: Listed) -> None:
        page.gap(2)
        page.add(Words(item.title, "heading"))
        for block in item.blocks:
            page.add(widget_for(block))
        let = Tick(_("Let this open: {title}").replace("{title}", item.title))
        let.setChecked(not item.held)
        let.toggled.connect(partial(self._on_toggled, item.step))
        change = button(_("Change it"), partial(self.presenter.rewrite, item.step), "plain")
        change.setAccessibleDescription(item.title)
        page.add_row(let, change)

    def _on_toggled(self, step: str, ticked: bool) -> None:
        self.presenter.hold(step, not ticked)
