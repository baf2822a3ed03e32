"""Leaving with one's own, being deleted, and somebody who joins: by keys alone, in the real window with real storage."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.robots.window import CHEAP, Hands
from workbook.screens.bringing import BringScreen
from workbook.screens.door import DoorScreen
from workbook.screens.home import HomeScreen
from workbook.screens.parting import RemoveScreen, SplitScreen
from workbook.screens.walk import WalkScreen
from workbook.screens.welcome import WelcomeScreen
from workbook.storage.notebooks import FolderNotebooks
from workbook.ui.views import parting as view


@pytest.fixture
def both(hands: Hands) -> Hands:
    """Zoë's half lies sealed; she is home, and Łukasz has begun."""
    hands.set_up("Zoë", "Łukasz").first_turn("first lamp").begin("Draw our loop", "With Łukasz, the short way")
    hands.walk("mine", fill=False)
    hands.seal().press("Pass the computer").press("I am").first_turn("second lamp")
    return hands.press("Close").come_in(0, "first lamp")


def errand(hands: Hands, *titles: str) -> Hands:
    """From home into my space, and from one errand to the next."""
    hands.press("My space")
    for title in titles:
        hands.press(title)
    return hands


def standing(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a notebook, with its bytes and its time."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_g19_a_notebook_of_ones_own_by_keys(both: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    both.press("Close").come_in(0, "first lamp")
    errand(both, "Leaving", "A notebook of your own")
    assert "told nothing" in both.said()
    before = standing(both.folder / "notebook")
    monkeypatch.setattr(view, "choose_folder", lambda _parent, _title: both.folder / "stick")
    both.press("Choose")
    both.tab_to(lambda at: isinstance(at, QLineEdit) and at.echoMode() is QLineEdit.EchoMode.Password, "passphrase")
    both.write("first lamp").press("Make it")
    made = both.folder / "stick" / "notebook"
    assert both.notice() == "You have a notebook of your own"
    assert f'couples-workbook --notebook "{made}"' in both.said().replace("\u200b", "")
    assert standing(both.folder / "notebook") == before
    notebook = FolderNotebooks(made, CHEAP).open(made)
    notebook.unlock(notebook.doors()[0].id, "first lamp")
    notebook.close()


def test_a_wrong_passphrase_is_told_on_the_page(both: Hands) -> None:
    errand(both, "Leaving", "A notebook of your own")
    both.tab_to(lambda at: at.accessibleName() == "Where should it be made?", "the place").write(str(both.folder / "mine"))
    both.press("Make it")
    assert "not this space's passphrase" in both.said()
    assert str(both.folder / "mine") == both.on(SplitScreen).state.folder


def test_g19_deleted_by_keys_and_the_keyboard_begins_at_the_way_back(both: Hands) -> None:
    errand(both, "Leaving", "Delete me out of this notebook")
    both.on(RemoveScreen)
    both.tab_to(lambda at: isinstance(at, QLineEdit), "passphrase").write("first lamp").press("Delete it for good")
    assert both.notice() == "It is deleted"
    both.press("Go on")
    assert len(both.on(DoorScreen).state.doors) == 1
    both.come_in(0, "second lamp")
    assert both.on(HomeScreen).state.partner == ""


def test_the_last_one_deletes_all_of_it_and_the_program_begins_anew(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn(None)
    errand(hands, "Leaving", "Delete this notebook")
    hands.tab_to(lambda at: isinstance(at, QLineEdit), "the word").write("delete").press("Delete it for good").press("Go on")
    hands.on(WelcomeScreen)
    assert not (hands.folder / "notebook").exists()


def test_somebody_joins_by_keys(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp")
    errand(hands, "Begin with your partner")
    hands.tab_to(lambda at: isinstance(at, QLineEdit), "the name").write("Łukasz").press("Add them")
    assert hands.notice() == "There is a door for Łukasz now"
    hands.press("Pass the computer to").press("I am").first_turn("second lamp")
    state = hands.on(HomeScreen).state
    assert (state.name, state.partner, state.going_on) == ("Łukasz", "Zoë", ())


def test_something_from_before_comes_along_by_keys(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn("first lamp").begin("Draw our loop", "By myself, the short way")
    hands.walk("alone")
    hands.press("My page")
    errand(hands, "Begin with your partner")
    hands.tab_to(lambda at: isinstance(at, QLineEdit), "the name").write("Łukasz").press("Add them").press("My page")
    hands.begin("Draw our loop", "With Łukasz, the short way")
    items = hands.on(BringScreen).state.items
    assert isinstance(hands.focus, QPushButton)
    assert hands.focus.text().replace("&", "") == "Begin with nothing of it"
    hands.tick(items[0].title).press("Begin with what I ticked")
    hands.on(WalkScreen)
    notebook = hands.app.flow.notebook
    (entry,) = notebook.shared().sittings()
    (me,) = notebook.unlocked()
    assert notebook.space(me).answers(entry.sitting.id) == {items[0].step: items[0].answer}


def test_g13_g19_every_page_of_the_other_looks_the_same_after_a_split(both: Hands) -> None:
    def seen() -> list[QImage]:
        pictures = [both.press("Close").picture(), both.come_in(1, "second lamp").picture()]
        errand(both, "Leaving")
        return [*pictures, both.picture(), both.press("Back").press("Back").picture()]

    before = seen()
    both.press("Close").come_in(0, "first lamp")
    errand(both, "Leaving", "A notebook of your own")
    both.tab_to(lambda at: at.accessibleName() == "Where should it be made?", "the place").write(str(both.folder / "mine"))
    both.tab_to(lambda at: at.accessibleName() == "Your passphrase", "the passphrase").write("first lamp").press("Make it")
    assert both.notice() == "You have a notebook of your own"
    assert seen() == before
