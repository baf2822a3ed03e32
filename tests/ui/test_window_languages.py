"""In two made-up languages, one of them from the right: every page speaks it, nothing is cut off, and the layout is mirrored."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.pseudo import FROM_THE_LEFT, FROM_THE_RIGHT, pseudo
from tests.robots.abroad import NAMES, HandsAbroad, Reader, abroad
from tests.robots.paper import on_to
from tests.robots.window import Hands, evening
from workbook.screens.export import ExportScreen
from workbook.screens.home import HomeScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.setup import SetupScreen
from workbook.screens.unlock import FirstTurnScreen
from workbook.screens.walk import WalkScreen
from workbook.screens.welcome import WelcomeScreen
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.options import Option


@pytest.fixture(params=[FROM_THE_LEFT, FROM_THE_RIGHT])
def hands(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HandsAbroad]:
    """The window in a made-up language."""
    with abroad(tmp_path, request.param, monkeypatch) as made:
        yield made


def test_every_page_speaks_another_language_and_nothing_is_cut_off(hands: Hands) -> None:
    reader, flow = Reader(hands), hands.app.flow
    reader.read()
    hands.on(WelcomeScreen).go_on()
    reader.read()
    hands.on(SetupScreen).choose(1)
    hands.on(SetupScreen).name(0, "Mira")
    reader.read()
    hands.on(SetupScreen).done()
    hands.settle()
    reader.read()
    hands.on(FirstTurnScreen).without(False)
    hands.settle()
    reader.read()
    home = hands.on(HomeScreen)
    home.ways.library()
    reader.read()
    hands.on(LibraryScreen).exercise("one-moment-slowly")
    reader.read()
    home.ways.my_space()
    reader.read()
    for errand in hands.on(MySpaceScreen).state.errands:
        errand.go()
        reader.read()
    for anywhere in (flow.help, flow.pause, flow.shortcuts, flow.door):
        anywhere()
        reader.read()
    assert len(set(reader.seen)) > 12
    assert not reader.faults, reader.told()


def test_from_the_right_the_page_is_mirrored(hands: Hands) -> None:
    right = hands.app.qt.layoutDirection() == Qt.LayoutDirection.RightToLeft
    language = FROM_THE_RIGHT if right else FROM_THE_LEFT
    at = {button.text(): button.mapTo(hands.window, button.rect().center()).x() for button in hands.shown(Button)}
    pause, help_, begin, steady = (at[pseudo(words, language)] for words in ("&Pause", "&Help", "&Begin", "&Steady ground"))
    assert (pause > help_) == right
    assert (begin > steady) == right


def test_at_the_table_every_page_speaks_another_language_and_nothing_is_cut_off(hands: Hands) -> None:
    reader = Reader(hands, "draw-our-loop")
    hands.watchers.append(reader.read)
    evening(hands, "Draw our loop", NAMES, words="[")
    hands.press("Read it through").press("Back").press("Close the notebook").come_in(0, "first lamp").press("Read it through")
    hands.press("Make a PDF").press("Tick all").press(f"Now {NAMES[1]} ticks").press("I am").enter("second lamp").on(ExportScreen)
    on_to(hands.press("Tick all"), "leaving")
    for fold in ("Somewhere else", "Note for whom", "As cards", "Lock it"):
        hands.press(fold)
    on_to(hands, "gone")
    assert {"HandoverScreen", "OpeningScreen", "TableScreen", "RevealScreen", "ReviewScreen", "ExportScreen"} <= {*reader.seen}
    assert not reader.faults, reader.told()


def test_paper_speaks_another_language_in_each_of_its_places(hands: Hands) -> None:
    reader = Reader(hands, "ways-out", "one-moment-slowly")
    hands.set_up("Mira").first_turn(None).begin("One moment, slowly", "By myself")
    while isinstance(hands.screen, WalkScreen):
        hands.walk("[")
    hands.watchers.append(reader.read)
    hands.press("Read it through").press("Make a PDF").press("Tick all").press("Leave words out")
    reader.read()
    on_to(hands, "leaving")
    for fold in ("Somewhere else", "Note for whom", "As cards", "Lock it"):
        hands.press(fold)
    on_to(hands, "gone").press("Done").on(HomeScreen).ways.exercise("ways-out")
    hands.settle().press("Print it blank").press("Change how it is made")
    on_to(hands, "gone")
    assert len(reader.seen) > 9
    assert not reader.faults, reader.told()


def _reads(hands: Hands, words: str, at: QWidget) -> bool:
    return isinstance(at, Button) and hands.reads(at.text(), words)


def test_the_floor_speaks_another_language_too(hands: Hands) -> None:
    reader = Reader(hands, "take-the-floor")
    hands.set_up(*NAMES).first_turn("first lamp").press("Pass the computer").press("I am").first_turn("second lamp")
    hands.press("We are both here").enter("first lamp").enter("second lamp")
    hands.watchers.append(reader.read)
    hands.tab_to(lambda at: at.accessibleDescription() == "Take the floor", "the floor").key(Qt.Key.Key_Space)
    hands.press("Go on with it")
    steps: list[str] = []
    while isinstance(hands.screen, WalkScreen):
        steps.append(hands.screen.state.page.step.id)
        if steps[-1] == "good-time":
            hands.tab_to(lambda at: isinstance(at, Option), "now").key(Qt.Key.Key_Down)
        elif steps[-1] == "floor":
            hands.write("y")
            for name in NAMES:
                hands.tab_to(partial(_reads, hands, f"{name} would"), name).key(Qt.Key.Key_Return)
        hands.onward()
    assert "floor" in steps
    assert not reader.faults, reader.told()
