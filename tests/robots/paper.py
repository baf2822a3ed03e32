"""A paper on its way, by keys alone: from the ticks to its pages, to the ways it can leave, and into a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.robots.window import Hands
from workbook.screens.pages import PagesState

ON = ("Look at the pages", "Print or write it", "Write the file")
"""What leads on, from each to the next."""


def at(hands: Hands) -> str:
    """What is being done with the paper in front."""
    state = hands.screen.state
    assert isinstance(state, PagesState), hands.seen[-4:]
    return state.place


def on_to(hands: Hands, place: str) -> Hands:
    """On until this is done with it."""
    order = ("choosing", "looking", "leaving", "gone")
    while (now := at(hands)) != place:
        hands.press(ON[order.index(now)])
        assert at(hands) != now, hands.said()
    return hands


def back_to_the_ticks(hands: Hands) -> Hands:
    """From wherever it is."""
    ways = {"gone": "Print or write it once more", "leaving": "Back to the pages", "looking": "Back to the ticks"}
    while (now := at(hands)) != "choosing":
        hands.press(ways[now])
    return hands


def into(hands: Hands, target: Path) -> Hands:
    """Into this file, and not the one that is named by itself."""
    on_to(hands, "leaving").press("Somewhere else")
    hands.tab_to(lambda stop: isinstance(stop, QLineEdit) and stop.accessibleName() == "File", "File")
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier).write(str(target))
    return on_to(hands, "gone")
