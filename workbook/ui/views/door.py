"""The door: a picture for each, and the two things that open for anyone."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from workbook.screens.door import DoorScreen, DoorState
from workbook.ui.parts.page import Page
from workbook.ui.parts.picture import PictureButton
from workbook.ui.view import PageView, button
from workbook.ui.words import door_name


class DoorView(PageView[DoorScreen]):
    """Asks who is here."""

    def build(self, page: Page, state: DoorState) -> None:
        """A picture each, then both, then what needs no key."""
        page.title(_("Who is here?"))
        pictures = [PictureButton(door.picture, door.colour, door_name(door)) for door in state.doors]
        for door, picture in zip(state.doors, pictures, strict=True):
            picture.clicked.connect(partial(self._enter, door.id))
        page.add_row(*pictures)
        if state.for_two:
            page.gap()
            page.add_row(button(_("&Both of us"), self.presenter.together))
        page.gap(6)
        page.say(_("These open for anyone, without a passphrase. What you do there is not kept."), quiet=True)
        page.add_row(button(_("Too &much right now"), self.presenter.too_much), button(_("&Steady ground"), self.presenter.steady))
        self.always_there()

    def _enter(self, person: str, _checked: bool = False) -> None:
        self.presenter.enter(person)
