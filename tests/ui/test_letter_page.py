"""Reading a letter again at the window: its words stand there, and by keys alone it is kept, or burned."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.outside import HandClock, ImmediateJobs
from tests.ui.keys import focused, open_up, press
from workbook.content.step import Answer
from workbook.content.steps.letter import Letter
from workbook.content.steps.reread import Reread
from workbook.couple.caret import Caret
from workbook.screens.steps import Walk, Writer
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.buttons import Button
from workbook.ui.theme import Theme
from workbook.ui.view import House
from workbook.ui.views.walk import WalkView

WORDS = "You never asked.\n\nI waited, all summer."
STEPS = (
    Letter(id="letter", title="The letter", ask="What do you want to say?"),
    Reread(id="again", title="Read it once", ask="Which lines are yours to say?", of="letter"),
)


class Drawer:
    """A pen that remembers what it was told to keep."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, Answer | None]] = []

    def save(self, step: str, author: str, answer: Answer | None) -> None:
        """Remember it."""
        self.kept.append((step, answer))

    def go(self, step: int) -> None:
        """Nobody remembers."""

    def stand(self, step: int, at: Caret | None) -> None:
        """Nobody remembers."""


def opened(qtbot: QtBot, pen: Drawer, answer: Answer | None) -> WalkView:
    walk = Walk(
        title="An exercise",
        steps=STEPS,
        writers=(Writer("me", "Sam"),),
        answers={("letter", "me"): answer} if answer else {},
        start=1,
    )
    screen = WalkScreen(walk, pen, ImmediateJobs(), HandClock(), done=lambda: None, stop=lambda: None)
    view = WalkView(screen, House(lambda: None, lambda: None))
    screen.attach(view)
    view.resize(900, 600)
    open_up(view, qtbot)
    view.take_focus()
    return view


def to_button(words: str) -> None:
    for _ in range(30):
        stop = focused()
        if isinstance(stop, Button) and stop.text().replace("&", "") == words:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"no way to {words!r} by keys")


def said(view: WalkView) -> str:
    return "\n".join(label.accessibleName() or label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_the_letter_stands_above_the_room_for_ones_lines(theme: Theme, qtbot: QtBot) -> None:
    assert WORDS in said(opened(qtbot, Drawer(), {"letter": WORDS}))


def test_it_is_burned_by_keys_on_a_second_press_and_is_gone_from_the_page(theme: Theme, qtbot: QtBot) -> None:
    pen = Drawer()
    view = opened(qtbot, pen, {"letter": WORDS})
    to_button("Burn it")
    press(Qt.Key.Key_Space)
    assert pen.kept == []
    assert "Nobody can bring it back" in said(view)
    to_button("Burn it, for good")
    press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert pen.kept == [("letter", None)]
    assert "It is gone." in said(view)
    assert "summer" not in said(view)
    assert not [stop for stop in view.findChildren(Button) if stop.isVisible() and "Burn" in stop.text()]


def test_keeping_it_says_so(theme: Theme, qtbot: QtBot) -> None:
    pen = Drawer()
    view = opened(qtbot, pen, {"letter": WORDS})
    to_button("Keep it")
    press(Qt.Key.Key_Space)
    assert "It stays where it is" in said(view)
    assert pen.kept == []


def test_where_there_is_none_the_page_says_so_and_offers_nothing_to_burn(theme: Theme, qtbot: QtBot) -> None:
    view = opened(qtbot, Drawer(), None)
    assert "There is no letter here." in said(view)
    assert not [stop for stop in view.findChildren(Button) if stop.isVisible() and "it" in stop.text().split()]
