"""The pages of a paper: as they will look, larger or smaller, or as words for whoever has them read aloud."""

from __future__ import annotations

import math
from collections.abc import Callable
from gettext import gettext as _
from typing import Any, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from workbook.screens.pages import PagesScreen, PagesState
from workbook.ui.colours import colours_of
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.exact import for_screen
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.picker import Picker
from workbook.ui.parts.prose import Words
from workbook.ui.parts.sheet import BroadSheet, WholeSheet
from workbook.ui.parts.soft_bar import SoftBar
from workbook.ui.theme import space, typed

W = TypeVar("W", bound=QWidget)

STEP: Final = 1.25
"""How much one press makes a page larger or smaller."""

LEAST: Final = 105
"""How much room the pages need beside what is chosen, in steps of space."""


class Sheets(QWidget):
    """One page at a time, as wide as the column, with the ways to turn it and to make it larger."""

    def __init__(self, presenter: PagesScreen[Any]) -> None:
        super().__init__()
        self._presenter, self._larger_by, self._as_words = presenter, 1.0, False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(2))
        self._instead = _add(rows, Instead(presenter, makes=False))
        self._tools = _add(rows, QWidget())
        tools = Flow(self._tools, space(1.5))
        self._pages = Picker(_("Page"))
        self._pages.activated.connect(presenter.turn)
        self._next = Next(presenter)
        self._larger, self._smaller = _plain(_("Larger"), self._on_larger), _plain(_("Smaller"), self._on_smaller)
        self._words = _plain(_("As words"), self._on_words)
        for widget in (self._pages, self._next, self._larger, self._smaller, self._words):
            tools.addWidget(widget)
        bar = _add(rows, SoftBar(lies=True))
        self._sheet = _add(rows, BroadSheet(presenter.zoom, bar))
        self._text = _add(rows, _Text())

    def show_state(self, state: PagesState) -> None:
        """Show these pages, or why there are none."""
        look, there = state.look, state.look.count > 0
        self._instead.show_state(state)
        self._tools.setVisible(there)
        self._pages.setVisible(look.count > 1)
        if self._pages.count() != look.count:
            self._pages.clear()
            self._pages.addItems([called(at, look.count) for at in range(look.count)])
            self._pages.updateGeometry()
        self._pages.setCurrentIndex(look.at)
        self._next.show_look(look.at, look.count)
        for tool in (self._larger, self._smaller):
            tool.setVisible(there and not self._as_words)
        self._sheet.show_page(look.picture)
        self._sheet.setAccessibleName(_("Page {n} as a picture; “As words” reads it").replace("{n}", str(look.at + 1)))
        self._sheet.setVisible(there and not self._as_words)
        self._text.say(look.text)
        self._text.setVisible(there and self._as_words)

    def _on_words(self) -> None:
        self._as_words = not self._as_words
        self._words.setText(_("As a picture") if self._as_words else _("As words"))
        self.show_state(self._presenter.state)

    def _on_larger(self) -> None:
        self._sheet.make_larger(STEP)

    def _on_smaller(self) -> None:
        self._sheet.make_larger(1 / STEP)


class Desk(QWidget):
    """The pages beside what is chosen: one of them, whole, on a surface of its own."""

    def __init__(self, presenter: PagesScreen[Any]) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        beside, above = min(space(5), 28), min(space(4), 24)
        rows.setContentsMargins(beside, above, beside, above)
        rows.setSpacing(space(2))
        self._chosen = _add(rows, Words("", "small", quiet=True))
        self._instead = _add(rows, Instead(presenter, makes=True))
        self._sheet = WholeSheet(presenter.zoom)
        rows.addWidget(self._sheet, 1)
        self._turning = _add(rows, QWidget())
        turning = Flow(self._turning, space(2))
        self._at, self._next = Words("", "small", quiet=True), Next(presenter)
        for widget in (self._at, self._next):
            turning.addWidget(widget)

    def show_state(self, state: PagesState) -> None:
        """Show this page, or why there is none."""
        look = state.look
        self._chosen.setText(state.chosen())
        self._chosen.setVisible(look.count > 0)
        self._instead.show_state(state)
        self._sheet.show_page(look.picture)
        self._at.setText(called(look.at, look.count))
        self._next.show_look(look.at, look.count)
        self._turning.setVisible(look.count > 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colours_of(self.palette())["panel"])


class Instead(QWidget):
    """What stands in the place of pages: a moment, why there are none, or that it was stopped; and what can be done.

    `makes`: here, and not below the page, stands the way to make them after all.
    """

    def __init__(self, presenter: PagesScreen[Any], *, makes: bool) -> None:
        super().__init__()
        self._presenter, self._makes = presenter, makes
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(1))
        self._words = _add(rows, Words("", quiet=True))
        self._stop, self._make = _plain(_("S&top"), presenter.stop), _plain(_("&Make the pages"), presenter.anew)
        for way in (self._stop, self._make):
            rows.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: PagesState) -> None:
        """What it is."""
        self.setVisible(not state.look.count)
        words = {
            "coming": _("{n} pages are done").replace("{n}", str(state.pages)) if state.pages else _("A moment …"),
            "stopped": _("It was stopped before its pages were there."),
        }
        self._words.setText(words.get(state.stand, self._presenter.nothing()))
        self._stop.setVisible(state.stand == "coming" and state.pages > 0)
        self._make.setVisible(self._makes and state.stand == "stopped")


class Next(Button):
    """On to the next page; from the last one back to the first."""

    def __init__(self, presenter: PagesScreen[Any]) -> None:
        super().__init__(_("Next page"), "plain")
        self._presenter, self._to = presenter, 0
        self.clicked.connect(self._on_clicked)

    def show_look(self, at: int, count: int) -> None:
        """Which page is looked at, and of how many."""
        last = at + 1 >= count
        self._to = 0 if last else at + 1
        self.setText(_("First page") if last else _("Next page"))
        self.updateGeometry()
        self.setVisible(count > 1)

    def _on_clicked(self) -> None:
        self._presenter.turn(self._to)


class _Text(QPlainTextEdit):
    """A page's words, as high as they are: the page of the window scrolls, and nothing scrolls in it."""

    def __init__(self) -> None:
        super().__init__()
        typed(self, "text")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("The words of this page"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)

    def say(self, words: str) -> None:
        """Show these."""
        if self.toPlainText() != for_screen(words):
            self.setPlainText(for_screen(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tall, block = 0.0, self.document().begin()
        while block.isValid():
            tall += self.blockBoundingRect(block).height()  # which lays it out in this width; the document itself would guess
            block = block.next()
        around = 2 * (self.document().documentMargin() + self.frameWidth())
        self.setFixedHeight(math.ceil(tall + around) + space(2))


def called(at: int, count: int) -> str:
    """Which page of how many."""
    if count == 1:
        return _("One page")
    return _("Page {n} of {all}").replace("{n}", str(at + 1)).replace("{all}", str(count))


def _add(rows: QVBoxLayout, widget: W) -> W:
    rows.addWidget(widget)
    return widget


def _plain(words: str, call: Callable[[], object]) -> Button:
    made = Button(words, "plain")
    made.clicked.connect(lambda _checked=False: call())
    return made
