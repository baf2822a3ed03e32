"""An exercise as blank paper: which paper, and where the file goes."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit

from workbook.screens.paper import PaperScreen, PaperState
from workbook.ui.parts.options import Tick
from workbook.ui.parts.page import Page
from workbook.ui.parts.places import ask_target
from workbook.ui.theme import typed
from workbook.ui.view import PageView, button


class PaperView(PageView[PaperScreen]):
    """One file with lines to write on, boxes to tick and numbers to ring."""

    def build(self, page: Page, state: PaperState) -> None:
        """What is on it, and where it goes."""
        page.where(state.title)
        page.title(_("Print it blank"))
        page.ask(_("The same questions on paper, with room for a pen. Nothing you wrote here is on it."))
        page.say(_("What each of you does alone stands on pages of its own. Print those once for each of you."), quiet=True)
        self._letter = page.add(Tick(_("On US Letter paper instead of A4")))
        page.gap()
        page.say(_("Where should the file go? Once it is there, it is an ordinary file that anyone at this computer can open."))
        self._file = page.add(typed(QLineEdit(state.file), "text"))
        self._file.setAccessibleName(_("File"))
        page.add_row(button(_("&Choose …"), self._choose, "plain"))
        self._told = ""
        page.lead_on(button(_("&Write the PDF"), self._write, "primary"), button(_("&Back"), self.presenter.back))
        self.always_there()

    def update_page(self, page: Page, state: PaperState) -> None:
        """Where it went, or what went wrong."""
        told = state.trouble or (_("Written: {file}").replace("{file}", state.written) if state.written else "")
        page.note(_("Writing …") if state.busy else told)
        if told and told != self._told:
            self.announce(told)
        self._told = told

    def _write(self) -> None:
        self.presenter.write(self._file.text(), self._letter.isChecked())

    def _choose(self) -> None:
        chosen = ask_target(self, _("Where to"), self._file.text(), _("PDF (*.pdf)"))
        if chosen:
            self._file.setText(chosen)
