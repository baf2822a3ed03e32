"""Looking back: a line to find words, the threads, then one list: sittings by time, or the places of those words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _
from gettext import ngettext

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.content import days
from workbook.couple.searching import Found, Past, Piece
from workbook.screens.past import PastScreen, PastState
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.finding import find_line
from workbook.ui.parts.layouts import widgets_in
from workbook.ui.parts.long_list import LongList, Told
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space
from workbook.ui.view import PageView, button

LINES = 2
"""How many lines of an answer are shown around the words that were looked for."""


class PastView(PageView[PastScreen]):
    """The page is made once; the list below it shows what there is now."""

    def build(self, page: Page, state: PastState) -> None:
        """The line, the ways, room for the list."""
        ways = self.presenter.ways
        page.title(_("Looking back"))
        hint = _("A word you wrote, or that is open between you")
        find_line(page, _("Find words"), hint, self.presenter.find).set_words(state.words)
        page.add_row(
            button(_("The &loop, then and now"), ways.loops),
            button(_("What sets me &off"), ways.triggers),
            button(_("The &weekly lines"), ways.pulse),
            button(_("What was &set out"), ways.set_out),
        )
        self._said = page.add(Words("", quiet=True))
        self._today = page.add(_OnThisDay())
        self._shown: tuple[Past | Found, ...] = ()
        self._list: LongList[Past | Found] = page.add(LongList(self._told, self.presenter.fetch_more))
        page.column.rows.setStretchFactor(self._list, 1000)  # what room is left is for the list
        self._list.picked.connect(self._on_picked)
        page.lead_on(button(_("&Back"), ways.back))
        self.always_there()

    def first_stop(self) -> QWidget | None:
        """At the row that was opened last; else where words can be looked for."""
        at = self._place(self.presenter.state.at)
        if at is None:
            return super().first_stop()
        self._list.point_at(at)
        return self._list

    def update_page(self, page: Page, state: PastState) -> None:
        """What is new goes below what is there."""
        searching = bool(state.asked)
        self._shown = state.found if searching else state.entries
        self._list.setAccessibleName(_("Where these words stand") if searching else _("What lies behind you, the newest first"))
        self._list.show_rows(self._shown, state.more if searching else state.older, LINES if searching else 1)
        self._list.setVisible(bool(self._shown))
        self._today.remind(() if searching else state.on_this_day, self.presenter.look)
        said = state.trouble or self._line(state)
        if said != self._said.text():
            self._said.setText(said)
        self._said.setVisible(bool(said))
        shown = len(state.found)
        several = _("More than {n} places") if state.more else ngettext("{n} place", "{n} places", shown)
        self.announce_soon(said or (several.replace("{n}", str(shown)) if searching and shown else ""))

    def _line(self, state: PastState) -> str:
        if state.asked and not state.found:
            return _("These words stand nowhere here. Letters are never looked through.")
        if state.loaded and not state.asked and not state.entries:
            return _("Nothing lies behind you here yet. What you begin alone is listed at once, what is for two when it is done.")
        return ""

    def _told(self, one: Past | Found) -> Told:
        if isinstance(one, Past):
            return Told(one.title, (Piece(when_and_whose(one)),))
        who = self.presenter.state.names.get(one.author, "")
        return Told(f"{one.title} · {one.exercise}", (Piece(f"{who}: " if who else ""), *one.excerpt))

    def _place(self, sitting: str) -> int | None:
        ids = (one.id if isinstance(one, Past) else one.sitting for one in self._shown)
        return next((at for at, name in enumerate(ids) if name == sitting), None)

    def _on_picked(self, row: int) -> None:
        one = self._shown[row]
        self.presenter.look(one.id if isinstance(one, Past) else one.sitting)


def when_and_whose(past: Past) -> str:
    """The quiet line of a sitting."""
    when = days.in_full(past.day) if past.day else ""
    whose = _("Both of you") if past.ours else _("Your own")
    return " · ".join(part for part in (when, whose) if part)


class _OnThisDay(QWidget):
    """What was done on this day in earlier years, for whoever wants to be told."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(space(2))
        self._shown: tuple[Past, ...] = ()

    def remind(self, entries: tuple[Past, ...], look: Callable[[str], None]) -> None:
        """Show these, or nothing at all."""
        self.setVisible(bool(entries))
        if entries == self._shown:
            return
        self._shown = entries
        for before in widgets_in(self._rows):
            self._rows.removeWidget(before)
            before.deleteLater()
        self._rows.addWidget(Words(_("On this day"), "heading"))
        for past in entries:
            read = button(_("Read it through"), partial(look, past.id))
            self._rows.addWidget(CardRow(past.title, when_and_whose(past), read))
