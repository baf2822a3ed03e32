"""Every block has a widget; a person's words are shown as they were typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import heard
from tests.ui.samples import BLOCKS, LOOP
from workbook.content import blocks
from workbook.content.blocks import Block
from workbook.couple.figures import told
from workbook.ui.parts.blocks import widget_for
from workbook.ui.parts.loop import LoopPicture
from workbook.ui.parts.page import Page
from workbook.ui.theme import Theme

pytestmark = pytest.mark.usefixtures("theme")


def texts(widget: QWidget) -> list[str]:
    """What stands in the labels of a widget, or is one."""
    labels = [widget] if isinstance(widget, QLabel) else widget.findChildren(QLabel)
    return [label.text() for label in labels]


def test_every_block_has_a_widget_and_a_sample_here() -> None:
    closed = {*Block.__subclasses__(), blocks.Felt}
    assert {type(block) for block in BLOCKS} == closed
    assert closed <= set(widget_for.registry)


def test_something_that_is_no_block_is_refused() -> None:
    with pytest.raises(TypeError):
        widget_for("words")


@pytest.mark.parametrize(
    "words", ["I feel <hurt & alone>", "<img src='/etc/passwd'>", "*not* emphasis", "  two\n\nlines  ", "a\u00a0b"]
)
def test_a_persons_words_are_shown_exactly_and_never_interpreted(qtbot: QtBot, words: str) -> None:
    widget = widget_for(blocks.Said(words, "The cue"))
    qtbot.addWidget(widget)
    label = widget.findChildren(QLabel)[-1]
    assert label.text() == words
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_endless_word_is_broken_and_not_cut_off(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.show_blocks((blocks.Said("a" * 2000, "The cue"), blocks.Listing((), ("b" * 500,))))
    page.resize(900, 600)
    page.show()
    assert page.column.width() <= 900
    assert page.length() > page.room()


@pytest.mark.parametrize("block", [blocks.Said(None), blocks.Said(""), blocks.Bar(None, 0, 10, "a", "b"), blocks.Listing(())])
def test_what_was_left_open_says_so(qtbot: QtBot, block: Block) -> None:
    widget = widget_for(block)
    qtbot.addWidget(widget)
    assert "Left open" in texts(widget)


def test_the_lowest_rating_is_not_left_open(qtbot: QtBot) -> None:
    widget = widget_for(blocks.Bar(0, 0, 10, "not at all", "completely", "How sure"))
    qtbot.addWidget(widget)
    assert texts(widget) == ["How sure", "0, from 0 to 10", "not at all", "completely"]


def test_an_empty_cell_of_a_table_is_left_open(qtbot: QtBot) -> None:
    widget = widget_for(blocks.Table(("A", "B"), (("one", None),)))
    qtbot.addWidget(widget)
    assert texts(widget) == ["A", "B", "one", "Left open"]


def test_the_loop_is_drawn_and_told_in_words(qtbot: QtBot) -> None:
    picture = LoopPicture(LOOP)
    qtbot.addWidget(picture)
    picture.resize(700, 600)
    picture.show()
    assert heard(picture.drawing) == told(LOOP)
    assert picture.drawing.isVisible()
    assert picture.turn.text() == "Read it as a list"
    picture.turn.click()
    assert picture.list.isVisible()
    assert picture.list.text() == told(LOOP)
    assert not picture.drawing.isVisible()
    assert picture.turn.text() == "See it as a drawing"


def test_the_loop_is_redrawn_when_the_words_change(qtbot: QtBot) -> None:
    picture = LoopPicture(blocks.Loop(blocks.LoopHalf("Sam"), blocks.LoopHalf("")))
    qtbot.addWidget(picture)
    picture.resize(700, 600)
    picture.show()
    before = picture.grab().toImage()
    picture.show_loop(LOOP)
    QApplication.processEvents()
    assert heard(picture.drawing) == told(LOOP)
    assert picture.grab().toImage() != before


def test_the_loop_takes_the_height_its_words_need(qtbot: QtBot) -> None:
    picture = LoopPicture(LOOP)
    qtbot.addWidget(picture)
    drawing = picture.drawing
    assert drawing.heightForWidth(400) > drawing.heightForWidth(900)


@pytest.mark.parametrize(("width", "below"), [(900, False), (400, True)])
def test_sides_stand_next_to_each_other_where_there_is_room(qtbot: QtBot, width: int, below: bool) -> None:
    sides = widget_for(next(block for block in BLOCKS if isinstance(block, blocks.Sides)))
    page = Page()
    qtbot.addWidget(page)
    page.add(sides)
    page.resize(width, 600)
    page.show()
    for _ in range(3):
        QApplication.processEvents()
    first, second = (label for label in sides.findChildren(QLabel) if label.text() in ("Sam", "Łucja"))
    at = [label.mapTo(sides, label.rect().topLeft()) for label in (first, second)]
    assert (at[1].y() > at[0].y()) is below


def test_a_page_of_all_blocks_cuts_nothing_off(qtbot: QtBot, theme: Theme) -> None:
    theme.set_scale(2.0)
    page = Page()
    page.show_blocks(BLOCKS)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    QTest.qWait(1)
    for label in page.column.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())
            assert label.mapTo(page.column, label.rect().bottomRight()).x() <= page.column.width()


def test_a_body_in_a_broad_column_takes_no_more_room_than_it_paints(qtbot: QtBot) -> None:
    broad = widget_for(next(block for block in BLOCKS if isinstance(block, blocks.Felt)))
    qtbot.addWidget(broad)
    assert broad.heightForWidth(1200) == broad.heightForWidth(700)
