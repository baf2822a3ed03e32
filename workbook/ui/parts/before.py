"""What somebody said before, offered on a page: folded until it is wanted, and never filled in by itself."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.screens.carrying import Carried
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.fold import Unfolds
from workbook.ui.theme import space

SHOWN = 240
"""Characters of an earlier answer that are shown; all of it is taken over."""


class Before(QWidget):
    """A button that looks like words, and below it one's earlier words, each with a way to use them here."""

    def __init__(self, offered: tuple[Carried, ...], use: Callable[[Carried], None]) -> None:
        super().__init__()
        self.button = Unfolds(_("From before: your own earlier words"))
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(space(1))
        self.rows.addWidget(self.button)
        self.cards = [self._card(one, use) for one in offered]
        self.button.clicked.connect(self._on_clicked)

    def _card(self, one: Carried, use: Callable[[Carried], None]) -> CardRow:
        words = one.words if len(one.words) <= SHOWN else one.words[:SHOWN].rstrip() + "…"
        button = Button(_("Use this here"), "quiet")
        button.clicked.connect(lambda _checked=False: use(one))
        card = CardRow(words, one.title, button)
        card.hide()
        self.rows.addWidget(card)
        return card

    def _on_clicked(self) -> None:
        for card in self.cards:
            card.setVisible(card.isHidden())
        self.button.show_open(not self.cards[0].isHidden())
