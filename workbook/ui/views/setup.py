"""Setting up: one question, then a small card each."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from itertools import pairwise

from PySide6.QtWidgets import QLineEdit

from workbook.couple.people import Person
from workbook.screens.backups import in_a_synced_folder
from workbook.screens.setup import SetupScreen, SetupState
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.parts.who import Told, who
from workbook.ui.view import PageView, button, choose_folder, large


class SetupView(PageView[SetupScreen]):
    """Asks for no more than it needs."""

    def page_key(self, state: SetupState) -> object:
        """A new page when the number of people changes."""
        return len(state.people)

    def build(self, page: Page, state: SetupState) -> None:
        """Who it is for, then each one's name, picture and colour."""
        page.title(_("Who is it for?"))
        if not state.people:
            page.add_row(
                large(_("The &two of us"), partial(self.presenter.choose, 2)),
                large(_("Just &me"), partial(self.presenter.choose, 1)),
            )
        names = [self._person(page, index, person, len(state.people)) for index, person in enumerate(state.people)]
        for name, following in pairwise(names):
            name.returnPressed.connect(following.setFocus)
        self._folder = page.add(Words("", "small", quiet=True))
        self._synced = page.add(Words("", "text"))
        self._better = button(_("Keep it on this computer &only"), self._only_here) if state.people else None
        if self._better is not None:
            page.add_row(button(_("Keep it &elsewhere"), self._elsewhere, "plain"), self._better)
        ways = [button(_("&Make the notebook"), self.presenter.done, "primary")] if state.people else []
        page.lead_on(*ways, button(_("Back"), self._back))
        self.always_there()

    def update_page(self, page: Page, state: SetupState) -> None:
        """Where it will lie, and what is missing."""
        elsewhere = bool(state.people) and (state.elsewhere or bool(state.synced))  # the usual place is told under privacy
        self._folder.setText(_("It will be kept in {folder}").replace("{folder}", state.folder) if elsewhere else "")
        self._folder.setVisible(elsewhere)
        self._synced.setText(in_a_synced_folder(state.synced) if state.people and state.synced else "")
        self._synced.setVisible(bool(self._synced.text()))
        if self._better is not None:
            self._better.setVisible(bool(state.better))
        page.note(state.fault)

    def _person(self, page: Page, index: int, person: Person, of: int) -> QLineEdit:
        heading = _("What are you called?") if of == 1 else (_("One of you"), _("The other"))[index]
        presenter = self.presenter
        tell = Told(*(partial(put, index) for put in (presenter.name, presenter.picture, presenter.colour)))
        return who(page, heading, person, tell, enter=presenter.done if index + 1 == of else None)

    def _elsewhere(self) -> None:
        chosen = choose_folder(self, _("Keep it in"))
        if chosen is not None:
            self.presenter.keep_in(str(chosen / "notebook"))

    def _only_here(self) -> None:
        self.presenter.keep_in(self.presenter.state.better)

    def _back(self) -> None:
        if self.presenter.state.people:
            self.presenter.choose(0)
        else:
            self.presenter.back()
