"""The pause: the room first, then the time, then the way back."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens.pause import PauseScreen, PauseState
from workbook.ui.parts.breath import Breath
from workbook.ui.parts.buttons import plainly
from workbook.ui.parts.countdown import Countdown
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button


class PauseView(PageView[PauseScreen]):
    """Four quiet pages."""

    def page_key(self, state: PauseState) -> object:
        """One page a stage, and a new one when a sentence was chosen."""
        return (state.stage, state.sentence, state.back_at, state.word, state.agreed)

    def build(self, page: Page, state: PauseState) -> None:
        """The page of this stage."""
        {"choose": self._choose, "running": self._running, "return": self._return, "holding": self._holding}[state.stage](
            page, state
        )
        page.beside(self.help_button())

    def _choose(self, page: Page, state: PauseState) -> None:
        page.title(_("Too much right now"))
        page.ask(state.ways[0])
        page.say("\n".join(f"- {way}" for way in state.ways[1:]))
        page.gap()
        if state.word:
            page.add(Words(_("Your word for it: {word}").replace("{word}", state.word), "text"))
        page.say(_("A pause works best with a time to come back. When?"))
        page.add_row(
            *(
                button(
                    _("In {n} minutes").replace("{n}", str(length)),
                    partial(self.presenter.begin, length),
                    "quiet" if at else "primary",
                )
                for at, length in enumerate(sorted(state.lengths, key=lambda length: length != state.agreed))
            ),
            button(_("Another time, today or tomorrow"), self.presenter.not_yet),
        )
        page.say(
            _(
                "Does someone keep you from leaving, or are you afraid? Then a pause is not enough. Leave when you can do it "
                "safely. *Help* has numbers to call. And a pause is never for making someone wait in silence."
            ),
            quiet=True,
        )
        page.lead_on(button(_("&Back"), self.presenter.close))

    def _running(self, page: Page, state: PauseState) -> None:
        page.title(_("Time to come back: {time}").replace("{time}", state.back_at))
        page.say("\n".join(f"- {way}" for way in state.ways))
        clock = page.add(Countdown(state.seconds_left))
        clock.start()
        breathe = _("Or breathe along, if that helps you. Some people feel more panic from it, or more numb. Then leave it.")
        page.say(breathe, quiet=True)
        page.add(Breath())
        page.lead_on(button(_("&Come back"), self.presenter.come_back), button(_("Hide &this page"), self.presenter.close))

    def _return(self, page: Page, state: PauseState) -> None:
        page.title(_("Coming back"))
        page.ask(_("Each for yourself: is it quieter in you now?"))
        page.say(_("A first sentence, if you want one:"))
        page.say(state.reentry)
        ways = [button(_("&Ready"), self.presenter.ready, "primary")]
        if state.may_extend:
            longer = _("{n} minutes more, once").replace("{n}", str(state.lengths[0]))
            ways.append(button(longer, partial(self.presenter.longer, state.lengths[0])))
        page.add_row(*ways, button(_("Not today: say when"), self.presenter.not_yet))

    def _holding(self, page: Page, state: PauseState) -> None:
        page.title(_("Not now. Another time"))
        if state.sentence:
            page.ask(state.sentence)
            page.say(_("Say it, or send it. Then do something that has nothing to do with this."))
            page.lead_on(button(_("&Ready after all"), self.presenter.ready), button(_("Hide &this page"), self.presenter.close))
            return
        page.ask(_("When will you come back to it? Within a day, so that nobody is left waiting."))
        page.add_row(*(button(plainly(time), partial(self.presenter.hold, index)) for index, time in enumerate(state.times)))
        page.lead_on(button(_("&Back"), self.presenter.come_back))
