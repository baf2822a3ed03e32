"""Pages that these two never come to, since both are in the notebook from its first day: shown for their pictures alone."""

from __future__ import annotations

from workbook.couple.sitting import Sitting
from workbook.demo.hands import Hands
from workbook.screens.bringing import BringScreen, offered
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
