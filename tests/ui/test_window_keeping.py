"""Nothing that was written is lost: by closing, by a kill, by help or a pause in between, by another size of text."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.robots.typist import ALPHABET
from tests.robots.window import CHEAP, CTRL, Hands, evening
from workbook.screens.help import HelpScreen
from workbook.screens.pause import PauseScreen
from workbook.screens.soon import LONGEST_UNSAVED
from workbook.screens.walk import WalkScreen
from workbook.storage.notebooks import FolderNotebooks
from workbook.ui.parts.writing import Writing

ROOT = Path(__file__).parents[2]


def kept(folder: Path, passphrase: str = "first lamp") -> dict[str, object]:
    """What lies in the only person's vault for their only sitting."""
    notebook = FolderNotebooks(folder / "notebook", CHEAP).open(folder / "notebook")
    (door,) = notebook.doors()
    notebook.unlock(door.id, passphrase)
    space = notebook.space(door.id)
    (entry,) = space.entries()
    answers: dict[str, object] = dict(space.answers(entry.sitting.id))
    notebook.close()
    return answers


def writing(hands: Hands) -> Hands:
    """Somebody alone, at the first page with room for words."""
    return hands.set_up("Zoë").first_turn("first lamp").begin("One moment, slowly", "By myself").onward()


def test_closing_the_window_in_mid_typing_loses_nothing(hands: Hands) -> None:
    writing(hands).write("half a sen")
    assert hands.on(WalkScreen).state.status != "Saved"
    hands.close()
    assert kept(hands.folder) == {"cue": {"words": "half a sen"}}


@pytest.mark.parametrize("seconds", [2.6, 3.3])
def test_a_kill_in_mid_typing_loses_two_seconds_at_the_most(tmp_path: Path, seconds: float) -> None:
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.robots.typist", str(tmp_path)],
        cwd=ROOT,
        env=dict(os.environ),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert typist.stdout is not None
    assert typist.stdout.readline() == "typing cue\n"
    told: list[tuple[float, str, int]] = []
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        what, count = typist.stdout.readline().split()
        told.append((time.monotonic(), what, int(count)))
    typist.kill()
    killed = time.monotonic()
    typist.stdout.close()
    typist.wait()
    shown_as_saved = max((count for _at, what, count in told if what == "saved"), default=0)
    old_enough = max((count for at, _what, count in told if at < killed - LONGEST_UNSAVED - 0.5), default=0)
    assert shown_as_saved > 0
    hands = Hands(tmp_path).open()
    try:
        hands.come_in(0, "first lamp").press("Go on")
        assert hands.on(WalkScreen).state.page.step.id == "cue"
        (line,) = hands.shown(Writing)
        words = line.words()
    finally:
        hands.close()
    assert words == "".join(islice(cycle(ALPHABET), len(words)))
    assert len(words) >= max(shown_as_saved, old_enough)


def test_enough_for_today_comes_back_to_the_same_step_and_the_same_words(hands: Hands) -> None:
    writing(hands).write("the stairs").onward().alt("e")
    hands.press("Close the notebook").come_in(0, "first lamp").press("Go on")
    assert hands.on(WalkScreen).state.page.step.id == "body"
    hands.alt("b")
    (line,) = hands.shown(Writing)
    assert line.words() == "the stairs"


class Detour:
    """From each page to help and to the pause, and back to the same page with the same words."""

    def __init__(self) -> None:
        self.kinds: set[str] = set()
        self._busy = False

    def take(self, hands: Hands) -> None:
        if self._busy or isinstance(hands.screen, (HelpScreen, PauseScreen)):
            return
        kind = type(hands.screen).__name__
        if isinstance(hands.screen, WalkScreen):
            kind = type(hands.screen.state.page.step).__name__
        if kind in self.kinds:
            return
        self.kinds.add(kind)
        self._busy, screen, said = True, hands.screen, hands.said()
        for key, other in ((Qt.Key.Key_F1, HelpScreen), (Qt.Key.Key_F2, PauseScreen)):
            hands.key(key)
            assert isinstance(hands.screen, other), f"{other.__name__} does not open from {hands.seen[-1]}"
            hands.alt("b")
            assert hands.screen is screen
            assert hands.said() == said, f"{hands.seen[-1]} came back changed"
        self._busy = False


def test_help_and_pause_open_from_every_kind_of_page_and_lead_back(hands: Hands) -> None:
    detour = Detour()
    hands.watchers.append(detour.take)
    evening(hands, "Draw our loop")
    assert len(detour.kinds) > 18


def test_help_pause_and_text_size_keep_half_a_word_and_the_place_to_go_on_typing(hands: Hands) -> None:
    writing(hands).write("half a s")
    for there, back in ((Qt.Key.Key_F1, "b"), (Qt.Key.Key_F2, "b")):
        hands.key(there).alt(back)
    for _press in range(8):
        hands.key(Qt.Key.Key_Equal, CTRL)
    assert hands.app.theme.scale > 2
    (line,) = hands.shown(Writing)
    assert line.words() == "half a s"
    assert line.hasFocus()
    hands.key(Qt.Key.Key_End).write("entence").key(Qt.Key.Key_0, CTRL)
    assert hands.app.theme.scale == 1
    hands.close()
    assert kept(hands.folder) == {"cue": {"words": "half a sentence"}}


def test_the_caret_stands_behind_the_words_after_the_text_grew(hands: Hands) -> None:
    writing(hands).write("one").key(Qt.Key.Key_Equal, CTRL).write(" two")
    (line,) = hands.shown(Writing)
    assert line.words() == "one two"


def test_a_choice_and_a_number_stay_when_the_text_grows(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn(None).begin("One moment, slowly", "By myself")
    said = hands.fill()
    hands.key(Qt.Key.Key_Equal, CTRL)
    assert [hands.on(WalkScreen).state.page.groups[0].answer] == list(said.values())


def test_a_name_typed_at_the_set_up_stays_when_the_text_grows(hands: Hands) -> None:
    hands.alt("b").press("Just me").write("Zoë").key(Qt.Key.Key_Equal, CTRL)
    assert "Zoë" in [line.text() for line in hands.shown(type(hands.focus))]
