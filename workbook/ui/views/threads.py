"""A thread through many sittings: blocks to read, earlier drawings to choose from, a line to draw in."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from workbook.content import days
from workbook.couple.threads import Happening
from workbook.screens.threads import LoopsScreen, PulseScreen, PulseState, ThreadScreen, ThreadState
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.line import labelled
from workbook.ui.parts.options import OneOf, Option
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.parts.said import Said
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space
from workbook.ui.view import PageView, button


class ThreadView(PageView[ThreadScreen | LoopsScreen]):
    """The same blocks that paper shows."""

    WIDTH = 260

    def page_key(self, state: ThreadState) -> object:
        """A new page whenever other blocks are shown."""
        return state

    def build(self, page: Page, state: ThreadState) -> None:
        """All of it, from top to bottom."""
        page.title(state.title)
        page.say(state.about, quiet=True)
        if state.trouble:
            page.say(state.trouble)
        elif state.loaded and not state.blocks:
            page.say(state.nothing)
        if state.choices:
            self._choices(page, state)
        page.show_blocks(state.blocks)
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))
        self.always_there()

    def _choices(self, page: Page, state: ThreadState) -> None:
        page.add(Words(_("Which earlier one stands beside it"), "label"))
        options = QWidget()
        flow, group = Flow(options, space(1)), OneOf(page)
        for label in state.choices:
            option = Option(label, "pill")
            group.add(option)
            flow.addWidget(option)
        group.choose(state.chosen)
        group.changed.connect(lambda: self.presenter.choose(state.chosen if group.chosen is None else group.chosen))
        page.add(options)


class PulseView(PageView[PulseScreen]):
    """The lines and the table, then what happened in between, and a line to add to it."""

    WIDTH = 260
    _drawn: tuple[Happening, ...] | None = None

    def page_key(self, state: PulseState) -> object:
        """A new page whenever the lines or what is drawn into them changed; what is being typed stays otherwise."""
        return state.blocks, state.happened, state.loaded

    def build(self, page: Page, state: PulseState) -> None:
        """All of it, from top to bottom."""
        self._changed = self._drawn is not None and state.happened != self._drawn
        self._drawn = state.happened if state.loaded else None
        page.title(_("The weekly lines"))
        about = _("What you marked in “Weekly pulse”, and of your partner’s marks only what was opened. Nothing is added up.")
        page.say(about, quiet=True)
        if state.loaded and not state.blocks:
            page.say(_("Nothing is marked yet. “Weekly pulse” takes three minutes."))
        page.show_blocks(state.blocks)
        page.add(Words(_("What happened in between"), "heading"))
        page.say(_("A move, a new job, a loss, a holiday: it is drawn in as a line. Only you see it."), quiet=True)
        for one in state.happened:
            take_out = button(_("Take it out"), partial(self.presenter.remove, one), "plain")
            page.add(CardRow(days.written(one.day), "", take_out)).rows.insertWidget(1, Said(one.words))
        self._words = self._line(page, _("What happened"), "")
        self._when = self._line(page, _("On which day"), state.today)
        self._note = page.add(Words("", quiet=True))
        page.add_row(button(_("&Draw it in"), self._on_add))
        page.lead_on(button(_("&Back"), self.presenter.back, "back"))
        self.always_there()

    def first_stop(self) -> QWidget | None:
        """After something was drawn in or taken out, the keyboard stays at the line for the next; else the lines are read first."""
        return self._words if self._changed or not self.presenter.state.blocks else None

    def update_page(self, page: Page, state: PulseState) -> None:
        """How adding went."""
        said = state.trouble or state.note
        if said != self._note.text():
            self._note.setText(said)
            self.announce(said)
        self._note.setVisible(bool(said))

    def _line(self, page: Page, label: str, words: str) -> Writing:
        writing = Writing(label)
        writing.set_words(words)
        writing.entered.connect(self._on_add)
        page.add(labelled(label, writing, "label"))
        return writing

    def _on_add(self) -> None:
        self.presenter.add(self._words.words(), self._when.words())
