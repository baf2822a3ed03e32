"""The first minutes: the way to the first useful page, in keys and seconds; and pages with nothing on them yet."""

from __future__ import annotations

import gc
import time

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from tests.robots.window import Hands
from workbook.screens.backups import BackupsScreen
from workbook.screens.home import HomeScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.papers import PapersScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.people import Swatch

A_KEY, A_WORD, MAKING_A_KEY = 0.28, 60 / 200, 1.0
"""Seconds: a key of an average typist without practice here (Card, Moran & Newell 1983, the keystroke-level model); a word read by
somebody who is tired (Brysbaert 2019 finds 183 a minute aloud and 238 in silence); making a key of a passphrase, which the tests
do cheaply."""
PASSPHRASE = "moon kettle ladder"

FIRST_USEFUL = 90.0


class Watch:
    """Counts what there is to read and to press on the way to a page, and how long the program itself takes."""

    def __init__(self, hands: Hands) -> None:
        self._hands, self._began = hands, time.process_time()  # whatever else this computer does
        self._said: list[set[str]] = []
        hands.watchers.append(self._on_page)
        self._on_page(hands)

    def _on_page(self, hands: Hands) -> None:
        shown = [label.accessibleName() or label.text() for label in hands.shown(QLabel)]
        shown += [line.placeholderText() for line in hands.shown(QLineEdit)]
        self._said.append({*shown, *(one.text() for one in hands.shown(QAbstractButton) if not isinstance(one, Swatch))})

    def words(self) -> int:
        """Every word on the way to the page in front; what stands there again, such as "Help", is read once."""
        return sum(len(words.split()) for words in set[str]().union(*self._said[:-1]))

    def seconds(self) -> float:
        """For every word, every key, and the waiting."""
        waited = time.process_time() - self._began
        return self.words() * A_WORD + self._hands.pressed * A_KEY + waited


def begun(hands: Hands, *names: str) -> Watch:
    """From the very first page to something that just happened, with a passphrase, by the keys that take least."""
    watch = Watch(hands)
    hands.alt("b").alt("t" if len(names) == 2 else "m")
    for name in names:
        hands.write(name).key(Qt.Key.Key_Return)
    for _time in range(2):
        hands.write(PASSPHRASE).key(Qt.Key.Key_Return)
    hands.alt("j")
    assert hands.on(WalkScreen).state.title == "Quick capture"
    return watch


def empty(hands: Hands) -> Hands:
    return hands.set_up("Zoë", "Łukasz").first_turn("first lamp")


def errand(hands: Hands, title: str) -> Hands:
    return hands.press("My space").press(title)


def test_a_first_useful_page_comes_within_ninety_seconds_with_every_word_read(hands: Hands) -> None:
    watch = Watch(hands)
    hands.alt("s")
    assert hands.pressed == 1
    assert hands.on(WalkScreen).state.title == "Steady ground"
    assert watch.seconds() < FIRST_USEFUL


def test_one_looks_round_within_ninety_seconds_with_every_word_read(hands: Hands) -> None:
    watch = Watch(hands)
    hands.alt("r").key(Qt.Key.Key_Space).key(Qt.Key.Key_Return)
    assert hands.on(HomeScreen).state.name == "Zoë"
    assert hands.pressed == 3
    assert watch.seconds() < FIRST_USEFUL


@pytest.mark.parametrize("names", [("Zoë",), ("Zoë", "Łukasz")])
def test_with_a_notebook_and_a_passphrase_too_and_every_word_on_the_way_is_read(hands: Hands, names: tuple[str, ...]) -> None:
    watch = begun(hands, *names)
    assert hands.pressed <= 55
    assert watch.seconds() + MAKING_A_KEY < FIRST_USEFUL, f"{watch.words()} words, {hands.pressed} keys"


def test_home_with_nothing_on_it_says_where_to_begin_and_the_way_is_there(hands: Hands) -> None:
    empty(hands)
    assert "Nothing is begun yet. Try “Good beginnings”, under All exercises." in hands.said()
    hands.press("All exercises").on(LibraryScreen)
    assert "Good beginnings" in hands.said()


def test_the_table_with_nothing_on_it_says_where_to_begin(hands: Hands) -> None:
    empty(hands).press("Pass the computer").press("I am").first_turn("second lamp").press("We are both here")
    hands.enter("first lamp").enter("second lamp").on(TableScreen)
    assert "begin something for two on your own page" in hands.said()


def test_a_search_that_finds_nothing_says_what_helps(hands: Hands) -> None:
    empty(hands).press("All exercises").write("zzz")
    assert "Try a shorter word" in hands.said()


def test_a_list_without_backups_says_how_the_first_is_made(hands: Hands) -> None:
    errand(empty(hands), "Backups").on(BackupsScreen)
    assert "“Make one now” makes the first" in hands.said()


def test_a_list_of_papers_with_nothing_on_it_says_where_they_come_from(hands: Hands) -> None:
    errand(empty(hands), "What I put on paper").on(PapersScreen)
    assert "“Read it through” on your own page leads to a paper" in hands.said()


def test_no_page_of_setting_up_leaves_anything_behind(hands: Hands) -> None:
    before = set(QApplication.topLevelWidgets())
    for _round in range(3):
        hands.alt("b").press("The two of us").press("Back").press("Back")
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(QApplication.topLevelWidgets()) <= before
