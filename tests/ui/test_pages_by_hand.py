"""Pages made by hand: the floor by keys alone, a letter's large sheet, a page to stop at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.outside import HandClock, ImmediateJobs
from tests.ui.keys import focused, open_up, press
from workbook.content.fields import Option
from workbook.content.step import Answer, Step
from workbook.content.steps.consent import Consent
from workbook.content.steps.floor import Floor
from workbook.content.steps.letter import Letter
from workbook.content.steps.wait import Wait
from workbook.couple.caret import Caret
from workbook.screens.steps import Walk, Writer
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.countdown import Countdown
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import Theme
from workbook.ui.view import House
from workbook.ui.views.walk import WalkView

FLOOR = Floor(id="floor", title="The floor", ask="Talk.", say="Say it.", listen="Say it back.", seconds=60, depth=("I see …",))


class Nowhere:
    """A pen that keeps nothing."""

    def save(self, step: str, author: str, answer: Answer | None) -> None:
        """Nothing is written."""

    def go(self, at: int) -> None:
        """Nobody remembers."""

    def stand(self, step: int, at: Caret | None) -> None:
        """Nobody remembers."""


def opened(step: Step, qtbot: QtBot, *names: str) -> WalkView:
    """One step as a page in a small window."""
    writers = tuple(Writer(str(at), name) for at, name in enumerate(names))
    walk = Walk(title="An exercise", steps=(step,), writers=writers, answers={})
    screen = WalkScreen(walk, Nowhere(), ImmediateJobs(), HandClock(), done=lambda: None, stop=lambda: None)
    view = WalkView(screen, House(lambda: None, lambda: None))
    screen.attach(view)
    view.resize(900, 600)
    open_up(view, qtbot)
    view.take_focus()
    return view


def said(view: WalkView) -> str:
    return "\n".join(label.accessibleName() or label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_the_floor_is_led_by_keys_alone(theme: Theme, qtbot: QtBot) -> None:
    view = opened(FLOOR, qtbot, "Sam", "Łucja")
    assert "Sam has the floor" in said(view)
    assert "Łucja says it back" in said(view)
    press(Qt.Key.Key_N)
    assert "Not quite yet." in said(view)
    press(Qt.Key.Key_Y)
    assert "I see …" in said(view)
    press(Qt.Key.Key_M)
    assert "There is more." in said(view)
    assert "I see …" not in said(view)
    press(Qt.Key.Key_S)
    assert "Łucja has the floor" in said(view)


def test_the_space_bar_starts_and_stops_the_clock_and_a_swap_sets_it_back(theme: Theme, qtbot: QtBot) -> None:
    view = opened(FLOOR, qtbot, "Sam", "Łucja")
    (clock,) = view.findChildren(Countdown)
    ran = []
    for _ in range(3):
        press(Qt.Key.Key_Space)
        ran.append(clock.running)
    assert ran == [True, False, True]
    press(Qt.Key.Key_S)
    assert (clock.running, clock.left) == (False, 60)


def test_the_space_bar_presses_another_button_that_somebody_went_to(theme: Theme, qtbot: QtBot) -> None:
    view = opened(FLOOR, qtbot, "Sam", "Łucja")
    (clock,) = view.findChildren(Countdown)
    (wish,) = (one for one in view.findChildren(Button) if one.text() == "Sam would like to see it")
    wish.setFocus()
    press(Qt.Key.Key_Space)
    assert (wish.text(), clock.running) == ("Sam would rather not see it", False)
    (swap,) = (one for one in view.findChildren(Button) if one.text() == "Swap (S)")
    swap.setFocus()
    press(Qt.Key.Key_Space)
    assert clock.running, "whoever clicked here goes on with the clock"


def test_how_long_each_spoke_shows_only_while_both_wish_it(theme: Theme, qtbot: QtBot) -> None:
    view = opened(FLOOR, qtbot, "Sam", "Łucja")
    (clock,) = view.findChildren(Countdown)
    clock._now = iter([0.0, 0.0, 40.0, 40.0, *[40.0] * 40]).__next__
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)

    def wish(words: str) -> None:
        (button,) = (one for one in view.findChildren(Button) if one.text() == words)
        button.setFocus()
        press(Qt.Key.Key_Return)

    wish("Sam would like to see it")
    assert "Sam: " not in said(view)
    wish("Łucja would like to see it")
    assert "Sam: about a minute. Łucja: not yet" in said(view)
    wish("Sam would rather not see it")
    assert "Sam: " not in said(view)


def test_what_a_key_changed_on_the_floor_is_seen_in_large_letters_too(theme: Theme, qtbot: QtBot) -> None:
    theme.set_scale(2.0)
    view = opened(FLOOR, qtbot, "Sam", "Łucja")
    press(Qt.Key.Key_Y)
    for _ in range(4):
        QApplication.processEvents()
    (now,) = (label for label in view.findChildren(QLabel) if label.text().startswith("That was heard"))
    assert now.visibleRegion().boundingRect().height() == now.height()


def test_a_letter_is_a_large_sheet_with_the_keyboard_on_it(theme: Theme, qtbot: QtBot) -> None:
    view = opened(Letter(id="letter", title="The letter", ask="What do you want to say?"), qtbot, "Sam")
    (sheet,) = view.findChildren(Writing)
    assert focused() is sheet
    assert sheet.height() > view.height() * 0.4


def test_a_page_to_stop_at_says_from_which_day_it_goes_on(theme: Theme, qtbot: QtBot) -> None:
    view = opened(Wait(id="overnight", title="A night in between", ask="It rests now."), qtbot, "Sam")
    assert "It goes on from Wednesday, 4 March." in said(view)


def test_consent_for_two_says_that_the_narrower_holds(theme: Theme, qtbot: QtBot) -> None:
    levels = (Option("no", "no"), Option("yes", "yes"))
    step = Consent(id="touch", title="Touch", ask="What is all right?", items=(Option("hand", "A hand"),), levels=levels, each=True)
    assert "the narrower one holds" in said(opened(step, qtbot, "Sam", "Łucja"))
    assert "the narrower one holds" not in said(opened(step, qtbot, "Sam"))
