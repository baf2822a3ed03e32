"""What is left on the machine afterwards: G4, G10, G15."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.privacy.search import everything, traces
from tests.robots.typist import ALPHABET
from tests.robots.window import Hands, evening
from workbook.paths import usual_notebook
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.leading import Leading

ROOT = Path(__file__).parents[2]
CANARY = "kanárek"


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    """Where a program may leave something: the notebook's folder, the home, and where passing files go."""
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setenv("TMPDIR", str(passing))
    home = Path(os.environ["HOME"])
    (home / "book").mkdir()
    return home / "book", home, passing


def test_the_search_finds_words_in_every_coding(tmp_path: Path) -> None:
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        (tmp_path / coding).write_bytes(b"\0\1\2" + CANARY.encode(coding) + b"\3")
    (tmp_path / "none").write_bytes(b"canary")
    assert traces(CANARY, tmp_path) == ["utf-16-be", "utf-16-le", "utf-8"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no cores")
@pytest.mark.parametrize("arguments", [[], ["check-pack", "none"]], ids=["window", "command"])
def test_g15_a_crash_leaves_no_core(arguments: list[str]) -> None:
    asks = (
        "import resource, workbook.app; from workbook.cli import main; limit = lambda: resource.getrlimit(resource.RLIMIT_CORE)\n"
        f"workbook.app.run = lambda window, _notebook: window.close()\nmain({arguments})\nprint(limit())"
    )
    ran = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "(0, 0)"


@pytest.mark.parametrize("begun", [False, True])
def test_g4_steady_ground_from_the_door_keeps_nothing(places: tuple[Path, ...], begun: bool) -> None:
    hands = Hands(places[0]).open()
    if begun:
        hands.set_up("Zoë", "Łukasz").first_turn("first lamp").press("Close")
    before = everything(*places)
    hands.press("Steady ground")
    said = hands.walk(CANARY)
    assert len(said) > 5
    assert everything(*places) == before
    hands.close()
    assert traces(CANARY, *places) == []


def test_g4_the_page_says_that_nothing_is_kept(hands: Hands) -> None:
    hands.press("Steady ground")
    while not hands.on(WalkScreen).state.page.groups:
        hands.onward()
    hands.fill()
    assert hands.on(WalkScreen).state.status == "Not kept anywhere"


def test_g4_what_was_answered_there_is_gone_when_somebody_comes_again(hands: Hands) -> None:
    hands.press("Steady ground")
    hands.walk(CANARY)
    hands.press("Steady ground")
    while isinstance(hands.screen, WalkScreen):
        assert all(group.answer is None for group in hands.screen.state.page.groups)
        assert CANARY not in hands.said()
        hands.onward()


def test_g4_the_questions_before_the_first_exercise_for_two_leave_nothing(hands: Hands) -> None:
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp")
    hands.press("All exercises").write("Draw our loop")
    hands.tab_to(lambda at: isinstance(at, Leading) and at.text() == "Draw our loop", "Draw our loop").key(Qt.Key.Key_Space)
    hands.press("With Łukasz").press("Have a look")
    while isinstance(hands.screen, WalkScreen):
        assert hands.screen.state.page.groups == (), "nothing can be clicked or typed"
        hands.onward()
    hands.press("Something by myself")
    notebook = hands.app.flow.notebook
    (me,) = notebook.unlocked()
    assert notebook.space(me).entries() == ()
    assert notebook.shared().sittings() == ()


def test_g10_the_title_the_file_and_the_folder_say_nothing_of_what_this_is(hands: Hands) -> None:
    titles: set[str] = set()
    hands.watchers.append(lambda hands: titles.add(hands.window.windowTitle() + hands.window.windowFilePath()))
    evening(hands, "Draw our loop", fill=False)
    assert titles == {"Workbook"}
    hands.press("Close the notebook").come_in(0, "first lamp").press("Read it through")
    named = [*everything(hands.folder), usual_notebook(), Path(hands.app.qt.applicationName())]
    assert not [path.name for path in named if any(word in path.name.lower() for word in ("couple", "therap", "love", "partner"))]
    assert Path(os.environ["HOME"]) in usual_notebook().parents


def test_g10_an_evening_opens_no_socket_and_leaves_nothing_in_the_home(hands: Hands) -> None:
    opened: list[str] = []
    listening = True

    def listen(event: str, _arguments: object) -> None:
        if listening and event.startswith("socket."):
            opened.append(event)

    sys.addaudithook(listen)
    evening(hands, "One moment, slowly", words=CANARY)
    hands.close()
    listening = False
    assert opened == []
    # Fonts may be counted anew by the system's own library; nothing else is there, neither settings nor recent files.
    left = [path for path in everything(Path(os.environ["HOME"])) if "fontconfig" not in path.parts]
    assert left == []


def test_g15_a_whole_evening_leaves_no_word_on_the_disk(places: tuple[Path, ...]) -> None:
    process = subprocess.run(
        [sys.executable, "-m", "tests.robots.typist", str(places[0]), "evening", CANARY],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    assert CANARY not in process.stdout + process.stderr
    assert len(everything(places[0])) >= 5
    assert traces(CANARY, *places) == []


def test_g15_a_kill_in_mid_typing_leaves_no_word_on_the_disk(places: tuple[Path, ...]) -> None:
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.robots.typist", str(places[0])],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert typist.stdout is not None
    typist.stdout.readline()
    began, saved = time.monotonic(), 0
    while saved == 0 or time.monotonic() - began < 1:
        what, count = typist.stdout.readline().split()
        saved = int(count) if what == "saved" else saved
    typist.kill()
    typist.stdout.close()
    typist.wait()
    assert saved > len("the quick")
    for words in (ALPHABET[: len("the quick")], "Zoë"):
        assert traces(words, *places) == []
