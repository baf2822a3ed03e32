"""Looking round first with invented people: marked on every page, left with one press, and nothing of it stays (G4, G10)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.privacy.search import everything, traces
from tests.robots.window import Hands
from workbook.paths import usual_notebook
from workbook.screens.cover import CoverScreen
from workbook.screens.door import DoorScreen
from workbook.screens.home import HomeScreen
from workbook.screens.review import ReviewScreen
from workbook.screens.walk import WalkScreen
from workbook.screens.welcome import WelcomeScreen

CANARY = "kanárek"
MARK = "Invented people"
ROOT = Path(__file__).parents[2]
LEFT_OPEN = """
import sys
from pathlib import Path
from tests.robots.window import Hands
hands = Hands(Path(sys.argv[1])).open().press("Look round").come_in(0).begin("Quick capture", "By myself")
hands.write(sys.argv[2]).press("Enough for today")
print(hands.app.flow.notebook.folder, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where passing files go."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


def look_round(hands: Hands) -> Hands:
    return hands.press("Look round")


def say(hands: Hands, words: str) -> Hands:
    """Come in as one of them, and write something."""
    return hands.come_in(0).begin("Quick capture", "By myself").write(words)


def test_it_opens_within_three_seconds_at_a_door_that_asks_for_no_passphrase(hands: Hands) -> None:
    began = time.monotonic()
    look_round(hands)
    assert time.monotonic() - began < 3
    assert [door.name for door in hands.on(DoorScreen).state.doors] == ["Zoë", "Łukasz"]
    assert not any(door.protected for door in hands.on(DoorScreen).state.doors)
    look = hands.come_in(1).on(HomeScreen).state
    titles = [one.title for one in look.finished]
    assert titles[0] == "One moment, slowly"
    assert {*titles} == {titles[0], "Quick capture", "Draw our loop", "After the storm"}, "the newest ones"
    hands.press("Read it through")
    assert "towel" in hands.said()
    assert len(hands.on(ReviewScreen).state.blocks) > 5


def test_what_they_caught_and_their_weeks_are_there_for_whoever_looks_back(passing: Path, hands: Hands) -> None:
    look_round(hands).come_in(0).press("Look back").press("The weekly lines")
    assert [words for words in ("Feeling close", "4 · 6 · 7", "3 · 5 · 6", MARK) if words not in hands.said()] == []
    (title,) = [label for label in hands.shown(QLabel) if label.text() == "The weekly lines"]
    assert title.mapTo(hands.window, title.rect().topLeft()).y() > 0, "they are read first"
    hands.press("Back").press("What sets me off")
    assert [words for words in ("Half past seven", "asked again and again", MARK) if words not in hands.said()] == []


def test_they_lie_in_memory_where_there_is_such_a_place(passing: Path, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = passing / "memory"
    memory.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(memory))
    look_round(hands)
    assert [each for each in passing.iterdir() if each != memory] == []
    assert len([*memory.iterdir()]) == 1


def test_every_page_says_that_they_are_invented_and_has_the_way_out(passing: Path, hands: Hands) -> None:
    without: list[str] = []

    def watch(hands: Hands) -> None:
        if MARK not in hands.said() or "Leave the sample" not in hands.said():
            without.append(type(hands.screen).__name__)

    look_round(hands).watchers.append(watch)
    say(hands, CANARY).key(Qt.Key.Key_F1).press("Back").key(Qt.Key.Key_F2).press("Back").press("Enough for today")
    hands.press("My page").press("My space").press("Back").press("All exercises").press("Back")
    hands.press("Close my space").both_in().press("Read it through").press("Back").press("Close the notebook")
    assert len(hands.seen) > 9
    assert without == []


def test_g9_the_cover_says_nothing_of_it(passing: Path, hands: Hands) -> None:
    say(look_round(hands), CANARY)
    hands.window.cover()
    assert isinstance(hands.settle().screen, CoverScreen)
    assert MARK not in hands.said()
    hands.press("Continue")
    assert MARK in hands.said()


def test_no_page_of_ones_own_notebook_is_marked(passing: Path, hands: Hands) -> None:
    look_round(hands).press("Leave the sample")
    hands.set_up("Ada").first_turn()
    assert MARK not in hands.said()


def test_g4_leaving_takes_one_press_from_any_page_and_everything_goes(passing: Path, hands: Hands) -> None:
    home = Path(os.environ["HOME"])
    before = everything(home)
    say(look_round(hands), CANARY)
    assert everything(passing)
    assert traces(CANARY, passing, hands.folder, home) == []
    hands.press("Leave the sample").on(WelcomeScreen)
    assert list(passing.iterdir()) == []
    assert not usual_notebook().exists()
    assert everything(home) == before
    look_round(hands).come_in(0)
    assert [one.title for one in hands.on(HomeScreen).state.going_on] == []


def test_g4_closing_the_window_there_leaves_nothing_either(passing: Path, hands: Hands) -> None:
    say(look_round(hands), CANARY)
    hands.close()
    assert list(passing.iterdir()) == []


def test_a_second_look_begins_anew(passing: Path, hands: Hands) -> None:
    say(look_round(hands), CANARY).press("Leave the sample")
    say(look_round(hands), "")
    assert all(group.answer is None for group in hands.on(WalkScreen).state.page.groups)


def test_g15_what_a_kill_leaves_can_be_read_by_nobody(tmp_path: Path) -> None:
    passing, home = tmp_path / "passing", tmp_path / "home"
    passing.mkdir()
    home.mkdir()
    typist = subprocess.Popen(
        [sys.executable, "-c", LEFT_OPEN, str(home), CANARY],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(passing), "XDG_RUNTIME_DIR": str(passing), "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert typist.stdin is not None
    assert typist.stdout is not None
    assert typist.stdout.readline().startswith(str(passing))
    typist.kill()
    typist.wait()
    typist.stdin.close()
    typist.stdout.close()
    assert everything(passing)
    assert traces(CANARY, passing, home) == []
    (keys,) = (content for path, content in everything(passing).items() if path.name == "keys.json")
    assert b'"open"' not in keys
