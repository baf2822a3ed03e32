"""What somebody comes for is in sight at once, also in large letters and a small window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.robots.window import CTRL, Hands
from workbook.ui.parts.buttons import Large
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.picture import Horizon
from workbook.ui.parts.prose import Prose
from workbook.ui.theme import Theme


@pytest.fixture
def small(tmp_path: Path) -> Hands:
    return Hands(tmp_path, (900, 600)).open()


def test_all_four_doors_of_home_are_seen_without_scrolling(small: Hands) -> None:
    small.set_up("Zoë", "Łukasz").first_turn("first lamp").size(2.0)
    doors = [door for door in small.shown(Large) if not isinstance(door, Leading)]
    assert len(doors) == 4
    hidden = [door.text() for door in doors if door.visibleRegion().boundingRect() != door.rect()]
    small.size(1.0).close()
    assert hidden == []


def test_whose_turn_it_is_stands_below_the_landscape_and_not_out_of_sight(theme: Theme) -> None:
    theme.set_scale(2.5)
    title = QLabel("Pass the computer")
    title.setFont(theme.font("title"))
    assert Horizon().sizeHint().height() + 2 * title.sizeHint().height() < 400


def test_what_a_key_does_stands_below_it_and_not_in_what_is_left_beside_it(small: Hands) -> None:
    small.set_up("Zoë", "Łukasz").first_turn("first lamp").size(2.5).key(Qt.Key.Key_Slash, CTRL)
    narrow = [words.width() for words in small.shown(Prose) if words.width() < small.window.width() / 2]
    small.size(1.0).close()
    assert narrow == []
