"""Leaving: a notebook of one's own, and deleting oneself."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit

from workbook.screens.parting import RemoveScreen, RemoveState, SplitScreen, SplitState, what_a_split_does, what_removing_does
from workbook.ui.parts.line import labelled, secret_line, single_line
from workbook.ui.parts.page import Page
from workbook.ui.view import PageView, button, choose_folder


class SplitView(PageView[SplitScreen]):
    """What it does, then where it goes."""

    def build(self, page: Page, state: SplitState) -> None:
        """The words, the place, the passphrase."""
        page.title(_("A notebook of your own"))
        for words in what_a_split_does(state.partner):
            page.say(words)
        page.gap()
        self._folder = single_line(_("Where should it be made?"), state.folder)
        page.add(labelled(_("Where should it be made?"), self._folder, "label"))
        page.add_row(button(_("&Choose …"), self._choose, "plain"))
        self._secret: QLineEdit | None = None
        if state.protected:
            self._secret = secret_line(_("Your passphrase"))
            page.add(labelled(_("Your passphrase"), self._secret, "label"))
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
        self._typed = secret_line(asked) if state.protected else single_line(asked, kind="ask")
        page.add(labelled(asked, self._typed, "label"))
        page.lead_on(button(_("&Keep everything"), self.presenter.back, "primary"), button(_("&Delete it for good"), self._go))
        self.always_there()

    def update_page(self, page: Page, state: RemoveState) -> None:
        """What was in the way."""
        page.note(_("Deleting …") if state.busy else state.fault)

    def _go(self) -> None:
        self.presenter.go(self._typed.text())
