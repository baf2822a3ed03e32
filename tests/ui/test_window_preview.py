"""The preview in its real window: a page as it will be, and the next one as soon as the file is saved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.content.good import GOOD
from workbook.cli import main
from workbook.commands.preview import Seen
from workbook.ui.views.mend import MendView
from workbook.ui.views.walk import WalkView
from workbook.ui.window import Window


def words(window: Window) -> str:
    """Everything the page says."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "the-kettle.yaml"
    path.write_text(GOOD, "utf-8")
    return path


def test_a_page_is_shown_and_shown_again_when_the_file_is_saved(qtbot: QtBot, path: Path) -> None:
    window = Window()
    seen = Seen(window, path)
    window.show()
    try:
        qtbot.waitUntil(lambda: isinstance(window.view, WalkView))
        assert "Look round the room, Robin." in words(window)
        path.write_text(GOOD.replace("Look round the room", "Look out of the window"), "utf-8")
        qtbot.waitUntil(lambda: "Look out of the window, Robin." in words(window))
        path.write_text("parts: [", "utf-8")
        qtbot.waitUntil(lambda: "the-kettle.yaml:1:" in words(window))
        assert isinstance(window.view, MendView)
        beside = path.with_suffix(".tmp")
        beside.write_text(GOOD, "utf-8")
        os.replace(beside, path)
        qtbot.waitUntil(lambda: "Look round the room, Robin." in words(window))
    finally:
        window.close()
        qtbot.waitUntil(lambda: not window.isVisible())
    assert seen.clock.waiting == 0
    assert [*path.parent.iterdir()] == [path]


def test_a_file_that_is_not_there_is_said_without_a_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", str(tmp_path / "none.yaml")]) == 1
    assert "There is no such file" in capsys.readouterr().err
