"""Help before anybody is in, whatever lies in the file of lines that were written down: the checked ones stand there at once."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton

from tests.robots.window import Hands, cut_off
from workbook import paths
from workbook.content.helplines import MOST
from workbook.screens.help import HelpScreen, noted_words

HOSTILE = {
    "turned": "\u202e112 llaC\u2066",
    "markup": "<h1>Call 000</h1><img src='file:///dev/zero'>&amp;&Back",
    "tall": "Z" + "\u0301\u0489" * 59,
    "wide": "\u6f22\ufdfd" * 60,
    "endless": "W" * 5_000,
    "lines": "a\n" * 50 + "\x00\x1b\u2029\ufffe",
    "from the right": "\u05d0 112 \u05d1",
    "faces": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 30,
}


def lies_there(found: bytes) -> None:
    """What somebody else put where the lines are kept."""
    paths.local_lines().parent.mkdir(parents=True, exist_ok=True)
    paths.local_lines().write_bytes(found)


def checked(hands: Hands) -> tuple[list[str], QImage]:
    """The words of the page down to the lines that were written down, and how they look."""
    hands.app.looks.choose("country", "ie")
    hands.key(Qt.Key.Key_F1).on(HelpScreen)
    heading = next(label for label in hands.shown(QLabel) if label.text() == noted_words())
    page = heading.parentWidget()
    assert page is not None
    above = [label.text() for label in hands.shown(QLabel) if label.mapTo(page, label.rect().topLeft()).y() < heading.y()]
    return above, page.grab(QRect(0, 0, page.width(), heading.y())).toImage()


WORST = json.dumps([{"name": text, "number": text, "hours": text, "noted_on": "0001-01-01"} for text in HOSTILE.values()]).encode()


def test_g6_at_200_percent_no_line_that_was_written_down_makes_the_page_wider_than_the_window(hands: Hands) -> None:
    lies_there(WORST)
    hands.size(2.0)
    checked(hands)
    assert len(hands.on(HelpScreen).state.local) == len(HOSTILE)
    assert cut_off(hands.view) == []


@pytest.mark.parametrize(
    "found",
    [
        WORST,
        json.dumps([{"name": f"{at}", "number": "1", "noted_on": "9999-12-31"} for at in range(500)]).encode(),
        json.dumps([{"name": f"{at}", "number": "1", "noted_on": "9999-12-31"} for at in range(10_000)]).encode(),
        b'[{"name":"\xff","number":"1","noted_on":"2026-02-01"}]',
        b"[" * 1_000_000,
    ],
    ids=["hostile", "many", "ten thousand", "no text", "deep"],
)
def test_g6_g34_what_lies_there_changes_nothing_of_the_checked_lines(hands: Hands, found: bytes) -> None:
    before = checked(hands)
    assert any("Call 112" in words for words in before[0])
    hands.press("Back")
    lies_there(found)
    assert checked(hands) == before
    away = [button for button in hands.shown(QPushButton) if button.accessibleName().startswith("Take away")]
    assert len(away) <= MOST
    assert cut_off(hands.view) == []
    if away:
        hands.press("Take it away")
        assert len(hands.on(HelpScreen).state.local) == len(away) - 1
