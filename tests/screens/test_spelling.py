"""Spelling on one's own pages: what is looked up, what never is, and words that are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.robots.desk import Desk
from workbook.screens.home import HomeScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.row import Row
from workbook.screens.settings import SettingsScreen
from workbook.screens.spelling import KEPT, Spelling, words_in

ENGLISH = frozenset({"the", "dishes", "were", "small", "I", "felt", "and", "quiet", "door", "née", "don't"})


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Ana, at home, at a computer with a dictionary."""
    desk = Desk(tmp_path).set_up("Ana", "Ben Ochoa").first_turn().come_in(1).come_in(0)
    desk.speller.words = ENGLISH
    return desk


def spelling(desk: Desk) -> Spelling:
    return Spelling(desk.person(0), desk.notebook, desk.flow.outside)


def strange(spelling: Spelling, text: str) -> list[str]:
    found: list[frozenset[str]] = []
    spelling.look(text, found.append)
    return sorted(found[0])


def row(desk: Desk) -> Row:
    desk.on(HomeScreen).ways.my_space()
    next(one for one in desk.on(MySpaceScreen).state.errands if one.title == "How it behaves for me").go()
    return again(desk)


def again(desk: Desk) -> Row:
    return next(row for row in desk.on(SettingsScreen).state.rows if row.key == "spelling")


def test_words_that_are_not_in_the_dictionary_are_found(desk: Desk) -> None:
    assert strange(spelling(desk), "I felt smal and quiet\nthe dor") == ["dor", "smal"]


@pytest.mark.parametrize(
    "text",
    ["NASA", "I", "7th", "b2b", "room101", "mail@example.org", "www.example.org", "https://example.org/dor", "snake_case", "x"],
)
def test_capitals_numbers_and_addresses_are_not_looked_up(text: str) -> None:
    assert list(words_in(text)) == []


def test_names_are_not_looked_up_whoever_owns_what(desk: Desk) -> None:
    own = spelling(desk)
    assert strange(own, "Ben’s Ochoa ben BEN Ana's Benn") == ["Benn"]
    assert not {"Ben's", "Ochoa", "ben"} & set(desk.speller.asked)


def test_an_apostrophe_and_a_letter_made_of_two_are_asked_as_dictionaries_write_them(desk: Desk) -> None:
    assert strange(spelling(desk), "I don’t ne\u0301e the") == []


def test_a_text_in_another_language_is_left_alone(desk: Desk) -> None:
    own = spelling(desk)
    assert strange(own, "Ich war ganz leise") == []
    assert strange(own, "I felt ganz small and leise") == ["ganz", "leise"]


def test_a_word_of_endless_length_is_never_asked(desk: Desk) -> None:
    strange(spelling(desk), "a" * 500 + " the")
    assert desk.speller.asked == ["the"]


def test_g13_kept_words_lie_in_ones_own_space_alone_and_can_be_let_go(desk: Desk) -> None:
    own = spelling(desk)
    assert strange(own, "the Zoloft") == ["Zoloft"]
    own.keep("Zoloft", lambda: None)
    assert strange(own, "the Zoloft zoloft") == []
    spaces = desk.notebook.spaces
    assert KEPT in spaces[desk.person(0)].settings()
    assert KEPT not in spaces[desk.person(1)].settings()
    own.rest()
    assert not own.keeps("Zoloft"), "once the page is left, nothing of it is in memory"
    assert strange(own, "the Zoloft") == []
    own.let_go("Zoloft", lambda: None)
    assert strange(own, "the Zoloft") == ["Zoloft"]


def test_it_is_off_where_somebody_switched_it_off_and_nothing_is_asked(desk: Desk) -> None:
    row(desk)
    desk.on(SettingsScreen).pick("spelling", "off")
    assert strange(spelling(desk), "the dor") == []
    assert desk.speller.asked == []


def test_without_a_dictionary_nothing_is_marked_and_the_settings_say_so(desk: Desk) -> None:
    desk.speller.words = None
    assert strange(spelling(desk), "the dor") == []
    assert row(desk).options == (("off", "Off"),)
    assert "No dictionary was found" in again(desk).line


def test_the_dictionaries_there_are_can_be_picked(desk: Desk) -> None:
    assert [value for value, _name in row(desk).options] == ["off", "de_CH", "en_GB"]
    assert again(desk).picked == "en_GB", "the language of the program, until somebody picks another"
    desk.on(SettingsScreen).pick("spelling", "de_CH")
    assert again(desk).picked == "de_CH"
    strange(spelling(desk), "the dor")
    assert desk.speller.opened == "de_CH"


def test_no_other_setting_waits_for_the_dictionaries(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    found, waiting = desk.speller.found, list[Callable[[Mapping[str, str]], None]]()
    monkeypatch.setattr(desk.speller, "found", waiting.append)
    assert "Looking for" in row(desk).line
    assert len(desk.on(SettingsScreen).state.rows) > 5
    desk.on(SettingsScreen).pick("late-note", "off")
    found(waiting[0])
    assert [value for value, _name in again(desk).options] == ["off", "de_CH", "en_GB"]
    assert next(one for one in desk.on(SettingsScreen).state.rows if one.key == "late-note").picked == "off"


def test_one_that_cannot_be_used_is_said_in_the_settings_and_disturbs_nobody(desk: Desk) -> None:
    desk.speller.usable = False
    assert strange(spelling(desk), "the dor") == []
    assert "could be used" in row(desk).line


def test_the_settings_let_go_of_the_dictionary_when_they_are_left(desk: Desk) -> None:
    row(desk)
    assert desk.speller.opened == "en_GB"
    desk.on(SettingsScreen).detach()
    assert desk.speller.opened == ""
