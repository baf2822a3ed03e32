"""Looking back: a line to find words, the threads, then the list by time."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.couple.searching import Found, Past
from workbook.screens import days
from workbook.screens.past import PastScreen, PastState
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.excerpt import Excerpt
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.parts.row import Row
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space
from workbook.ui.view import PageView, button, pressed


class PastView(PageView[PastScreen]):
    """The page is made once; rows are only added below, and results put in their place."""

    def build(self, page: Page, state: PastState) -> None:
        """The line, the ways, room for both lists."""
        ways = self.presenter.ways
        page.title(_("Looking back"))
        self._find = Writing(_("Find words"))
        self._find.setPlaceholderText(_("A word you wrote, or that is open between you"))
        self._find.set_words(state.words)
        self._find.edited.connect(self._on_find)
        page.add(Words(_("Find words"), "label")).setBuddy(self._find)
        page.add(self._find)
        page.add_row(
            button(_("The &loop, then and now"), ways.loops),
            button(_("What sets me &off"), ways.triggers),
            button(_("The &weekly lines"), ways.pulse),
            button(_("What was &set out"), ways.set_out),
        )
        self._said = page.add(Words("", quiet=True))
        self._today, self._results, self._list = page.add(_Rows()), page.add(_Rows()), page.add(_Rows())
        self._more = page.add(button(_("Show &more places"), self.presenter.find_more, "plain"))
        self._older = page.add(button(_("Show &older ones"), self.presenter.show_older, "plain"))
        self._shown: tuple[Past, ...] = ()
        self._found: tuple[Found, ...] = ()
        self._reminded: tuple[Past, ...] = ()
        page.lead_on(button(_("&Back"), ways.back))
        self.always_there()

    def update_page(self, page: Page, state: PastState) -> None:
        """What is new goes below what is there."""
        if state.entries[: len(self._shown)] != self._shown:
            self._list.empty()
            self._shown = ()
        for past in state.entries[len(self._shown) :]:
            self._list.add(self._row(past))
        self._shown = state.entries
        if state.on_this_day != self._reminded:
            self._remind(state.on_this_day)
        if state.found != self._found:
            self._show_found(state)
        searching = bool(state.asked)
        self._results.setVisible(searching)
        self._list.setVisible(not searching)
        self._today.setVisible(not searching and bool(state.on_this_day))
        self._more.setVisible(searching and state.more)
        self._older.setVisible(not searching and state.older)
        said = state.trouble or self._line(state)
        if said != self._said.text():
            self._said.setText(said)
            self.announce(said)
        self._said.setVisible(bool(said))

    def _line(self, state: PastState) -> str:
        if state.asked and not state.found:
            return _("These words stand nowhere here. Letters are never looked through.")
        if state.loaded and not state.asked and not state.entries:
            return _("Nothing lies behind you here yet. What you begin is listed from then on.")
        return ""

    def _remind(self, entries: tuple[Past, ...]) -> None:
        self._today.empty()
        self._reminded = entries
        if entries:
            self._today.add(Words(_("On this day"), "heading"))
        for past in entries:
            self._today.add(self._row(past))

    def _row(self, past: Past) -> QWidget:
        when = days.in_full(past.day) if past.day else ""
        whose = _("Both of you") if past.ours else _("Your own")
        line = " · ".join(part for part in (when, whose) if part)
        return pressed(Row(past.title, line), partial(self.presenter.ways.look, past.id))

    def _show_found(self, state: PastState) -> None:
        self._results.empty()
        self._found = state.found
        for one in state.found:
            card = CardRow(f"{one.title} · {one.exercise}", "", self._read(one.sitting))
            card.rows.insertWidget(1, Excerpt(one.excerpt, state.names.get(one.author, "")))
            self._results.add(card)

    def _read(self, sitting: str) -> Button:
        return button(_("Read it through"), partial(self.presenter.ways.look, sitting))

    def _on_find(self) -> None:
        self.presenter.find(self._find.words())


class _Rows(QWidget):
    """Rows one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(space(1))

    def add(self, widget: QWidget) -> None:
        """One more below."""
        self._rows.addWidget(widget)

    def empty(self) -> None:
        """None of them stays."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
