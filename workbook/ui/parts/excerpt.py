"""A few words out of an answer, with those that were looked for set in bold; nothing in them is interpreted."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from workbook.couple.searching import Piece
from workbook.ui.parts.exact import breakable, for_eyes
from workbook.ui.theme import typed


class Excerpt(QLabel):
    """An excerpt to read; `who` stands before it where the words are not the reader's own."""

    def __init__(self, pieces: Iterable[Piece], who: str = "") -> None:
        super().__init__()
        pieces = tuple(pieces)
        before = f"{who}: " if who else ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setText(escape(for_eyes(before)) + "".join(_set(piece) for piece in pieces))
        self.setAccessibleName(before + "".join(piece.text for piece in pieces))
        typed(self, "text")


def _set(piece: Piece) -> str:
    words = escape(breakable(for_eyes(piece.text)))
    return f"<b>{words}</b>" if piece.marked else words
