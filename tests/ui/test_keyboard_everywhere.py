"""Every page of one's own space by keys alone: a name for each stop, an order that reads, no letter twice, always a way on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QPushButton, QWidget

from tests.robots.window import Hands, evening
from tests.ui.test_keyboard import Inspector, name_of
from workbook.screens.home import HomeScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.reveal import RevealScreen
from workbook.ui.parts.options import Option
from workbook.ui.parts.stops import stops


def look(inspector: Inspector, hands: Hands) -> None:
    """What the inspector looks for, and that Tab goes round here, also out of every input."""
    inspector.look(hands)
    order = list(stops(hands.view.page))
    start = hands.focus if hands.focus in order else hands.key(Qt.Key.Key_Tab).focus
    walked = [start]
    for _stop in order[1:]:
        walked.append(hands.key(Qt.Key.Key_Tab).focus)
    missed = [name_of(stop) for stop in order if stop not in walked]
    if missed:
        inspector.faults.append(f"{hands.seen[-1]}: Tab never comes to {missed}")
    for stop in walked:
        if isinstance(stop, QPlainTextEdit) and not stop.isReadOnly() and not stop.tabChangesFocus():
            inspector.faults.append(f"{hands.seen[-1]}: Tab stays in {name_of(stop)!r}")
    beside = [each for each in hands.shown(QAbstractButton) if each not in order and not isinstance(each, Option)]
    inspector.faults += [f"{hands.seen[-1]}: no key presses {name_of(each)!r}" for each in beside if each.isEnabled()]


def named(title: str, at: QWidget) -> bool:
    return isinstance(at, QPushButton) and name_of(at).startswith(title)


def test_every_page_of_ones_own_space_can_be_gone_through_by_keys(hands: Hands) -> None:
    inspector = Inspector()
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").press("Something just happened").write("The plate fell.")
    hands.press("Enough for today").press("My page").press("My space")
    errands = [errand.title for errand in hands.on(MySpaceScreen).state.errands]
    look(inspector, hands)
    for title in errands:
        hands.tab_to(partial(named, title), title).key(Qt.Key.Key_Space)
        look(inspector, hands)
        hands.press("Back")
    hands.press("Back").on(HomeScreen)
    for way in ("All exercises", "Look back", "Help", "Pause"):
        hands.press(way)
        look(inspector, hands)
        hands.press("Back")
    assert not inspector.faults, "\n".join(inspector.faults)
    assert inspector.pages >= len(errands) + 5


def test_what_opens_is_told_where_the_keyboard_is(hands: Hands) -> None:
    heard: list[str] = []

    def listen(hands: Hands) -> None:
        if isinstance(hands.screen, RevealScreen) and hands.screen.state.sides:
            heard.append(hands.focus.accessibleDescription())

    hands.watchers.append(listen)
    evening(hands, "One moment, slowly")
    assert heard[0].splitlines()[:2] == ["Zoë: cue first", "Łukasz: cue second"]
    assert heard[-1].splitlines()[-1].endswith("?"), "and what the two are asked then"
