"""How it looks: kept for this computer, there again at the next start; the whole screen has a way out in sight."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.robots.window import Hands
from workbook import paths
from workbook.couple.habits import PALETTE, TEXT_SIZE
from workbook.screens.cover import CoverScreen
from workbook.screens.walk import WalkScreen
from workbook.ui.looks import ScreenLooks
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.way_out import WayOut
from workbook.ui.theme import Theme


def test_a_size_that_was_picked_by_keys_is_there_at_the_next_start(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier).key(Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert hands.app.theme.scale == pytest.approx(1.3)
    assert json.loads(paths.looks().read_text())["text-size"] == "130"
    ScreenLooks(hands.app.theme, paths.looks())
    assert hands.app.theme.scale == pytest.approx(1.3)
    hands.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert hands.app.theme.scale == 1


def test_sizes_end_at_80_and_250_percent(hands: Hands) -> None:
    for _press in range(20):
        hands.app.looks.larger()
    assert hands.app.theme.scale == pytest.approx(2.5)
    for _press in range(20):
        hands.app.looks.smaller()
    assert hands.app.theme.scale == pytest.approx(0.8)


@pytest.mark.parametrize("kept", ["", "[", "[]", '{"text-size": "9000", "palette": 5}', "\0", "[" * 100_000], ids=range(6))
def test_a_file_that_cannot_be_read_is_as_none(hands: Hands, tmp_path: Path, kept: str) -> None:
    file = tmp_path / "looks.json"
    file.write_text(kept)
    looks = ScreenLooks(hands.app.theme, file)
    assert looks.now() == {"text-size": "100", "palette": "system", "motion": "yes", "country": "", "language": ""}


def test_where_nothing_can_be_written_the_looks_still_change(hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("")
    looks = ScreenLooks(hands.app.theme, tmp_path / "in-the-way" / "looks.json")
    looks.choose(PALETTE.key, "dark")
    assert hands.app.theme.scheme == "dark"
    looks.choose(PALETTE.key, "system")


def test_g13_what_is_kept_says_nothing_of_anybody(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    hands.app.looks.choose(TEXT_SIZE.key, "115")
    assert json.loads(paths.looks().read_text()) == {
        "text-size": "115",
        "palette": "system",
        "motion": "yes",
        "country": "",
        "language": "",
    }


def test_g9_esc_leaves_the_whole_screen_and_three_of_them_still_cover(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").alt("J").key(Qt.Key.Key_F11)
    QTest.keyClick(hands.window.windowHandle(), Qt.Key.Key_Escape)
    assert not hands.settle().window.isFullScreen()
    hands.on(WalkScreen)
    hands.key(Qt.Key.Key_F11)
    for _press in range(3):
        QTest.keyClick(hands.window.windowHandle(), Qt.Key.Key_Escape)
    hands.settle().on(CoverScreen)


def test_the_whole_screen_has_a_way_out_in_sight(hands: Hands) -> None:
    hands.key(Qt.Key.Key_F11)
    assert hands.window.isFullScreen()
    out = hands.window.menuWidget()
    assert isinstance(out, WayOut)
    assert out.isVisible()
    next(iter(out.findChildren(Button))).click()
    hands.settle()
    assert not hands.window.isFullScreen()
    hands.key(Qt.Key.Key_F11).key(Qt.Key.Key_F11)
    assert not hands.window.isFullScreen()
    assert isinstance(hands.app.theme, Theme)
