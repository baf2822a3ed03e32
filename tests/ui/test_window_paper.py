"""Blank paper in the real window, by keys alone: looked at, with fields, as cards, with help lines written down in Help."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from tests.robots.paper import into, on_to
from tests.robots.window import Hands
from workbook import paths
from workbook.screens.exercise import ExerciseScreen
from workbook.screens.help import HelpScreen
from workbook.screens.home import HomeScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.paper import PaperScreen
from workbook.storage.locallines import FileLines
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.leading import Leading
from workbook.ui.parts.sheet import BroadSheet, WholeSheet
from workbook.ui.parts.sheets import Desk


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


def test_what_was_stopped_before_its_pages_came_says_so_and_makes_them_at_one_press(hands: Hands) -> None:
    screen = at_paper(hands, "draw-our-loop")
    screen.anew()
    screen.stop()
    hands.settle()
    assert "A moment" not in hands.said()
    assert "It was stopped before its pages were there." in hands.said()
    hands.press("Make the pages")
    assert screen.state.look.count > 5
    assert "stopped" not in hands.said()


@pytest.mark.parametrize(("size", "scale"), [((900, 600), 1.0), ((1280, 800), 1.0), ((1920, 1080), 2.0), ((2560, 2000), 1.0)])
def test_pages_are_as_wide_as_the_foot_below_them(hands: Hands, size: tuple[int, int], scale: float) -> None:
    hands.window.resize(*size)
    at_paper(hands, "draw-our-loop")
    hands.size(scale)
    (page,) = hands.shown(BroadSheet)
    ends = [button for button in hands.shown(Button) if hands.reads(button.text(), "Pause") or hands.reads(button.text(), "Back")]
    assert min(_left(hands, end) for end in ends) == _left(hands, page)
    assert max(_right(hands, end) for end in ends) == _right(hands, page)


def test_in_a_tall_window_a_page_is_larger_and_still_seen_whole(hands: Hands) -> None:
    at_paper(hands, "draw-our-loop")
    (page,) = hands.shown(BroadSheet)
    usual = page.width()
    hands.window.resize(2560, 2000)
    hands.settle()
    assert page.width() > usual * 1.5
    assert page.mapTo(hands.window, page.rect().bottomLeft()).y() < hands.window.height()
    assert hands.view.page.length() == hands.view.page.room()


@pytest.mark.parametrize("scale", [1.0, 2.0, 2.5])
def test_it_begins_at_its_title_wherever_what_leads_on_has_to_stand(hands: Hands, scale: float) -> None:
    hands.window.resize(900, 600)
    at_paper(hands, "draw-our-loop")
    hands.size(scale)
    (title,) = [label for label in hands.shown(QLabel) if label.text() == "Print it blank"]
    assert title.mapTo(hands.window, title.rect().topLeft()).y() > 0


def test_beside_what_is_chosen_stand_the_pages_only_where_both_have_room(hands: Hands) -> None:
    at_paper(hands, "ways-out")
    hands.press("Change how it is made")
    for width, beside in ((1000, False), (1500, True), (900, False), (2200, True)):
        hands.window.resize(width, 700)
        hands.settle()
        assert len(hands.shown(Desk)) == beside
        assert len(hands.shown(WholeSheet)) == beside
    (page,) = hands.shown(WholeSheet)
    assert page.place().bottom() <= page.height(), "all of it is seen"
    hands.tick("Only the small cards")
    assert "small cards to cut out" in hands.said()


def test_a_page_can_be_made_larger_and_moved_by_the_arrow_keys_and_keeps_its_place(hands: Hands) -> None:
    screen = at_paper(hands, "draw-our-loop")
    (page,) = hands.shown(BroadSheet)
    fits = page.place().width()
    hands.press("Larger").press("Larger").tab_into(page)
    assert page.place().width() > fits * 1.5
    middle = page.place().left()
    hands.key(Qt.Key.Key_Right)
    assert page.place().left() < middle
    hands.press("Next page")
    assert screen.state.look.at == 1
    hands.press("Smaller").press("Smaller")
    assert page.place().width() == fits


def test_who_it_is_for_is_still_there_after_help_and_after_the_pages(hands: Hands) -> None:
    hands.set_up("Zoë").first_turn(None).begin("One moment, slowly", "By myself")
    while hands.seen[-1].startswith("WalkScreen"):
        hands.walk("mine")
    hands.press("Read it through").press("Make a PDF").press("Tick all")
    on_to(hands, "leaving").press("Note for whom")
    fill_in(hands, "Who is it for?", "Dr. Moss")
    hands.key(Qt.Key.Key_F1).press("Back").press("Back to the pages")
    on_to(hands, "leaving")
    assert [line.text() for line in hands.shown(QLineEdit) if line.accessibleName() == "Who is it for?"] == ["Dr. Moss"]


def _left(hands: Hands, widget: QWidget) -> int:
    return widget.mapTo(hands.window, widget.rect().topLeft()).x()


def _right(hands: Hands, widget: QWidget) -> int:
    return widget.mapTo(hands.window, widget.rect().topRight()).x()
