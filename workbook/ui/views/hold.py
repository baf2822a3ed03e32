"""A sitting that is held for a while."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens.hold import HoldScreen, HoldState
from workbook.ui.parts.buttons import plainly
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


class HoldView(PageView[HoldScreen]):
    """From when, and the few things that can be done until then."""

    def page_key(self, state: HoldState) -> object:
        """A new page when it was made longer."""
        return state

    def build(self, page: Page, state: HoldState) -> None:
        """The day and time, more room, the one line, the way back."""
        page.where(state.title)
        page.title(_("This rests for a while"))
        until = _("You can choose what goes on paper from {day}, {time}.").replace("{day}", state.day)
        page.ask(until.replace("{time}", state.time))
        page.say(
            _(
                "What is written right after a session needs time to settle. Until then it stays with you, and you can read it "
                "whenever you like. Nothing goes out by itself when the time has come: you are asked again."
            )
        )
        if state.trouble:
            page.say(state.trouble)
        if state.early:
            page.gap()
            page.say(
                _("When you were both clear-headed, you said that one line may go to your therapist sooner. It is your choice.")
            )
            choose = _("Choose from “{page}” only").replace("{page}", state.early)
            page.add_row(button(plainly(choose), self.presenter.early))
        if state.longer:
            page.gap()
            page.add(Words(_("Would you like more time?"), "heading"))
            page.say(_("You can make this longer for yourself. It cannot be made shorter."))
            hours = _("{n} hours in all")
            page.add_row(
                *(button(hours.replace("{n}", str(many)), partial(self.presenter.lengthen, many)) for many in state.longer)
            )
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))
        self.always_there()
