"""One's own page: four doors for what is now, then going on, then what there is for two."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from workbook.couple.sitting import Headline
from workbook.screens.home import FIVE, HAPPENED, SAY, HomeScreen, HomeState
from workbook.ui.parts.buttons import Button, plainly
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.doors import Doors
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button, large


class HomeView(PageView[HomeScreen]):
    """Four doors, then a quiet list; what was begun stands first in it."""

    _begun: Button | None

    def page_key(self, state: HomeState) -> object:
        """A new page whenever the lists changed."""
        return state

    def build(self, page: Page, state: HomeState) -> None:
        """The lists, each under a plain heading, none where there is nothing; an empty page until they are read."""
        self._begun = None
        if not state.loaded:  # a moment: a page that came twice would only be looked at twice, and take twice as long
            self.always_there()
            return
        ways = self.presenter.ways
        page.title(_("Hello, {name}").replace("{name}", state.name) if state.name else "")
        if state.trouble:
            page.say(state.trouble)
        self._doors(page)
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
        if not (self._begun or state.suggested or state.favourites or state.finished):
            page.say(_("Nothing is begun yet. Try “Good beginnings”, under *All exercises*."))
        self._favourites(page, state)
        self._cards(page, _("Finished"), state.finished, read)
        if state.older:
            page.add_row(button(_("Show &older ones"), self.presenter.show_older, "plain"))
        page.lead_on(
            button(_("&All exercises"), ways.library),
            button(_("&Look back"), ways.look_back),
            button(_("M&y space"), ways.my_space),
            button(_("&Close my space"), ways.lock),
        )
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
        days = self.presenter.state.days
        for card, buttons in zip(cards, made, strict=True):
            page.add(CardRow(", ".join(filter(None, (card.title, days.get(card.id)))), card.purpose, *buttons))
        return made[0][0] if made else None

    def _suggested(self, page: Page, state: HomeState) -> None:
        if state.suggested:
            page.add(Words(_("If you like"), "heading"))
        for one in state.suggested:
            buttons = [button(_("Have a look"), partial(self.presenter.take, one))]
            if one.sitting:
                buttons.append(button(_("Not this time"), partial(self.presenter.leave_out, one), "plain"))
            page.add(CardRow(one.title, one.why, *buttons))

    def _doors(self, page: Page) -> None:
        """Four ways in for a moment that is now, each one key away."""
        ways = self.presenter.ways
        page.add(
            Doors(
                large(_("&Too much right now"), self.house.pause).with_icon("circle-pause"),
                large(_("Something &just happened"), partial(ways.at_once, HAPPENED)).with_icon("pencil-line"),
                large(_("I &want to say something"), partial(ways.at_once, SAY)).with_icon("message-circle"),
                large(_("A good &five minutes"), partial(ways.exercise, FIVE)).with_icon("sun"),
            )
        )

    def _favourites(self, page: Page, state: HomeState) -> None:
        if state.favourites:
            page.add(Words(_("Your favourites"), "heading"))
        for summary in state.favourites:
            look = button(_("Look"), partial(self.presenter.ways.exercise, summary.id))
            page.add(CardRow(summary.title, summary.purpose, look))
