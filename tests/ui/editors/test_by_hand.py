"""What is moved by hand: an order, a thing onto its pile, a place in the body; the same as by keys, and taken back as easily."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import open_up
from tests.ui.samples import the
from workbook.content import fields
from workbook.couple.body import APART, WIDE
from workbook.ui.editors.body_map import BodyMapEditor
from workbook.ui.editors.ranking import RankingEditor
from workbook.ui.editors.sorting import SortingEditor
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.in_order import Slip
from workbook.ui.parts.page import Page
from workbook.ui.theme import Theme

Shown = Callable[[Editor], None]


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Iterator[Shown]:
    """Puts an editor on a page that is seen."""
    pages: list[Page] = []

    def show(editor: Editor) -> None:
        page = Page()
        pages.append(page)
        page.add(editor)
        page.resize(900, 700)
        open_up(page, qtbot)

    yield show
    pages.clear()


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press at a place of a widget, move to a place on the screen, let go."""
    there = widget.mapFromGlobal(end)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(widget, start + (there - start) * step / 5)
        QApplication.processEvents()
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=widget.mapFromGlobal(end))


def label(editor: Editor, words: str) -> QLabel:
    return next(each for each in editor.findChildren(QLabel) if each.text() == words and each.isVisible())


def test_a_thing_is_dragged_to_its_place_in_the_order_and_out_again(shown: Shown) -> None:
    editor = RankingEditor(the(fields.Ranking))
    editor.set_value(["eat", "walk"])
    shown(editor)
    slips = [row for row in editor.slips.rows if isinstance(row, Slip)]
    drag(slips[3], QPoint(40, 10), slips[0].mapToGlobal(QPoint(40, 2)))
    assert editor.value() == ["sleep", "eat", "walk"]
    drag(slips[3], QPoint(40, 10), slips[2].mapToGlobal(QPoint(40, slips[2].height() - 2)))
    assert editor.value() == ["eat", "walk"]


def test_a_press_without_a_move_changes_nothing(shown: Shown, qtbot: QtBot) -> None:
    editor = RankingEditor(the(fields.Ranking))
    editor.set_value(["eat", "walk"])
    shown(editor)
    with qtbot.assertNotEmitted(editor.edited):
        QTest.mouseClick(editor.slips.rows[0], Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert editor.value() == ["eat", "walk"]


def test_a_thing_is_carried_onto_a_pile_and_lies_there(shown: Shown, qtbot: QtBot) -> None:
    editor = SortingEditor(the(fields.Sorting))
    shown(editor)
    row = label(editor, "A walk").parentWidget()
    assert row is not None
    heap = editor.heaps["bring"]
    with qtbot.waitSignal(editor.edited):
        drag(row, QPoint(5, 5), heap.mapToGlobal(heap.rect().center()))
    assert editor.value() == {"b": "bring"}
    assert heap.things.text() == "A walk"


def test_what_is_let_go_beside_the_piles_stays_where_it_was(shown: Shown, qtbot: QtBot) -> None:
    editor = SortingEditor(the(fields.Sorting))
    editor.set_value({"b": "keep"})
    shown(editor)
    row = label(editor, "I need to know that you are staying").parentWidget()
    assert row is not None
    with qtbot.assertNotEmitted(editor.edited):
        drag(row, QPoint(5, 5), row.mapToGlobal(QPoint(60, 60)))
    assert editor.value() == {"b": "keep"}


def test_pointing_at_the_body_goes_through_more_less_and_nothing(shown: Shown) -> None:
    editor = BodyMapEditor(the(fields.BodyMap))
    shown(editor)
    scale = editor.picture.width() / (2 * WIDE + APART)
    chest = QPoint(round(WIDE / 2 * scale), round(60 * scale))
    found = []
    for _press in range(3):
        QTest.mouseClick(editor.picture, Qt.MouseButton.LeftButton, pos=chest)
        found.append(editor.value())
    assert found == [{"places": {"chest": "more"}, "words": ""}, {"places": {"chest": "less"}, "words": ""}, None]


def test_a_place_that_is_not_asked_for_cannot_be_pointed_at(shown: Shown) -> None:
    editor = BodyMapEditor(the(fields.BodyMap))
    shown(editor)
    scale = editor.picture.width() / (2 * WIDE + APART)
    QTest.mouseClick(editor.picture, Qt.MouseButton.LeftButton, pos=QPoint(round(WIDE / 2 * scale), round(8 * scale)))
    assert editor.value() is None
