"""The list of keys names every shortcut there is, can be searched, and is two keys away from anywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel

from tests.robots.window import CTRL, Hands
from workbook.screens.help import HelpScreen
from workbook.screens.shortcuts import ShortcutsScreen, groups
from workbook.screens.walk import WalkScreen

UI = Path(__file__).parents[2] / "workbook" / "ui"
LISTED = {name for _title, keys in groups() for shortcut in keys for name in shortcut.names}
SEEN = {"window.py", "walk.py", "speak.py", "floor.py", "in_order.py", "finding.py"}
"""The files that make shortcuts; the tests below come to each of them."""


def named(hands: Hands) -> set[str]:
    """The keys of every shortcut that is there now."""
    portable = QKeySequence.SequenceFormat.PortableText
    return {keys.toString(portable) for made in hands.window.findChildren(QShortcut) for keys in QShortcut.keys(made)}


def test_every_file_that_makes_a_shortcut_is_looked_at_here() -> None:
    assert {path.name for path in UI.rglob("*.py") if "QShortcut(" in path.read_text("utf-8")} == SEEN


def test_the_list_names_every_shortcut_on_the_way_through_exercises(hands: Hands) -> None:
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp")
    found = named(hands)
    hands.begin("One moment, slowly", "By myself")
    assert {"Ctrl+Return", "Alt+Left"} <= (found := found | named(hands))
    assert found <= LISTED, f"not in the list: {found - LISTED}"


@pytest.mark.parametrize("file", ["pages/speak.py", "pages/floor.py", "parts/in_order.py"])
def test_the_list_names_the_shortcuts_of_single_pages(file: str) -> None:
    text = (UI / file).read_text("utf-8")
    held = "Alt+" if "AltModifier" in text else ""
    found = {held + key for key in re.findall(r"Qt\.Key\.Key_(\w+)", text)}
    assert found, "no key is in it any more"
    assert found <= LISTED, f"not in the list: {found - LISTED}"


def test_the_list_is_two_keys_away_and_leads_back(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself")
    walk = hands.on(WalkScreen)
    hands.key(Qt.Key.Key_Slash, CTRL).on(ShortcutsScreen)
    hands.key(Qt.Key.Key_Slash, CTRL).press("Back")
    assert hands.screen is walk
    hands.key(Qt.Key.Key_F1).press("Keys that work here").on(ShortcutsScreen)
    hands.press("Back").on(HelpScreen)
    hands.press("Back")
    assert hands.screen is walk


def test_a_key_is_found_by_what_it_does(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Slash, CTRL).write("larger WORDS")
    shown = [label.text() for label in hands.shown(QLabel) if label.property("kind_of_words") == "label"]
    assert shown == ["Find a key", "Ctrl and +"]
    hands.write("xyz")
    assert "No key does that." in hands.said()
