"""The first minutes: the way to the first useful page, in keys and seconds; and pages with nothing on them yet."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt

from tests.robots.window import Hands
from workbook.screens.backups import BackupsScreen
from workbook.screens.home import HomeScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.papers import PapersScreen
from workbook.screens.table import TableScreen
from workbook.screens.walk import WalkScreen

A_KEY, A_THOUGHT, A_WORD = 0.28, 1.35, 60 / 238
"""Seconds: a key of an average typist without practice here, and making up one's mind on a new page (Card, Moran & Newell 1983, the
keystroke-level model); a word read in silence (Brysbaert 2019)."""

FIRST_USEFUL = 90.0


class Watch:
    """Counts what there is to read, to decide and to press on the way, and how long the program itself takes."""

    def __init__(self, hands: Hands) -> None:
        self._hands, self._began, self._words = hands, time.monotonic(), 0
        self._pages: list[str] = []
        hands.watchers.append(self._on_page)
        self._on_page(hands)

    def _on_page(self, hands: Hands) -> None:
        if not self._pages or self._pages[-1] != type(hands.screen).__name__:
            self._pages.append(type(hands.screen).__name__)
            self._words += len(hands.said().split())

    def doing(self) -> float:
        """Seconds for every key, every page to decide on, and the waiting."""
        waited = time.monotonic() - self._began
        return self._hands.pressed * A_KEY + len(self._pages) * A_THOUGHT + waited

    def reading(self) -> float:
        """Seconds for every single word on the way, once."""
        return self._words * A_WORD


def empty(hands: Hands) -> Hands:
    return hands.set_up("Zoë", "Łukasz").first_turn("first lamp")


def errand(hands: Hands, title: str) -> Hands:
    return hands.press("My space").press(title)


def test_a_first_useful_page_comes_within_ninety_seconds_with_every_word_read(hands: Hands) -> None:
    watch = Watch(hands)
    hands.alt("s")
    assert hands.pressed == 1
    assert hands.on(WalkScreen).state.title == "Steady ground"
    assert watch.reading() + watch.doing() < FIRST_USEFUL


def test_one_looks_round_within_ninety_seconds_with_every_word_read(hands: Hands) -> None:
    watch = Watch(hands)
    hands.alt("r").key(Qt.Key.Key_Space).key(Qt.Key.Key_Return)
    assert hands.on(HomeScreen).state.name == "Zoë"
    assert hands.pressed == 3
    assert watch.reading() + watch.doing() < FIRST_USEFUL + A_WORD * len(hands.said().split())  # up to that page, not through it


def test_with_a_notebook_of_ones_own_and_a_passphrase_it_is_half_a_minute_of_doing(hands: Hands) -> None:
    """Reading what this is, whom it is not for and what a passphrase means takes longer; no word of it may go (G1, G2, G17)."""
    watch = Watch(hands)
    hands.set_up("Zoë").first_turn("three lamps and half a moon").alt("j")
    assert hands.on(WalkScreen).state.title == "Quick capture"
    assert hands.pressed <= 80
    assert watch.doing() < 45
    assert watch.reading() + watch.doing() < 2 * FIRST_USEFUL


def test_home_with_nothing_on_it_says_where_to_begin_and_the_way_is_there(hands: Hands) -> None:
    empty(hands)
    assert "Nothing is begun yet" in hands.said()
    hands.press("All exercises").on(LibraryScreen)


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
