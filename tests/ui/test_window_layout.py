"""Nothing is cut off: every page at 900x600, from 80 to 250 %, in all three palettes; nothing is too small to hit."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from tests.robots.window import Hands, cut_off, evening
from workbook.screens.myspace import MySpaceScreen
from workbook.ui.colours import SCHEMES

TARGET = 24
"""Pixels: a hand that is not steady hits what is this high and wide."""


def too_small(view: QWidget) -> list[str]:
    """Everything to be pressed that is smaller than that."""
    pressed = [one for kind in (QAbstractButton, QLineEdit, QComboBox) for one in view.findChildren(kind) if one.isVisible()]
    small = [one for one in pressed if min(one.width(), one.height()) < TARGET]
    return [f"{type(one).__name__} is {one.width()} wide, {one.height()} high" for one in small]


class Ruler:
    """Measures every page in every dress, then puts it back as it was."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self._steps: set[str] = set()
        self._busy = False

    def measure(self, hands: Hands) -> None:
        where = hands.seen[-1]
        if self._busy or where in self._steps:
            return
        if where.startswith("WalkScreen"):
            self._steps.add(where)  # a step looks the same to the second one who walks it
        self._busy = True
        for at, scale in enumerate((0.8, 1.0, 1.6, 2.0, 2.5)):
            hands.app.theme.set_scheme(tuple(SCHEMES)[(len(hands.seen) + at) % 3])
            hands.size(scale)
            hands.settle()
            self.faults += [f"{where} at {scale:.0%}: {fault}" for fault in (*cut_off(hands.view), *too_small(hands.view))]
        hands.size(1.0)
        hands.settle()
        self._busy = False


@pytest.mark.parametrize("title", ["Draw our loop", "After the storm"])
def test_no_words_of_an_evening_are_cut_off(hands: Hands, title: str) -> None:
    ruler = Ruler()
    hands.window.resize(900, 600)
    ruler.measure(hands.settle())
    hands.watchers.append(ruler.measure)
    evening(hands, title)
    hands.press("Read it through").press("Back").press("Close the notebook").come_in(0, "first lamp")
    hands.press("Read it through").press("Make a PDF")
    assert not ruler.faults, "\n".join(ruler.faults)


def test_no_words_of_ones_own_space_are_cut_off(hands: Hands) -> None:
    ruler = Ruler()
    hands.window.resize(900, 600)
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").press("Something just happened").write("The plate fell.")
    hands.press("Enough for today").press("My page")
    hands.watchers.append(ruler.measure)
    hands.press("All exercises").press("Back").press("Look back")
    for thread in ("The loop", "What sets me off", "The weekly lines", "What was set out"):
        hands.press(thread).press("Back")
    hands.press("Back").press("Read it through").press("Delete").press("Back").press("Back").press("My space")
    for errand in hands.on(MySpaceScreen).state.errands:
        hands.press(errand.title).press("Back")
    hands.press("Paths").press("Six weeks at home").press("Set out on this path").press("Back").press("Back")
    hands.press("More exercises").press("Companion to ketamine-assisted therapy").press("Back").press("Back")
    assert not ruler.faults, "\n".join(ruler.faults)
    assert len({page for page in hands.seen if not page.startswith("Walk")}) >= 20
