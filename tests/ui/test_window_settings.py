"""At the window by keys alone: another cover key, which works at once and only while its owner is in (G9)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.robots.window import CTRL, Hands
from workbook.screens.backups import BackupsScreen
from workbook.screens.cover import CoverScreen
from workbook.screens.door import DoorScreen
from workbook.screens.packs import PacksScreen
from workbook.screens.settings import SettingsScreen
from workbook.ui.parts.options import Option


def pressed(hands: Hands, key: Qt.Key) -> Hands:
    """A key as the desktop sends it: to the window first, where the watch sees it."""
    QTest.keyClick(hands.window.windowHandle(), key)
    return hands.settle()


def test_every_setting_is_found_on_one_page_and_what_has_a_page_of_its_own_leads_there_and_back(hands: Hands) -> None:
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").press("My space").press("How it behaves for me")
    said = "text size, font, colours, palette, motion, country, help lines, idle, lock, cover key, late, language, packs, backups"
    for words in said.split(", "):
        hands.on(SettingsScreen).find(words)
        hands.settle()
        assert "No setting says that." not in hands.said(), words
    hands.press("Backups").on(BackupsScreen)
    hands.press("Back").on(SettingsScreen).find("packs")
    hands.settle().press("More exercises").on(PacksScreen)
    hands.press("Back").on(SettingsScreen)


def test_g9_f12_covers_once_it_is_picked_and_no_longer_at_the_door(hands: Hands) -> None:
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp")
    hands.press("My space").press("How it behaves for me").on(SettingsScreen)
    pressed(hands, Qt.Key.Key_F12).on(SettingsScreen)
    hands.tab_to(lambda at: isinstance(at, Option) and at.accessibleDescription() == "The cover key", "the cover key")
    hands.key(Qt.Key.Key_Right)
    assert hands.on(SettingsScreen).state.rows[0].picked == "f12"
    hands.key(Qt.Key.Key_Space)
    assert hands.on(SettingsScreen).state.rows[0].picked == "f12", "a setting is never left empty"
    assert isinstance(hands.focus, Option)
    pressed(hands, Qt.Key.Key_F12).on(CoverScreen)
    assert hands.app.flow.notebook.unlocked() == frozenset()
    hands.press("Continue").on(DoorScreen)
    pressed(hands, Qt.Key.Key_F12).on(DoorScreen)
    hands.come_in(0, "first lamp")
    pressed(hands, Qt.Key.Key_F12).on(CoverScreen)
    hands.press("Continue")


def test_the_keyboard_stays_where_it_is_while_words_grow_and_the_setting_says_so(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").press("My space").press("How it behaves for me").on(SettingsScreen)
    hands.tab_to(lambda at: isinstance(at, Option) and at.accessibleDescription() == "The size of words", "the size of words")
    for size in ("115", "130"):
        hands.key(Qt.Key.Key_Right)
        assert isinstance(hands.focus, Option)
        assert hands.focus.words == f"{size} %"
    hands.key(Qt.Key.Key_0, CTRL)
    assert isinstance(hands.focus, Option)
    assert (hands.focus.words, hands.focus.isChecked()) == ("100 %", True)
