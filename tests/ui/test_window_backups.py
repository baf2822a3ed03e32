"""Backups through the real window: by keys alone, and by themselves."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.robots.window import CHEAP, Hands
from workbook.screens.backups import BackupsScreen
from workbook.screens.cover import CoverScreen
from workbook.storage import manifest
from workbook.storage.notebooks import FolderNotebooks
from workbook.ui import jobs
from workbook.ui.views import backups as view


def shelf(hands: Hands) -> list[str]:
    """What lies where the backups lie."""
    place = hands.folder / "notebook" / manifest.FOLDER
    return sorted(path.name for path in place.iterdir()) if place.exists() else []


def until(there: Callable[[], bool]) -> None:
    """Wait for what happens by itself. Not by Qt's own waiting, which lets no other thread of Python work."""
    end = time.monotonic() + 10
    while not there():
        assert time.monotonic() < end
        time.sleep(0.01)


def to_the_list(hands: Hands) -> Hands:
    """From home to the page of backups."""
    hands.press("My space").press("Backups").on(BackupsScreen)
    return hands


def test_made_checked_and_put_back_by_keys(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    to_the_list(hands.set_up("Zoë").first_turn("first lamp"))
    assert "There is none yet." in hands.said()
    hands.press("Make one now")
    assert "There is a new backup, and it is whole." in hands.said()
    hands.press("Check them all now")
    assert hands.said().count("It is whole.") == 1
    monkeypatch.setattr(view, "choose_folder", lambda _parent, _title: hands.folder)
    hands.press("Put it into a new folder")
    (again,) = hands.folder.glob("notebook-*")
    assert f'couples-workbook --notebook "{again}"' in hands.said().replace("\u200b", "")  # where a long path may be broken
    notebook = FolderNotebooks(again, CHEAP).open(again)
    notebook.unlock(notebook.doors()[0].id, "first lamp")
    notebook.close()


def test_one_is_made_by_itself_once_it_is_quiet_and_only_one_a_day(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "QUIET", 0.05)
    hands.set_up("Zoë").first_turn("first lamp").press("Close my space").come_in(0, "first lamp")
    until(lambda: [name[-5:] for name in shelf(hands)] not in ([], [".part"]))
    hands.press("Close my space").come_in(0, "first lamp")
    time.sleep(0.3)
    assert [name[:5] for name in shelf(hands)] == ["0001-"]


def test_closing_keeps_the_evening_and_a_second_closing_without_a_word_adds_nothing(hands: Hands, tmp_path: Path) -> None:
    hands.set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself").onward().write("half a sen")
    hands.close()
    (name,) = shelf(hands)
    assert name == f"0001-{date.today().isoformat()}"
    place = tmp_path / "notebook" / manifest.FOLDER / name
    told = manifest.read(place)
    assert told is not None
    assert told.sound
    again = Hands(tmp_path).open()
    again.close()
    assert shelf(again) == [name]


def test_g9_the_cover_comes_at_once_while_one_is_being_made(hands: Hands) -> None:
    to_the_list(hands.set_up("Zoë").first_turn("first lamp"))
    hands.on(BackupsScreen).make()
    for _press in range(3):
        QTest.keyClick(hands.window.windowHandle(), Qt.Key.Key_Escape)
    hands.settle()
    hands.on(CoverScreen)
    assert not hands.app.flow.notebook.unlocked()
    assert not any(name.endswith(".part") for name in shelf(hands))
