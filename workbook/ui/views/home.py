"""One's own page: going on first, then what there is for two, then the exercises."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from workbook.couple.sitting import Headline
from workbook.screens import words
from workbook.screens.home import HomeScreen, HomeState
from workbook.ui.parts.buttons import Button, plainly
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


class HomeView(PageView[HomeScreen]):
    """A quiet list; what was begun stands first."""

    def page_key(self, state: HomeState) -> object:
        """A new page whenever the lists changed."""
        return state

    def build(self, page: Page, state: HomeState) -> None:
        """The lists, each under a plain heading, none where there is nothing."""
        ways = self.presenter.ways
        page.title(_("Hello, {name}").replace("{name}", state.name) if state.name else "")
        if state.trouble:
            page.say(state.trouble)
        if state.partner:
            page.add_row(
                button(_("We are &both here"), ways.together),
                button(plainly(_("Pass the computer to {name}").replace("{name}", state.partner)), ways.hand_over),
            )
        read = (_("Read it through"), ways.look)
        own = self._cards(page, _("Go on where you were"), state.going_on, (_("Go on"), ways.go_on), read)
        half = self._cards(
            page,
            _("For you and {name}").replace("{name}", state.partner),
            state.for_two,
            (_("My half"), ways.half),
            read,
            (_("Not now"), self.presenter.not_now),
        )
        self._begun = own or half
        self._suggested(page, state)
        self._exercises(page, state)
        self._cards(page, _("Finished"), state.finished, read)
        if state.older:
            page.add_row(button(_("Show &older ones"), self.presenter.show_older, "plain"))
        page.lead_on(button(_("&Close my space"), ways.lock), button(_("My &space"), ways.my_space))
        self.always_there()

    def first_stop(self) -> QWidget | None:
        """At the first thing to go on with; where nothing was begun, at the top of the page."""
        return self._begun

    def _cards(
        self, page: Page, title: str, cards: tuple[Headline, ...], *ways: tuple[str, Callable[[str], None]]
    ) -> Button | None:
        """The cards under their heading; gives back the first button among them."""
        if cards:
            page.add(Words(title, "heading"))
        made = [[button(label, partial(call, card.id)) for label, call in ways] for card in cards]
        for card, buttons in zip(cards, made, strict=True):
            page.add(CardRow(card.title, card.purpose, *buttons))
        return made[0][0] if made else None

    def _suggested(self, page: Page, state: HomeState) -> None:
        if state.suggested:
            page.add(Words(_("If you like"), "heading"))
        for one in state.suggested:
            buttons = [button(_("Have a look"), partial(self.presenter.take, one))]
            if one.sitting:
                buttons.append(button(_("Not this time"), partial(self.presenter.leave_out, one), "plain"))
            page.add(CardRow(one.title, one.why, *buttons))

    def _exercises(self, page: Page, state: HomeState) -> None:
        if not state.exercises:
            return
        page.add(Words(_("Begin something"), "heading"))
        for summary in state.exercises:
            time = words.minutes(summary.minutes.each).capitalize()
            more = _(", then {minutes} together").replace("{minutes}", words.minutes(summary.minutes.together))
            line = f"{summary.purpose}\n{time}{more if summary.minutes.together and state.partner else ''}."
            page.add(CardRow(summary.title, line, button(_("Look"), partial(self.presenter.ways.exercise, summary.id))))
