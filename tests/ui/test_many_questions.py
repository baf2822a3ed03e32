"""A page of forty questions (P11): how often Qt asks Python for something, which no load on the machine changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.benchmarks.pages import ours
from workbook.ui.theme import Theme

MOST = 10_000
"""It is about 8,700; it was 15,900 when every editor watched the keyboard and every measure was taken anew."""


def calls(act: Callable[[], None]) -> int:
    """How many functions of Python run meanwhile."""
    counted = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(None)
    return counted


def test_a_page_of_forty_questions_is_made_laid_out_and_painted_with_few_calls(theme: Theme, qtbot: QtBot) -> None:
    def show() -> None:
        page = ours()
        qtbot.addWidget(page)
        page.resize(1080, 760)
        page.show()
        QApplication.processEvents()

    show()  # what is made once for all pages does not count
    assert calls(show) < MOST
