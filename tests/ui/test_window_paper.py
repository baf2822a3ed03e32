"""Blank paper in the real window, by keys alone: looked at, with fields, as cards, with help lines written down in Help."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from tests.robots.paper import into, on_to
from tests.robots.window import Hands
from workbook import paths
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.help import HelpScreen
from workbook.screens.home import HomeScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.paper import PaperScreen
from workbook.storage.locallines import FileLines
from workbook.ui.parts.leading import Leading


def at_paper(hands: Hands, exercise: str) -> PaperScreen:
    """Somebody alone before the blank pages of an exercise."""
    hands.set_up("Zoë").first_turn(None)
    hands.on(HomeScreen).ways.exercise(exercise)
    hands.settle().press("Print it blank")
    return hands.on(PaperScreen)


def fill_in(hands: Hands, label: str, words: str) -> None:
    """Type into a line."""
    hands.tab_to(lambda at: isinstance(at, QLineEdit) and at.accessibleName() == label, label).write(words)


def write(hands: Hands, target: Path) -> PdfReader:
    """Into this file."""
    into(hands, target)
    assert hands.on(PaperScreen).state.written == str(target)
    return PdfReader(target)


def test_paper_is_looked_at_page_by_page_and_written_as_a_form(hands: Hands, tmp_path: Path) -> None:
    screen = at_paper(hands, "draw-our-loop")
    assert screen.state.look.count > 5
    assert "Draw our loop" in screen.state.look.text
    assert "A4 · for a pen" in hands.said()
    hands.press("Change how it is made")
    assert "Only the small cards" not in hands.said()
    hands.tick("With fields")
    assert screen.state.sheet.fillable
    assert "with fields" in on_to(hands, "looking").said()
    assert "draw-our-loop.cue.words" in (write(hands, tmp_path / "pages.pdf").get_fields() or {})
    hands.press("Done").on(ExerciseScreen)


def test_cards_are_looked_at_and_written(hands: Hands, tmp_path: Path) -> None:
    screen = at_paper(hands, "ways-out")
    hands.press("Change how it is made").tick("Only the small cards")
    assert (screen.state.look.count, screen.state.sheet.cards) == (1, True)
    assert "Our list" in screen.state.look.text
    assert "Our list" in write(hands, tmp_path / "cards.pdf").pages[0].extract_text()


def test_what_is_left_in_the_list_is_one_booklet_and_an_empty_list_offers_none(hands: Hands, tmp_path: Path) -> None:
    hands.set_up("Zoë").first_turn(None).press("All exercises").write("zebra")
    assert "Print these blank" not in hands.said()
    hands.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier).write("pause")
    left = [summary.title for group in hands.on(LibraryScreen).state.groups for summary in group.exercises]
    assert len(left) > 1
    screen = hands.press("Print these blank").on(PaperScreen)
    assert f"{len(left)} exercises" in hands.said()
    assert "Stop" not in hands.said()
    hands.press("Change how it is made")
    assert "Only the small cards" not in [box.text() for box in hands.shown(QCheckBox)]
    contents = write(hands, tmp_path / "pages.pdf").pages[0].extract_text()
    assert [title for title in left if title not in contents] == []
    assert screen.state.look.count > len(left)
    assert hands.press("Done").on(LibraryScreen).state.narrowed.words == "pause"
    assert {*left} <= {line.accessibleName() for line in hands.shown(Leading)}


def test_g34_a_therapist_writes_a_line_down_in_help_and_it_stands_on_the_plan_for_afterwards(hands: Hands, tmp_path: Path) -> None:
    hands.set_up("Zoë").first_turn(None).key(Qt.Key.Key_F1).press("Write a line down")
    fill_in(hands, "Who is it?", "The practice")
    fill_in(hands, "The number", "see the door")
    hands.press("Write it down")
    assert "The practice" in hands.said()
    assert [line.number for line in FileLines(paths.local_lines()).read()] == ["see the door"]
    hands.press("Back").on(HomeScreen).ways.exercise("keep-it-alive")
    screen = hands.settle().press("Print it blank").on(PaperScreen)
    hands.tab_to(lambda at: isinstance(at, QComboBox) and "help lines" in at.accessibleName(), "the country")
    hands.key(Qt.Key.Key_Down)
    assert screen.state.country == "us"
    words = " ".join(page.extract_text() for page in write(hands, tmp_path / "plan.pdf").pages)
    for part in ("Call 911", "see the door", "Our own lines"):
        assert part in words
    hands.key(Qt.Key.Key_F1).press("Take away The practice" if hands.can("Take away The practice") else "Take it away")
    assert hands.on(HelpScreen).state.local == ()
    assert not paths.local_lines().exists()
