"""Making a PDF: ticks, then a place to put it."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit

from workbook.couple.beside import is_mark
from workbook.screens.export import ExportScreen, ExportState, Tick
from workbook.ui.parts.blocks import widget_for
from workbook.ui.parts.buttons import Button, plainly
from workbook.ui.parts.options import Tick as Box
from workbook.ui.parts.page import Page
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.places import ask_target
from workbook.ui.parts.prose import Words
from workbook.ui.theme import typed
from workbook.ui.view import PageView, button


class ExportView(PageView[ExportScreen]):
    """One author at a time."""

    def build(self, page: Page, state: ExportState) -> None:
        """What can go on paper, each with its words and a tick."""
        page.where(state.title)
        page.title(_("What goes on paper, {name}?").replace("{name}", state.name))
        page.ask(_("Only what you tick. This is for one paper only; next time you are asked again."))
        page.say(_("“Tender” stands beside what may hurt or harm if others read it."), quiet=True)
        if any(is_mark(tick.item.step) for tick in state.ticks):
            page.say(_("A mark goes on paper only together with the words it is about."), quiet=True)
        page.add_row(button(_("Tick all that is not &tender"), self.presenter.tick_all))
        self._boxes = [self._item(page, tick) for tick in state.ticks]
        self._unprintable = page.add(Words("", "text"))
        page.gap()
        self._file = typed(QLineEdit(state.folder), "text")
        self._file.setAccessibleName(_("File"))
        page.say(_("Where should the file go? Once it is there, it is an ordinary file that anyone at this computer can open."))
        page.add(self._file)
        page.add_row(button(_("&Choose …"), self._choose, "plain"))
        self._told = ""
        write = _("&Write the PDF")
        if state.next_name:
            hand_on = plainly(_("Now {name} ticks").replace("{name}", state.next_name))
            page.lead_on(
                button(hand_on, self.presenter.hand_on, "primary"),
                button(_("&Write it with my words only"), self._write),
                self._back(),
            )
        else:
            page.lead_on(button(write, self._write, "primary"), self._back())
        self.always_there()

    def update_page(self, page: Page, state: ExportState) -> None:
        """The ticks, what cannot be printed, and where it went."""
        for box, tick in zip(self._boxes, state.ticks, strict=True):
            box.blockSignals(True)
            box.setChecked(tick.ticked)
            box.blockSignals(False)
        cannot = _("Paper cannot show these characters yet; a mark stands in their place: {all}")
        self._unprintable.setText(cannot.replace("{all}", "  ".join(state.unprintable)) if state.unprintable else "")
        self._unprintable.setVisible(bool(state.unprintable))
        written = _("Written: {file}").replace("{file}", state.written) if state.written else ""
        told = state.trouble or written
        page.note(_("Writing …") if state.busy else told)
        if told and told != self._told:
            self.announce(told)
        self._told = told

    def _item(self, page: Page, tick: Tick) -> Box:
        label = tick.item.title
        if tick.both:
            label += _(" (by you both; it needs a tick from each)")
        if tick.item.tender:
            label += _(" (tender)")
        if tick.item.unseen:
            label += _(" (only you have read it)")
        card = page.add(Panel())
        box = Box(label)
        for widget in (box, *(widget_for(block) for block in tick.item.blocks)):
            card.rows.addWidget(widget)
        box.setChecked(tick.ticked)
        box.toggled.connect(partial(self.presenter.tick, tick.item.step, tick.item.author))
        return box

    def _back(self) -> Button:
        return button(_("&Back"), self.presenter.back)

    def _write(self) -> None:
        self.presenter.write(self._file.text())

    def _choose(self) -> None:
        chosen = ask_target(self, _("Where to"), self._file.text(), _("PDF (*.pdf)"))
        if chosen:
            self._file.setText(chosen)
