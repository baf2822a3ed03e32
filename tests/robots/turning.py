"""Somebody who leafs through an exercise for a long time, and what is alive by then."""

from __future__ import annotations

import gc
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from tests.robots.window import ALT, Hands
from workbook.screens.screen import Screen

FORTH = 4


class Alive(NamedTuple):
    """How many widgets there are, objects in the window, and screens that somebody still holds."""

    widgets: int
    objects: int
    screens: int


def a_walk(hands: Hands) -> Hands:
    """From the first page to the first step of an exercise."""
    return hands.set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself")


def turn(hands: Hands, pages: int) -> None:
    """So many pages at least: some steps on, as many back, to help and back again."""
    turned = 0
    while turned < pages:
        for _step in range(FORTH):
            hands.onward()
        for _step in range(FORTH):
            hands.key(Qt.Key.Key_Left, ALT)
        hands.key(Qt.Key.Key_F1).press("Back")
        turned += 2 * FORTH + 2


def alive(hands: Hands) -> Alive:
    """What is left when all that was let go of is gone."""
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    screens = sum(isinstance(thing, Screen) for thing in gc.get_objects())
    return Alive(len(QApplication.allWidgets()), len(hands.window.findChildren(QObject)), screens)
