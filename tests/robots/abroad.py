"""Somebody in a made-up language: the window speaks it, and each page is looked at for what was never translated or is cut off."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from tests.pseudo import write_catalogue
from tests.robots.window import Hands, cut_off
from workbook import app, language
from workbook.content.library import Library
from workbook.paths import resources
from workbook.screens.finding import plain

NAMES = ("Mira", "Sam")
TYPED = ("a little", "tonight", "we sit", "Ärger – łzy")
NOT_OURS = ("LibraryScreen", "ExerciseScreen", "PacksScreen", "JourneysScreen", "HelpScreen", "PauseScreen", "SettingsScreen")
"""Pages on which words from packs, paths or the list of help lines stand, which have a language of their own."""


class HandsAbroad(Hands):
    """Knows our words there."""

    def reads(self, text: str, words: str) -> bool:
        return plain(text.replace("&", "")).lstrip("\u200f").startswith(plain(f"[{words}"))


@contextmanager
def abroad(folder: Path, to: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[HandsAbroad]:
    """The window in a made-up language."""
    write_catalogue(folder / "locale", to)
    monkeypatch.setenv("LANGUAGE", to)
    monkeypatch.setattr(app, "speak", lambda _folder, _picked: language.speak(folder / "locale"))
    before = gettext.textdomain()
    hands = HandsAbroad(folder, (900, 600))
    hands.open()
    yield hands
    hands.close()
    gettext.textdomain(before)
    hands.app.qt.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class Reader:
    """Looks at each page in two sizes; what an exercise says, in the language of its pack, is known."""

    def __init__(self, hands: Hands, *exercises: str) -> None:
        self._hands = hands
        library = Library(resources() / "packs")
        said = [*library.summaries(), *(library.exercise(name) for name in exercises)]
        self._known = {"", *TYPED, *(line for one in said for text in _texts(msgspec.to_builtins(one)) for line in _lines(text))}
        self.faults: list[str] = []
        self.seen: list[str] = []

    def read(self, hands: Hands | None = None) -> None:
        """Look at the page in front."""
        hands = hands or self._hands.settle()
        watchers, hands.watchers = hands.watchers, []  # in another size it is no other page
        name = type(hands.screen).__name__
        self.seen.append(name)
        if name not in NOT_OURS:
            self.faults += [f"{name}: {words!r} is English" for words in self._plain()]
        for scale in (2.0, 1.0):
            hands.size(scale)
            self.faults += [f"{name} at {scale:.0%}: {fault}" for fault in cut_off(hands.view)]
        hands.watchers = watchers

    def told(self) -> str:
        """All faults, each once."""
        return "\n".join(dict.fromkeys(self.faults))

    def _plain(self) -> list[str]:
        shown = [
            (each.accessibleName() or each.text()) for kind in (QLabel, QPushButton, QCheckBox) for each in self._hands.shown(kind)
        ]
        plain = (words for words in shown if "[" not in words and re.search("[A-Za-z]{2}", words))
        return [words for words in plain if not self._known.issuperset(_lines(words))]


def _lines(text: str) -> Iterator[str]:
    """The lines of a text without names, marks and what sets words apart on a page."""
    for name in ("{partner}", "{me}", "your partner", *NAMES):
        text = text.replace(name, "")
    for line in re.split(r"\n|</?p>|<br ?/?>", text):
        yield " ".join(unescape(re.sub("<[^>]*>|[*]", "", line)).removeprefix("- ").removeprefix("– ").split())


def _texts(value: object) -> Iterator[str]:
    """Every text in an exercise."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
