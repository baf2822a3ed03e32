"""The reveal: closed, then side by side."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt

from workbook.content.blocks import Sides, plain
from workbook.content.fields import Option
from workbook.couple.beside import MARKS, mark_called, mark_words
from workbook.couple.people import Person
from workbook.screens.reveal import RevealScreen, RevealState
from workbook.ui.parts.blocks import SideBySide, widget_for
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.picture import Picture
from workbook.ui.parts.pill_rows import PillRows
from workbook.ui.parts.prose import Words, bare
from workbook.ui.view import PageView, button


class RevealView(PageView[RevealScreen]):
    """One step at a time."""

    WIDTH = 210

    def page_key(self, state: RevealState) -> object:
        """A page for the closed step, another for the open one."""
        return (state.step_title, bool(state.sides), state.question)

    def build(self, page: Page, state: RevealState) -> None:
        """The question; below it whose answers will open, or both answers."""
        page.where(f"{state.exercise} · {state.title} · {state.position}")
        page.title(state.step_title)
        page.ask(state.step_ask)
        if state.sides:
            page.add(widget_for(Sides(state.sides)))
            self._marks = self._add_marks(page, state)
            if state.question:
                page.gap()
                page.ask(state.question)
                page.say(_("Say it aloud to each other, if you like. Nothing needs typing."), quiet=True)
            page.opening = _heard(state)
        elif state.optional and not state.began:
            page.say(_("This softer layer opens only if you both wish. Closed is just as good."))
        if not state.sides:
            page.gap()
            page.add(SideBySide([_closed(person) for person in self.presenter.people]))
        self._trouble = page.add(Words("", "text"))
        page.lead_on(*self._buttons(state))
        self.always_there(button(_("&Enough for today"), self.presenter.enough, "plain"))

    def update_page(self, page: Page, state: RevealState) -> None:
        """What went wrong, if anything."""
        self._trouble.setText(state.trouble)
        self._trouble.setVisible(bool(state.trouble))
        page.note(_("Opening …") if state.busy else "")
        if state.sides and self._marks is not None:
            self._marks.choose({one.author: one.mark for one in state.markings if one.mark})

    def _add_marks(self, page: Page, state: RevealState) -> PillRows | None:
        """Room for a mark by each; what it is about is the other's words, and it weighs nothing."""
        if not state.markings:
            return None
        page.gap()
        page.say(_("If you like, each of you can mark what the other said. You both see it, and nothing counts it."), quiet=True)
        about = _("{name}, about what {other} said")
        things = (Option(one.author, about.replace("{name}", one.name).replace("{other}", one.of)) for one in state.markings)
        rows = PillRows(tuple(things), tuple(Option(mark, mark_words(mark)) for mark in MARKS))
        rows.changed.connect(self._on_marked)
        return page.add(rows)

    def _on_marked(self) -> None:
        chosen = self._marks.chosen() if self._marks else {}
        for one in self.presenter.state.markings:
            if one.mark != (mark := mark_called(chosen.get(one.author))):
                self.presenter.mark(one.author, mark)

    def _buttons(self, state: RevealState) -> list[Button]:
        if state.sides:
            return [button(_("&Next"), self.presenter.next, "primary")]
        opens = [button(_("&Open it, both of us"), self.presenter.open, "primary")]
        if state.optional:
            opens.append(button(_("&Leave it closed"), self.presenter.leave_closed))
        return opens


def _heard(state: RevealState) -> str:
    """What both said, for whoever listens: where the keyboard begins is below it."""
    both = (f"{side.name}: {plain(side.blocks) or _('Left open')}" for side in state.sides)
    return "\n".join((*both, bare(state.question)) if state.question else both)


def _closed(person: Person) -> Panel:
    """Somebody's answer that is not open yet; it looks the same whether there is one or not (G5)."""
    panel = Panel()
    panel.rows.addWidget(Picture(person.picture, person.colour, 20), 0, Qt.AlignmentFlag.AlignHCenter)
    for words in (Words(person.name, "label"), Words(_("Closed"), "small", quiet=True)):
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        panel.rows.addWidget(words)
    return panel
