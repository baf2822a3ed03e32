"""Timers are calm, honest, and still when nobody looks or movement is not wanted."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import heard
from workbook.couple.people import COLOURS, PICTURES
from workbook.ui.motion import still_running
from workbook.ui.parts.breath import IN, OUT, Breath, Circle
from workbook.ui.parts.countdown import Countdown, clock_words, in_words
from workbook.ui.parts.picture import DRAWINGS, Horizon, Picture
from workbook.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("theme")


class Watch:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


def painted(widget: QWidget) -> QImage:
    """How a widget looks just now."""
    return widget.grab().toImage()


def test_a_countdown_says_in_words_what_is_left(qtbot: QtBot, watch: Watch) -> None:
    timer = Countdown(120, seconds_now=watch)
    qtbot.addWidget(timer)
    assert heard(timer) == "2 minutes left"
    timer.show()
    timer.start()
    watch.seconds = 59
    qtbot.waitUntil(lambda: heard(timer) == "1 minute and 1 second left")


def test_a_stopped_countdown_goes_on_where_it_was(qtbot: QtBot, watch: Watch) -> None:
    timer = Countdown(60, seconds_now=watch)
    qtbot.addWidget(timer)
    timer.start()
    watch.seconds = 20
    timer.stop()
    watch.seconds = 500
    assert timer.left == 40
    timer.start()
    watch.seconds = 510
    assert timer.left == 30


def test_a_countdown_is_over_once(qtbot: QtBot, watch: Watch) -> None:
    timer = Countdown(10, seconds_now=watch)
    qtbot.addWidget(timer)
    over: list[bool] = []
    timer.over.connect(lambda: over.append(True))
    timer.show()
    timer.start()
    watch.seconds = 11
    qtbot.waitUntil(lambda: bool(over))
    qtbot.wait(300)
    assert over == [True]
    assert timer.left == 0
    assert still_running(timer) == []


def test_a_hidden_countdown_does_not_tick_but_counts(qtbot: QtBot, watch: Watch) -> None:
    timer = Countdown(60, seconds_now=watch)
    qtbot.addWidget(timer)
    timer.show()
    timer.start()
    timer.hide()
    assert still_running(timer) == []
    watch.seconds = 15
    assert timer.left == 45


def test_a_countdown_can_begin_again(qtbot: QtBot, watch: Watch) -> None:
    timer = Countdown(60, seconds_now=watch)
    qtbot.addWidget(timer)
    timer.start()
    timer.start_over(90)
    assert (timer.left, timer.running) == (90, False)


def test_the_arc_is_left_out_where_movement_is_not_wanted(theme: Theme, qtbot: QtBot) -> None:
    timer = Countdown(60)
    qtbot.addWidget(timer)
    moving = painted(timer)
    theme.set_motion(False)
    assert painted(timer) != moving


@pytest.mark.parametrize(
    ("seconds", "clock", "words"), [(95, "1:35", "1 minute and 35 seconds"), (0, "0:00", "No time"), (60, "1:00", "1 minute")]
)
def test_time_is_said_and_shown(seconds: int, clock: str, words: str) -> None:
    assert clock_words(seconds) == clock
    assert in_words(seconds) == words


def test_the_circle_widens_for_a_breath_in_and_narrows_for_a_breath_out(qtbot: QtBot, watch: Watch) -> None:
    circle = Circle(seconds_now=watch)
    qtbot.addWidget(circle)
    circle.start()
    assert circle.phase() == ("Breathe in", 0)
    watch.seconds = IN
    assert circle.phase()[0] == "Breathe out"
    assert circle.phase()[1] == pytest.approx(1)
    watch.seconds = IN + OUT
    assert circle.phase()[1] == pytest.approx(0)


def test_breathing_never_starts_by_itself_and_rests_when_hidden(qtbot: QtBot) -> None:
    breath = Breath()
    qtbot.addWidget(breath)
    breath.show()
    assert still_running(breath) == []
    breath.button.click()
    assert breath.button.text() == "Let the circle rest"
    assert still_running(breath) == ["QTimer"]
    breath.hide()
    assert still_running(breath) == []
    breath.show()
    breath.button.click()
    assert breath.button.text() == "Breathe with the circle"
    assert still_running(breath) == []


def test_without_movement_there_are_only_the_words(theme: Theme, qtbot: QtBot) -> None:
    theme.set_motion(False)
    breath = Breath()
    qtbot.addWidget(breath)
    breath.show()
    breath.circle.start()
    assert not breath.button.isVisible()
    assert breath.circle.phase() == ("In for five, out for five", 0.5)
    assert still_running(breath) == []


def test_every_picture_is_drawn_and_none_like_another(qtbot: QtBot) -> None:
    assert set(DRAWINGS) == set(PICTURES)
    seen: list[QImage] = []
    for name in PICTURES:
        picture = Picture(name, COLOURS[0])
        qtbot.addWidget(picture)
        seen.append(painted(picture))
    assert all(one != other for at, one in enumerate(seen) for other in seen[at + 1 :])


def test_the_horizon_says_nothing_of_anybody(qtbot: QtBot) -> None:
    one, other = Horizon(), Horizon()
    for widget in (one, other):
        qtbot.addWidget(widget)
        widget.resize(600, 300)
    assert painted(one) == painted(other)
    assert heard(one) == ""
