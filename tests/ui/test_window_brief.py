"""A brief by keys alone in the real window: marked, chosen, looked at, words left out, written; and what the file holds."""

from __future__ import annotations

from hashlib import sha256

import pypdfium2
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from tests.robots.paper import at, back_to_the_ticks, on_to
from tests.robots.window import Hands, cut_off, evening
from workbook.screens.brief import BriefScreen
from workbook.screens.papers import PapersScreen
from workbook.ui.parts.sheets import Sheets

SHIFT = Qt.KeyboardModifier.ShiftModifier


def words_on(hands: Hands) -> list[str]:
    document = pypdfium2.PdfDocument(hands.folder / "notes.pdf")
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return pages


def errand(hands: Hands, title: str) -> Hands:
    return hands.press(title)


@pytest.fixture
def loop(hands: Hands) -> Hands:
    """Both have drawn their loop; the first of them is on their own page."""
    hands.window.resize(1280, 820)
    evening(hands, "Draw our loop")
    return hands.press("Close the notebook").come_in(0, "first lamp")


def brief(hands: Hands, which: str) -> Hands:
    hands.press("My space")
    errand(hands, "Something for a session")
    errand(hands, which)
    hands.on(BriefScreen)
    return hands


def test_both_choose_by_keys_and_the_first_page_is_what_they_chose(loop: Hands) -> None:
    loop.press("Read it through").press("Bring to a session").tick("What set it off").press("Back").press("Back")
    brief(loop, "A brief by us both").write("To be heard.").tick("What set it off")
    loop.press("Now Łukasz ticks").press("I am Łukasz").enter("second lamp")
    loop.on(BriefScreen)
    loop.press("Choose from it").tick("What set it off")
    assert "Zoë has ticked. You: 2 of" in loop.said()
    on_to(loop, "gone")
    pages = words_on(loop)
    for words in ("For a session", "Since last time", "Worth session time", "cue first", "To be heard."):
        assert words in pages[0]
    assert "cue second" in " ".join(pages[1:])
    assert "move" not in " ".join(pages)
    loop.press("Done").press("My space")
    errand(loop, "What I put on paper")
    (line,) = loop.on(PapersScreen).state.left
    assert line.digest == sha256((loop.folder / "notes.pdf").read_bytes()).hexdigest()


def test_g21_words_selected_by_keys_are_not_in_the_file(loop: Hands) -> None:
    brief(loop, "A brief of my own").press("Choose from it").press("Tick all of this").press("Leave words out")
    box = loop.focus
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == "cue first"
    loop.key(Qt.Key.Key_End)
    for _letter in "first":
        loop.key(Qt.Key.Key_Left, SHIFT)
    on_to(loop.press("Leave these out"), "gone")
    text = " ".join(words_on(loop))
    assert "cue […]" in text
    assert "cue first" not in text
    on_to(back_to_the_ticks(loop).press("“first”: put it back"), "gone")
    assert "cue first" in " ".join(words_on(loop))


def test_what_is_looked_at_is_the_very_file_and_can_be_read_as_words(loop: Hands) -> None:
    brief(loop, "A brief of my own")
    assert "Nothing is ticked yet" in loop.said()
    on_to(loop.press("Choose from it").press("Tick all of this"), "gone")
    loop.press("Print or write it once more").press("Back to the pages")
    look = loop.on(BriefScreen).state.look
    assert (look.count, look.at) == (len(words_on(loop)), 0)
    (sheets,) = loop.shown(Sheets)
    loop.tab_into(sheets, QComboBox).key(Qt.Key.Key_Down)
    assert loop.on(BriefScreen).state.look.at == 1
    before = loop.on(BriefScreen).state.look.wide
    loop.press("Larger")
    assert loop.on(BriefScreen).state.look.wide > before
    loop.press("As words").tab_into(sheets, QPlainTextEdit)
    shown = loop.focus
    assert isinstance(shown, QPlainTextEdit)
    read, page = shown.toPlainText(), words_on(loop)[1]
    assert [line for line in read.split("\n")[:4] if " ".join(line.split()) not in page] == []
    assert all(words in read and words in page for words in ("cue first", "wish first", "I pressed for an answer"))
    assert "going round and round" in read, "a drawing is told"


def test_g20_nothing_of_ones_own_is_ticked_to_begin_with(loop: Hands) -> None:
    brief(loop, "A brief of my own").press("Look at the pages")
    assert at(loop) == "choosing"
    assert "Nothing is ticked yet, so there is no page." in loop.said()
    assert not (loop.folder / "notes.pdf").exists()


def test_g23_before_a_brief_of_ones_own_it_says_that_some_keep_no_secrets(loop: Hands) -> None:
    brief(loop, "A brief of my own")
    assert "keep no secrets" in loop.said()
    assert "one view" in loop.said()
    loop.press("A role instead of a name")
    assert len([line for line in loop.shown(QLineEdit) if "name" in line.accessibleName()]) == 1
    assert isinstance(loop.focus, QLineEdit)


def test_g21_a_passphrase_for_the_file_is_typed_twice_weighed_and_said_to_be_kept_nowhere(loop: Hands) -> None:
    on_to(brief(loop, "A brief of my own").press("Choose from it").press("Tick all of this"), "leaving")
    loop.press("Lock it with a passphrase")
    assert "It is kept nowhere" in loop.said()
    loop.write("boat")
    assert "Easy to guess" in loop.said()
    loop.key(Qt.Key.Key_Tab).write("boot").press("Write the file")
    assert "The two passphrases are not the same" in loop.said()
    assert not (loop.folder / "notes.pdf").exists()
    loop.tab_to(lambda at: isinstance(at, QLineEdit) and at.accessibleName() == "The same once more", "the second line")
    loop.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier).write("boat").press("Write the file")
    assert PdfReader(loop.folder / "notes.pdf").is_encrypted


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut_off_on_the_way_to_a_brief(loop: Hands, scale: float) -> None:
    loop.size(scale)
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        found[name] = cut_off(loop.view)

    loop.press("Read it through").press("Bring to a session")
    look("marking")
    loop.press("Back").press("Back")
    brief(loop, "A brief of my own").press("Choose from it").press("Tick all of this").press("Leave words out")
    look("choosing")
    on_to(loop, "looking")
    look("the pages")
    loop.press("As words")
    look("their words")
    on_to(loop, "leaving")
    for fold in ("Somewhere else", "Note for whom", "As cards", "Lock it"):
        loop.press(fold)
    look("the ways it can leave")
    on_to(loop, "gone")
    look("written")
    loop.press("Done")
    errand(loop, "What I put on paper")
    look("the list")
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_nothing_but_the_chosen_file_lies_outside_afterwards(loop: Hands) -> None:
    before = {path.name for path in loop.folder.iterdir()}
    on_to(brief(loop, "A brief of my own").press("Choose from it").press("Tick all of this"), "gone")
    assert {path.name for path in loop.folder.iterdir()} - before == {"notes.pdf"}
