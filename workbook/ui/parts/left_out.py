"""The words that are left out of a paper, and the way to put each back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from workbook.ui.parts.buttons import Button, plainly
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.layouts import widgets_in
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space

LONG = 40
"""How many letters of them are shown."""


class LeftOut(QWidget):
    """There only where some are."""

    def __init__(self, put_back: Callable[[str], None]) -> None:
        super().__init__()
        self._put_back, self._phrases = put_back, tuple[str, ...]()
        self._flow = Flow(self, space(1.5))
        self.hide()

    def show_phrases(self, phrases: tuple[str, ...]) -> None:
        """These are left out now."""
        if phrases == self._phrases:
            return
        self._phrases = phrases
        for before in widgets_in(self._flow):
            self._flow.removeWidget(before)
            before.deleteLater()
        self._flow.addWidget(Words(_("Left out on this paper:"), "label"))
        for phrase in phrases:
            short = phrase if len(phrase) <= LONG else phrase[:LONG] + "…"
            back = Button(_("“{words}”: put it back").replace("{words}", plainly(" ".join(short.split()))), "plain")
            back.clicked.connect(partial(self._on_back, phrase))
            self._flow.addWidget(back)
        self.setVisible(bool(phrases))

    def _on_back(self, phrase: str) -> None:
        self._put_back(phrase)
