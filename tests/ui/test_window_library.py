"""All exercises by keys alone: groups that unfold, one line each, a star for what somebody likes, the filter in reach."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.robots.window import CTRL, Hands
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.home import HomeScreen
from workbook.screens.journeys import JourneysScreen
from workbook.screens.library import LibraryScreen
from workbook.ui.parts.chip import Chip
from workbook.ui.parts.favourite import Kept, Star
from workbook.ui.parts.group import GroupLine
from workbook.ui.parts.head import Head
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.writing import Writing

STEADY = "Steady ground, at any hour"
ENTER, SPACE, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up


@pytest.fixture
def library(hands: Hands) -> Hands:
    """At the list, for two."""
    return hands.set_up("Zoë", "Łukasz").first_turn("first lamp").press("All exercises")


def titles(hands: Hands) -> list[str]:
    """The exercises whose lines show."""
    return [kept.line.accessibleName() for kept in hands.shown(Kept)]


def to_group(hands: Hands, title: str) -> Hands:
    return hands.tab_to(lambda at: isinstance(at, GroupLine) and at.accessibleName() == title, title)


def to_line(hands: Hands, title: str) -> Hands:
    return hands.tab_to(lambda at: isinstance(at, Leading) and at.accessibleName() == title, title)


def to_chip(hands: Hands, words: str) -> Hands:
    return hands.tab_to(lambda at: isinstance(at, Chip) and at.words == words, words)


def test_the_list_opens_as_a_handful_of_groups_that_say_what_is_in_them(library: Hands) -> None:
    groups = library.shown(GroupLine)
    assert titles(library) == []
    assert 5 < len(groups) < 12
    assert groups[0].accessibleDescription().startswith("Folded. Steady ground · When a wave hits")


def test_paths_lead_through_the_list_and_back_to_it(library: Hands) -> None:
    to_line(library, "Paths").key(ENTER).on(JourneysScreen)
    library.press("Back").on(LibraryScreen)
    library.key(Qt.Key.Key_F, CTRL).write("steady")
    assert "Paths" not in [line.accessibleName() for line in library.shown(Leading)]


def test_a_group_unfolds_and_folds_by_its_heading_says_so_and_keeps_the_keyboard(
    library: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    heading = to_group(library, STEADY).key(ENTER).focus
    assert titles(library) == ["Steady ground", "When a wave hits", "Questions I carry"]
    assert heading.accessibleDescription() == "Unfolded."
    heard: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    library.key(SPACE).key(SPACE).key(SPACE)
    assert titles(library) == []
    assert library.focus is heading
    assert heard == ["Folded.", "Unfolded.", "Folded."]


def test_one_line_is_one_button_that_says_title_time_how_strong_and_who(library: Hands) -> None:
    library.write("slowly").key(Qt.Key.Key_Tab)
    line = to_line(library, "One moment, slowly").focus
    said = line.accessibleDescription()
    assert line.accessibleName() == "One moment, slowly"
    assert said.startswith("About 15 minutes, then about 10 minutes together. By yourself or for two. ")
    assert "It can stir things up." in _facts(library, "sore spots", "Sore spots")
    assert "For two." in _facts(library, "take the floor", "Take the floor")


def _facts(hands: Hands, words: str, title: str) -> str:
    hands.on(LibraryScreen).narrow(words=words)
    hands.settle()
    return next(str(kept.line.accessibleDescription()) for kept in hands.shown(Kept) if kept.line.accessibleName() == title)


def test_alone_in_a_notebook_one_hears_only_what_cannot_be_done_alone(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").press("All exercises")
    assert "By yourself" not in _facts(hands, "slowly", "One moment, slowly")
    assert "For two." in _facts(hands, "storm", "After the storm")


def test_arrow_keys_go_from_line_to_line(library: Hands) -> None:
    to_group(library, STEADY).key(ENTER).key(DOWN)
    assert library.focus.accessibleName() == "Steady ground"
    library.key(DOWN).key(DOWN).key(DOWN)
    assert library.focus.accessibleName() == "Good beginnings"
    library.key(UP)
    assert library.focus.accessibleName() == "Questions I carry"


def test_enter_opens_the_page_and_back_leads_to_the_same_line(library: Hands) -> None:
    to_group(library, STEADY).key(ENTER)
    to_line(library, "When a wave hits").key(ENTER)
    assert library.on(ExerciseScreen).state.exercise.title == "When a wave hits"
    library.press("Back").on(LibraryScreen)
    assert titles(library) == ["Steady ground", "When a wave hits", "Questions I carry"]
    assert library.focus.accessibleName() == "When a wave hits"


def test_a_star_marks_a_favourite_says_so_and_keeps_the_keyboard(library: Hands) -> None:
    to_group(library, STEADY).key(ENTER)
    star = library.tab_to(lambda at: isinstance(at, Star), "a star").focus
    assert isinstance(star, Star)
    assert (star.text(), star.accessibleDescription()) == ("Make it a favourite", "Steady ground")
    library.key(SPACE)
    assert (star.text(), star.isChecked(), library.focus is star) == ("Your favourite", True, True)
    wide = star.width()
    library.key(SPACE)
    assert (star.text(), star.isChecked(), star.width()) == ("Make it a favourite", False, wide)
    library.key(SPACE).press("Back")
    assert [summary.title for summary in library.on(HomeScreen).state.favourites] == ["Steady ground"]


def test_an_exercise_is_found_by_typing_a_word(library: Hands) -> None:
    library.write("letter")
    assert titles(library) == ["The letter I may not send"]
    to_chip(library, "Up to 5 minutes").key(SPACE)
    assert titles(library) == []
    library.key(SPACE)
    assert library.on(LibraryScreen).state.narrowed.minutes == 0
    assert titles(library) == ["The letter I may not send"]


def test_what_is_found_stands_in_the_order_of_the_list(library: Hands) -> None:
    library.write("questions").on(LibraryScreen).narrow(words="")
    to_group(library, STEADY).key(ENTER)
    assert titles(library) == ["Steady ground", "When a wave hits", "Questions I carry"]


def test_where_nothing_is_found_one_key_brings_everything_back(library: Hands) -> None:
    to_chip(library, "Gentle").key(SPACE)
    library.key(Qt.Key.Key_F, CTRL).write("zzz")
    assert "Try a shorter word" in library.said()
    library.alt("s")
    assert library.on(LibraryScreen).state.narrowed.gentle is False
    assert isinstance(library.focus, Writing)
    assert library.focus.words() == ""
    assert len(library.shown(GroupLine)) > 5


def test_without_favourites_it_says_how_one_is_made(library: Hands) -> None:
    library.on(LibraryScreen).narrow(favourites=True)
    assert "The star beside an exercise makes it one." in library.settle().said()


def test_the_filter_stays_in_sight_while_the_list_scrolls(library: Hands) -> None:
    to_group(library, "Around days with a therapist")
    (head,) = library.shown(Head)
    assert head.visibleRegion().boundingRect().height() >= head.height() - 1
    assert library.focus.visibleRegion().boundingRect() == library.focus.rect()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Hands]:
    hands = Hands(tmp_path, (900, 600)).open()
    yield hands
    hands.close()


def test_in_large_letters_the_filter_scrolls_along_and_one_key_leads_back_to_it(small: Hands) -> None:
    small.set_up("Zoë", "Łukasz").first_turn("first lamp").press("All exercises").size(2.0)
    (head,) = small.shown(Head)
    assert isinstance(_around(head), QScrollArea)
    to_group(small, "The loop you get caught in").key(Qt.Key.Key_F, CTRL)
    assert isinstance(small.focus, Writing)
    assert small.focus.visibleRegion().boundingRect() == small.focus.rect()
    small.size(1.0)
    (head,) = small.shown(Head)
    assert _around(head) is None


def _around(widget: QWidget) -> QWidget | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def test_a_screen_reader_hears_a_button_for_the_line_and_a_tick_for_its_star(library: Hands) -> None:
    library.write("letter")
    (kept,) = library.shown(Kept)
    line, star = (QAccessible.queryAccessibleInterface(widget) for widget in (kept.line, kept.star))
    assert (line.role(), line.text(QAccessible.Text.Name)) == (QAccessible.Role.Button, "The letter I may not send")
    assert line.text(QAccessible.Text.Description).startswith("About 30 minutes. It can stir things up. By yourself. ")
    assert (star.role(), star.text(QAccessible.Text.Name)) == (QAccessible.Role.CheckBox, "Make it a favourite")
    kept.star.click()
    assert star.state().checked
    assert star.text(QAccessible.Text.Name) == "Your favourite"
