"""The table."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens.table import TableScreen, TableState
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


class TableView(PageView[TableScreen]):
    """What two people started together."""

    def page_key(self, state: TableState) -> object:
        """A new page whenever the lists changed."""
        return state

    def build(self, page: Page, state: TableState) -> None:
        """What is open, then what is finished."""
        page.title(_(" and ").join(state.names))
        if state.trouble:
            page.say(state.trouble)
        if not state.open and not state.finished:
            page.ask(_("Nothing lies here yet. Each of you can begin something for two on your own page."))
        if state.open:
            page.add(Words(_("Open together"), "heading"))
        for card in state.open:
            page.add(
                CardRow(card.title, card.purpose, button(_("Go to this one"), partial(self.presenter.sit_down, card.id), "primary"))
            )
        if state.finished:
            page.add(Words(_("Finished"), "heading"))
        for card in state.finished:
            page.add(CardRow(card.title, card.purpose, button(_("Read it through"), partial(self.presenter.look, card.id))))
        if state.older:
            page.add_row(button(_("Show &older ones"), self.presenter.show_older, "plain"))
        if state.agreed:
            look = button(_("Look at what holds"), self.presenter.agreed)
            page.add(CardRow(_("What we agreed for a day"), _("What holds between you on that day."), look))
        if state.exercises:
            page.add(Words(_("To do together, here"), "heading"))
        for exercise in state.exercises:
            begin = button(_("Begin this one"), partial(self.presenter.begin, exercise.id))
            page.add(CardRow(exercise.title, exercise.purpose, begin))
        if state.open or state.finished:
            page.add_row(button(_("Something for a &session …"), self.presenter.brief, "plain"))
        page.lead_on(button(_("&Close the notebook"), self.presenter.leave_table))
        self.always_there()
