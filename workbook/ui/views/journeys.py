"""Journeys: the list, and one path with the stop in front."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens.journeys import JourneysScreen, JourneysState, Stage
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button, pressed


class JourneysView(PageView[JourneysScreen]):
    """Says where somebody is, and lets them go on, back, or leave it."""

    def page_key(self, state: JourneysState) -> object:
        """A new page for each stop."""
        return state

    def build(self, page: Page, state: JourneysState) -> None:
        """The list, or the path."""
        if state.looked_at is None:
            self._list(page, state)
        else:
            self._path(page, state)
        if state.trouble:
            page.say(state.trouble)
        self.always_there()

    def _list(self, page: Page, state: JourneysState) -> None:
        page.title(_("Paths"))
        page.ask(_("If you like, a path leads you from one exercise to the next, with days in between."))
        page.say(_("You can skip any stop, go back, or leave the path. Nobody else sees that you are on one."), quiet=True)
        for journey in state.offered:
            under_way = state.trail is not None and state.trail.journey == journey.id
            line = _("You are on this path.") if under_way else journey.about
            page.add(pressed(Leading(journey.title, line), partial(self.presenter.look, journey)))
        page.lead_on(button(_("&Back"), self.presenter.back))

    def _path(self, page: Page, state: JourneysState) -> None:
        journey = state.looked_at
        assert journey is not None
        page.where(journey.title)
        current = next((stage for stage in state.stages if stage.current), None)
        if current is None:
            done = state.trail is not None
            page.title(_("The path ends here") if done else journey.title)
            page.ask(_("You can begin it again, or leave it at that.") if done else journey.about)
        else:
            page.title(current.title)
            page.ask(current.why)
            if state.rests_until:
                page.say(_("Until {day}, if you like. You can also go on now.").replace("{day}", state.rests_until))
        if state.missing:
            page.say(_("Some of its exercises are in a pack. You can switch it on under “More exercises”."), quiet=True)
        page.add_row(*self._here(state))
        page.gap()
        page.add(Words(_("The whole path, as it lies now"), "heading"))
        for stage in state.stages:
            page.say(_line(stage), quiet=not stage.current)
        page.lead_on(*self._ways(state, current))

    def _here(self, state: JourneysState) -> list[Button]:
        stop = state.ahead
        if stop is None:
            return []
        if stop.do is not None and stop.do.exercise not in state.missing:
            return [button(_("To this exercise"), partial(self.presenter.exercise, stop.do.exercise), "primary")]
        if stop.fork is not None:
            return [button(way.text, partial(self.presenter.choose, stop.fork.id, way.id)) for way in stop.fork.ways]
        return []

    def _ways(self, state: JourneysState, current: Stage | None) -> list[Button]:
        back = button(_("&Back"), self.presenter.back)
        if state.trail is None:
            return [button(_("Set out on this path"), self.presenter.begin, "primary"), back]
        ways = [back, button(_("Leave this path"), self.presenter.end, "plain")]
        if state.trail.at > 0:
            ways.insert(0, button(_("One stop back"), self.presenter.one_back))
        if current is not None and not (state.ahead and state.ahead.fork):
            ways.insert(0, button(_("On to the next stop"), self.presenter.on))
        elif current is None:
            ways.insert(0, button(_("Begin it again"), self.presenter.begin))
        return ways


def _line(stage: Stage) -> str:
    if stage.current:
        return _("*Here:* {title}").replace("{title}", stage.title)
    return f"- {stage.title}"
