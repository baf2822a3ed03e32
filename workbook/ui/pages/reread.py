"""Reading a letter again: room for the lines that are one's own to say, and below them keeping or burning it."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.walk import WalkScreen, WalkState
from workbook.ui.pages import Update
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.page import Page
from workbook.ui.parts.prose import Words
from workbook.ui.parts.writing import Writing

ROWS = 6
"""How many lines stand open before a word is written."""


class Letter:
    """What can be done with the letter; burning it is said twice."""

    def __init__(self, page: Page, screen: WalkScreen) -> None:
        self._screen = screen
        self._keep, self._burn = Button(_("Keep it")), Button(_("Burn it"))
        self._keep.clicked.connect(self._on_keep)
        self._burn.clicked.connect(self._on_burn)
        page.gap()
        self._said = page.add(Words("", "text", quiet=True))
        page.add_row(self._keep, self._burn)

    def update(self, state: WalkState) -> None:
        """What came of it, and what a second press would do."""
        there = bool(state.picture)
        said = {
            "": "" if there else _("There is no letter here."),
            "asking": _(
                "Its key is destroyed, then the letter. Nobody can bring it back: not you, not this program, no backup. "
                "Some disks keep traces of a file for a while; without the key they cannot be read."
            ),
            "kept": _("It stays where it is. You can come back to it, and burn it, whenever you like."),
            "burned": _("It is gone."),
        }
        self._said.setText(said[state.letter])
        self._burn.setText(_("Burn it, for good") if state.letter == "asking" else _("Burn it"))
        for way in (self._keep, self._burn):
            way.setVisible(there)

    def _on_keep(self) -> None:
        self._screen.keep_letter()

    def _on_burn(self) -> None:
        self._screen.burn_letter()


def make(page: Page, screen: WalkScreen) -> Update:
    """Give the lines room, and add the two ways."""
    for sheet in page.findChildren(Writing):
        sheet.give_room(ROWS)
    return Letter(page, screen).update
