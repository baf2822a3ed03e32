"""Pages that these two never come to, since both are in the notebook from its first day: shown for their pictures alone."""

from __future__ import annotations

from collections.abc import Callable

from workbook.couple.agreements import Agreement, Holding, touches
from workbook.couple.holds import Hold
from workbook.couple.sitting import Sitting
from workbook.demo.hands import Hands
from workbook.screens.agreed import AgreedScreen, day_of
from workbook.screens.bringing import BringScreen, offered
from workbook.screens.hold import HoldScreen
from workbook.screens.home import HomeScreen
from workbook.screens.joining import JoinScreen


def look_at_what_would_be(hands: Hands) -> None:
    """Somebody who was alone is joined by the other, and brings along what they wrote before; then back home."""
    home = hands.on(HomeScreen)
    flow, me = hands.app.flow, home.state.name
    evening = next(one for one in hands.couple.evenings if one.mode == "each")
    exercise = hands.ask(lambda: flow.outside.library.exercise(evening.exercise))
    mine = next(person for person in hands.ask(lambda: flow.notebook.shared().people()) if person.name == me)

    def back() -> None:
        flow.show(home)

    join = JoinScreen(mine, flow.notebook, flow.outside.jobs, done=lambda _person: back(), back=back)
    join.name(home.state.partner)
    flow.show(join)
    hands.keep("join")
    half = Sitting(id="", exercise=exercise, mode="each", people=(mine.id,))
    items = offered(half, [evening.said[me]], home.state.partner)
    bring = BringScreen(exercise, home.state.partner, items, done=lambda _chosen: back(), back=back)
    bring.tick(items[0].step, True)
    flow.show(bring)
    hands.keep("bring")
    bring.without()
    hands.on(HomeScreen)
    _look_at_a_day(hands, back)


def _look_at_a_day(hands: Hands, back: Callable[[], None]) -> None:
    """What two would have agreed for a day, and what one of them would have written after it."""
    flow, me = hands.app.flow, hands.on(HomeScreen).state.name
    outside, notebook, now = flow.outside, flow.notebook, flow.outside.clock.now()
    space = hands.ask(lambda: notebook.space(next(one.id for one in notebook.shared().people() if one.name == me)))
    agreeing, first = hands.ask(lambda: [outside.library.exercise(name) for name in ("sober-agreements", "first-day")])
    step = touches(agreeing)
    if step is None:
        raise ValueError("nobody agrees to anything there")
    levels = {item.id: step.levels[at % len(step.levels)].id for at, item in enumerate(step.items)}
    sitting = Sitting(id="", exercise=agreeing, mode="each", people=())
    agreement = Agreement(sitting=sitting, step=step, levels=levels, day=now.date())
    agreed = AgreedScreen(me, notebook, (), outside.printer, outside.jobs, outside.clock, folder=outside.documents, back=back)
    hands.settle()
    agreed.change(days=(day_of(Holding(newest=agreement, levels=levels, until=agreement.ends(), standing=(sitting,))),))
    flow.show(agreed)
    hands.keep("agreed")
    held = Sitting(id="", exercise=first, mode="alone", people=())
    flow.show(HoldScreen(held, Hold(now, first.hold_hours), space, outside.jobs, outside.clock, back=back))
    hands.keep("hold")
    back()
    hands.on(HomeScreen)
