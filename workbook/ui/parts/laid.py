"""Words laid out in a fixed number of lines, some of them marked: for rows that are painted and have no widget of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from workbook.couple.searching import Piece
from workbook.ui.parts.exact import breakable, for_eyes


def laid_out(pieces: Sequence[Piece], font: QFont, width: float, most: int, direction: Qt.LayoutDirection) -> QTextLayout:
    """Words in so many lines at the most, those that are marked in bold; what has no room ends in dots."""
    texts = [breakable(for_eyes(piece.text)) for piece in pieces]
    laid = QTextLayout("".join(texts), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    if direction == Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # what was typed goes its own way, whatever ours is
    laid.setTextOption(option)
    bold, at = QTextCharFormat(), 0
    bold.setFontWeight(QFont.Weight.Bold)
    marks: list[QTextLayout.FormatRange] = []
    for piece, text in zip(pieces, texts, strict=True):
        mark = QTextLayout.FormatRange()
        mark.start, mark.length, mark.format = at, _units(text), bold
        at += mark.length
        if piece.marked:
            marks.append(mark)
    laid.setFormats(marks)
    if _lines(laid, width) > most:
        last = laid.lineAt(most - 1)
        units, end = laid.text().encode("utf-16-le"), last.textStart() + last.textLength()
        while end > 0 and _lines(laid, width) > most:
            end -= 2
            laid.setText(units[: 2 * end].decode("utf-16-le", "ignore").rstrip() + "…")
    return laid


def _lines(laid: QTextLayout, width: float) -> int:
    """Break the words into lines of this width; how many it took."""
    laid.beginLayout()
    top = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    laid.endLayout()
    return laid.lineCount()


def _units(text: str) -> int:
    """How long words are as Qt counts them."""
    return len(text.encode("utf-16-le")) // 2
