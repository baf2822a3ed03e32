"""A long list: only what is in sight is asked for, nothing is cut off in large letters, and a screen reader hears each row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbook.couple.searching import Piece
from workbook.paths import resources
from workbook.ui.parts.laid import laid_out
from workbook.ui.parts.long_list import LongList, Rows, Told
from workbook.ui.theme import Theme

MANY = 100_000
LAID_OUT = Qt.LayoutDirection.LeftToRight


def tell(number: int) -> Told:
    return Told(f"Number {number}", (Piece("Sunday, 3 May 2026 · "), Piece("Your own", True)))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Which rows were asked for, one by one."""
    rows, real = list[int](), Rows.data

    def noted(self: Rows[int], index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        rows.append(index.row())
        return real(self, index, role)

    monkeypatch.setattr(Rows, "data", noted)
    return rows


@pytest.fixture
def many(theme: Theme, asked: list[int]) -> Iterator[LongList[int]]:
    """A list of many rows in a window."""
    shown: LongList[int] = LongList(tell, lambda: None)
    shown.show_rows(range(MANY), False)
    shown.resize(700, 500)
    shown.show()
    QApplication.processEvents()
    shown.repaint()
    yield shown
    shown.close()
    shown.deleteLater()
    QApplication.sendPostedEvents(None, 0)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, resources() / "fonts", "light")
    made.apply()
    yield made
    made.set_scale(1.0)
    made.setParent(None)
    made.deleteLater()


def test_p12_no_more_rows_are_asked_for_than_are_seen(many: LongList[int], asked: list[int]) -> None:
    assert 5 < len(asked) <= 350


def test_it_goes_by_arrow_keys_and_return_opens(many: LongList[int]) -> None:
    opened: list[int] = []
    many.picked.connect(opened.append)
    many.setFocus()
    assert many.currentIndex().row() == 0
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Space):
        QTest.keyClick(many, key)
    assert opened == [2, MANY - 1]


def test_a_letter_asks_no_row(many: LongList[int], asked: list[int]) -> None:
    before = len(asked)
    QTest.keyClick(many, Qt.Key.Key_9)
    assert len(asked) - before < 100


def test_a_screen_reader_hears_all_of_a_row(many: LongList[int]) -> None:
    row = QAccessible.queryAccessibleInterface(many).child(3)
    assert row.text(QAccessible.Text.Name) == "Number 3, Sunday, 3 May 2026 · Your own"


def test_what_is_new_goes_below_and_leaves_the_keyboard_where_it_is(many: LongList[int]) -> None:
    fetched: list[bool] = []
    grown: LongList[int] = LongList(tell, lambda: fetched.append(True))
    grown.show_rows(tuple(range(10)), True)
    grown.point_at(7)
    grown.show_rows(tuple(range(20)), False)
    assert (grown.currentIndex().row(), grown.model().rowCount()) == (7, 20)
    grown.show_rows((5, 6), False)
    assert (grown.currentIndex().row(), grown.model().rowCount()) == (-1, 2)
    grown.deleteLater()


@pytest.mark.parametrize("scale", [1.0, 2.5])
def test_a_title_and_its_day_have_room_in_every_size(theme: Theme, qapp: QApplication, scale: float) -> None:
    theme.set_scale(scale)
    shown: LongList[int] = LongList(lambda _row: Told("", ()), lambda: None)
    most, room = shown._even._most(760), 760 - 2 * theme.space(4) - theme.space(2) - shown.fontMetrics().height()
    title = laid_out((Piece("Three things I noticed this week", True),), shown.font(), room, 9, LAID_OUT)
    line = laid_out((Piece("Wednesday, 23 September 2026 · Both of you"),), shown.font(), room, 9, LAID_OUT)
    assert title.lineCount() + line.lineCount() <= most
    shown.deleteLater()


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_each_row_shows_at_its_end_that_it_leads_on(many: LongList[int], qapp: QApplication, way: Qt.LayoutDirection) -> None:
    many.setLayoutDirection(way)
    for _round in range(3):  # the very first icon comes a moment later
        qapp.processEvents()
        picture = many.viewport().grab().toImage()
    row = many.visualRect(many.model().index(2, 0)).adjusted(2, 8, -2, -8)
    ends = [picture.copy(left, row.top(), 40, row.height()) for left in (row.left() + 8, row.right() - 48)]
    inks = [len({end.pixel(x, y) for x in range(40) for y in range(end.height())}) for end in ends]
    first, last = inks if way == Qt.LayoutDirection.LeftToRight else inks[::-1]
    assert first > 2, "there its words begin"
    assert last > 2, "and there is the sign"


def test_what_has_no_room_ends_in_dots_whatever_it_is_made_of(qapp: QApplication) -> None:
    for words in ("kettle and cup " * 40, "🫖" * 400, "قهوة " * 80, "\ud800" * 90):
        laid = laid_out((Piece(words[:7]), Piece(words[7:], True)), qapp.font(), 200, 2, LAID_OUT)
        assert (laid.lineCount(), laid.text()[-1]) == (2, "…")


def test_what_was_typed_from_the_left_keeps_its_end_at_its_end_on_a_mirrored_page(qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    laid = laid_out((Piece("Why me?"),), qapp.font(), 400, 1, Qt.LayoutDirection.RightToLeft)
    line = laid.lineAt(0)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    places = [cast(tuple[float, int], line.cursorToX(at))[0] for at in (0, 6, 7)]
    assert places == sorted(places)
