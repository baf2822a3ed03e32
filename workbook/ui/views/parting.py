"""Leaving: a notebook of one's own, and deleting oneself."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit

from workbook.screens.parting import RemoveScreen, RemoveState, SplitScreen, SplitState, what_a_split_does, what_removing_does
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.parts.secret import secret_line
from workbook.ui.theme import typed
from workbook.ui.view import PageView, button, choose_folder


class SplitView(PageView[SplitScreen]):
    """What it does, then where it goes."""

    def build(self, page: Page, state: SplitState) -> None:
        """The words, the place, the passphrase."""
        page.title(_("A notebook of your own"))
        for words in what_a_split_does(state.partner):
            page.say(words)
        page.gap()
        page.add(Words(_("Where should it be made?"), "label"))
        self._folder = page.add(typed(QLineEdit(state.folder), "text"))
        self._folder.setAccessibleName(_("Where should it be made?"))
        page.add_row(button(_("&Choose …"), self._choose, "plain"))
        self._secret: QLineEdit | None = None
        if state.protected:
            page.add(Words(_("Your passphrase"), "label"))
            self._secret = page.add(secret_line(_("Your passphrase")))
            self._secret.returnPressed.connect(self._go)
        page.lead_on(button(_("&Make it"), self._go, "primary"), button(_("&Back"), self.presenter.back))
        self.always_there()

    def update_page(self, page: Page, state: SplitState) -> None:
        """Where it goes, and what was in the way."""
        if state.folder and self._folder.text() != state.folder:
            self._folder.setText(state.folder)
        page.note(_("Working … this takes a moment on purpose.") if state.busy else state.fault)

    def _choose(self) -> None:
        chosen = choose_folder(self, _("Where should the new folder be made?"))
        if chosen is not None:
            self.presenter.put_in(str(chosen))

    def _go(self) -> None:
        self.presenter.go(self._folder.text(), self._secret.text() if self._secret else "")


class RemoveView(PageView[RemoveScreen]):
    """What goes, what stays, and the passphrase once more."""

    def build(self, page: Page, state: RemoveState) -> None:
        """The words, one line, and a way back that comes first."""
        page.title(_("Delete me out of this notebook?") if state.partner else _("Delete this notebook?"))
        for words in what_removing_does(state.partner):
            page.say(words)
        page.gap()
        asked = _("Your passphrase") if state.protected else _("To go on, type this word: {word}").replace("{word}", state.word)
        page.add(Words(asked, "label"))
        self._typed = page.add(secret_line(asked) if state.protected else typed(QLineEdit(), "ask"))
        self._typed.setAccessibleName(asked)
        page.lead_on(button(_("&Keep everything"), self.presenter.back, "primary"), button(_("&Delete it for good"), self._go))
        self.always_there()

    def update_page(self, page: Page, state: RemoveState) -> None:
        """What was in the way."""
        page.note(_("Deleting …") if state.busy else state.fault)

    def _go(self) -> None:
        self.presenter.go(self._typed.text())
