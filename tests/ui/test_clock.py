"""A call in a while comes once, or not at all when it was let go."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from workbook.ui.clock import ScreenClock


def test_now_knows_its_zone(qtbot: QtBot) -> None:
    assert ScreenClock().now().tzinfo is not None


def test_a_call_comes_once(qtbot: QtBot) -> None:
    clock, came = ScreenClock(), list[int]()
    cancel = clock.after(0.01, lambda: came.append(1))
    qtbot.waitUntil(lambda: bool(came))
    cancel()
    assert came == [1]
    assert clock.waiting == 0


def test_a_cancelled_call_never_comes(qtbot: QtBot) -> None:
    clock, came = ScreenClock(), list[int]()
    cancel = clock.after(0.01, lambda: came.append(1))
    cancel()
    qtbot.wait(40)
    assert came == []


def test_a_call_may_ask_for_the_next(qtbot: QtBot) -> None:
    clock, came = ScreenClock(), list[int]()

    def again() -> None:
        clock.after(0.0, lambda: came.append(2))

    clock.after(0.0, again)
    qtbot.waitUntil(lambda: bool(came))
    assert came == [2]


def test_closing_lets_go_of_everything(qtbot: QtBot) -> None:
    clock, came = ScreenClock(), list[int]()
    clock.after(0.01, lambda: came.append(1))
    clock.close()
    qtbot.wait(40)
    assert came == []
    assert clock.waiting == 0
