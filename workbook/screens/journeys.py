"""Journeys: paths through the exercises, for whoever likes to be led a little. On, back and out are one press, always."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from msgspec import Struct

from workbook.content.journey import Journey, Stop, stops
from workbook.couple import journeys
from workbook.couple.journeys import SETTING, Trail, from_setting, to_setting
from workbook.couple.people import PersonId, here
from workbook.couple.ports import Clock, Jobs, Notebook
from workbook.screens import words
from workbook.screens.screen import Screen
from workbook.screens.shelf import Shelf


class Stage(Struct, frozen=True, kw_only=True):
    """One stop as it is shown: what it is called, why it is there, whether it lies behind or is the one in front."""

    title: str
    why: str
    passed: bool
    current: bool


class JourneysState(Struct, frozen=True, kw_only=True):
    """The paths there are, or the one somebody looks at; `trail` is the one they are on."""

    offered: tuple[Journey, ...] = ()
    looked_at: Journey | None = None
    trail: Trail | None = None
    stages: tuple[Stage, ...] = ()
    ahead: Stop | None = None
    missing: tuple[str, ...] = ()
    rests_until: str = ""
    trouble: str = ""
    loaded: bool = False


class JourneysScreen(Screen[JourneysState]):
    """Shows one person their own path; nobody else sees that they are on one (G13)."""

    def __init__(
        self,
        me: PersonId,
        notebook: Notebook,
        journeys: Callable[[], tuple[Journey, ...]],
        shelf: Callable[[], Shelf],
        jobs: Jobs,
        clock: Clock,
        *,
        exercise: Callable[[str], None],
        back: Callable[[], None],
    ) -> None:
        self._me, self._notebook, self._jobs, self._clock = me, notebook, jobs, clock
        self._all, self._shelf, self._leave = journeys, shelf, back
        self.exercise = exercise
        self._titles: dict[str, str] = {}
        super().__init__(JourneysState())
        self._jobs.run(self._read, self._show, lambda error: self.change(trouble=words.trouble(error), loaded=True))

    def look(self, journey: Journey) -> None:
        """Look at one path without setting out."""
        self._put(self.state.trail, journey)

    def begin(self) -> None:
        """Set out on the path in front; one that somebody was on before is left where it was."""
        journey = self.state.looked_at
        if journey is not None:
            self._keep(Trail(journey=journey.id, since=self._clock.now().date()), journey)

    def on(self) -> None:
        """On to the next stop."""
        self._step(lambda trail: journeys.on(trail, self._clock.now().date()))

    def one_back(self) -> None:
        """One stop back."""
        self._step(lambda trail: journeys.back(trail, self._clock.now().date()))

    def choose(self, fork: str, way: str) -> None:
        """Take one of the ways at a fork."""
        self._step(lambda trail: journeys.choose(trail, fork, way, self._clock.now().date()))

    def end(self) -> None:
        """Leave the path; nothing that was written is touched."""
        self._keep(None, None)

    def back(self) -> None:
        """From a path to the list, and from the list to where one came from."""
        if self.state.looked_at is not None:
            self._put(self.state.trail, None)
        else:
            self._leave()

    def _step(self, move: Callable[[Trail], Trail]) -> None:
        if self.state.trail is not None and self.state.looked_at is not None:
            self._keep(move(self.state.trail), self.state.looked_at)

    def _keep(self, trail: Trail | None, journey: Journey | None) -> None:
        self._jobs.run(
            lambda: self._notebook.space(self._me).set(SETTING, to_setting(trail)),
            lambda _none: self._put(trail, journey),
            lambda error: self.change(trouble=words.trouble(error)),
        )

    def _read(self) -> tuple[tuple[Journey, ...], dict[str, str], Trail | None, bool]:
        shelf = self._shelf()
        titles = {summary.id: summary.title for summary in shelf.summaries()}
        off = {shown.imprint.id for shown in shelf.packs() if not shown.on}
        trail = from_setting(self._notebook.space(self._me).setting(SETTING))
        offered = tuple(journey for journey in self._all() if not off & {*journey.packs})
        return offered, titles, trail, len(here(self._notebook.shared().people())) > 1

    def _show(self, found: tuple[tuple[Journey, ...], dict[str, str], Trail | None, bool]) -> None:
        offered, self._titles, trail, for_two = found
        self._offered = tuple(journey for journey in offered if for_two or journey.who != "two")
        self._put(trail, next((journey for journey in offered if trail and journey.id == trail.journey), None))

    def _put(self, trail: Trail | None, journey: Journey | None) -> None:
        under_way = trail if journey is not None and trail is not None and trail.journey == journey.id else None
        shown = stops(journey, under_way.chosen if under_way else {}) if journey else ()
        ahead = journeys.here(journey, under_way) if journey and under_way else None
        rests = journeys.rested(ahead, under_way, self._clock.now().date()) if ahead and under_way else None
        self.state = JourneysState(
            offered=self._offered,
            looked_at=journey,
            trail=under_way or (trail if journey is None else None),
            stages=tuple(self._stage(stop, at, under_way) for at, stop in enumerate(shown)),
            ahead=ahead,
            missing=tuple(sorted(journey.exercises() - self._titles.keys())) if journey else (),
            rests_until=words.day(rests) if rests else "",
            loaded=True,
        )
        self.change()

    def _stage(self, stop: Stop, at: int, trail: Trail | None) -> Stage:
        title, why = self._said(stop)
        return Stage(title=title, why=why, passed=trail is not None and at < trail.at, current=trail is not None and at == trail.at)

    def _said(self, stop: Stop) -> tuple[str, str]:
        if stop.do is not None:
            return self._titles.get(stop.do.exercise, _("An exercise from a pack that is not switched on")), stop.do.why
        if stop.rest is not None:
            days = _("A day in between") if stop.rest.days == 1 else _("{n} days in between").replace("{n}", str(stop.rest.days))
            return days, stop.rest.why
        return _("A choice"), stop.fork.ask if stop.fork else ""
