"""In two made-up languages, one of them from the right: every page speaks it, nothing is cut off, and the layout is mirrored."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from tests.pseudo import FROM_THE_LEFT, FROM_THE_RIGHT, pseudo, write_catalogue
from tests.robots.window import Hands, cut_off
from workbook import app, language
from workbook.screens.home import HomeScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.setup import SetupScreen
from workbook.screens.unlock import FirstTurnScreen
from workbook.screens.welcome import WelcomeScreen
from workbook.ui.parts.buttons import Button

NOT_OURS = ("LibraryScreen", "ExerciseScreen", "PacksScreen", "JourneysScreen", "HelpScreen", "PauseScreen", "SettingsScreen")
"""Pages on which words from packs, paths or the list of help lines stand, which have a language of their own."""


@pytest.fixture(params=[FROM_THE_LEFT, FROM_THE_RIGHT])
def abroad(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """The window in a made-up language."""
    write_catalogue(tmp_path / "locale", request.param)
    monkeypatch.setenv("LANGUAGE", request.param)
    monkeypatch.setattr(app, "speak", lambda _folder, _picked: language.speak(tmp_path / "locale"))
    before = gettext.textdomain()
    hands = Hands(tmp_path, (900, 600)).open()
    yield hands
    hands.close()
    gettext.textdomain(before)
    hands.app.qt.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class Reader:
    """Looks at each page in two sizes."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.faults: list[str] = []
        self.seen: list[str] = []

    def read(self) -> None:
        hands = self._hands.settle()
        name = type(hands.screen).__name__
        self.seen.append(name)
        if name not in NOT_OURS:
            self.faults += [f"{name}: {words!r} is English" for words in self._plain()]
        for scale in (1.0, 2.0):
            hands.size(scale)
            self.faults += [f"{name} at {scale:.0%}: {fault}" for fault in cut_off(hands.view)]
        hands.size(1.0)

    def _plain(self) -> list[str]:
        shown = [
            (each.accessibleName() or each.text()) for kind in (QLabel, QPushButton, QCheckBox) for each in self._hands.shown(kind)
        ]
        return [words for words in shown if re.search(r"[A-Za-z]{2}", words) and "[" not in words and words != "Mira"]


def test_every_page_speaks_another_language_and_nothing_is_cut_off(abroad: Hands) -> None:
    reader, flow = Reader(abroad), abroad.app.flow
    reader.read()
    abroad.on(WelcomeScreen).go_on()
    reader.read()
    abroad.on(SetupScreen).choose(1)
    abroad.on(SetupScreen).name(0, "Mira")
    reader.read()
    abroad.on(SetupScreen).done()
    abroad.settle()
    reader.read()
    abroad.on(FirstTurnScreen).without(False)
    abroad.settle()
    reader.read()
    home = abroad.on(HomeScreen)
    home.ways.library()
    reader.read()
    abroad.on(LibraryScreen).exercise("one-moment-slowly")
    reader.read()
    home.ways.my_space()
    reader.read()
    for errand in abroad.on(MySpaceScreen).state.errands:
        errand.go()
        reader.read()
    for anywhere in (flow.help, flow.pause, flow.shortcuts, flow.door):
        anywhere()
        reader.read()
    assert len(set(reader.seen)) > 12
    assert not reader.faults, "\n".join(dict.fromkeys(reader.faults))


def test_from_the_right_the_page_is_mirrored(abroad: Hands) -> None:
    right = abroad.app.qt.layoutDirection() == Qt.LayoutDirection.RightToLeft
    at = {button.text(): button.mapTo(abroad.window, button.rect().center()).x() for button in abroad.shown(Button)}
    assert (at[pseudo("&Pause")] > at[pseudo("&Help")]) == right
    assert (at[pseudo("&Begin")] > at[pseudo("&Steady ground")]) == right
