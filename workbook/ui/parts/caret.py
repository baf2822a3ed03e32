"""What stands around the caret: whole lines, and the word before it. A cursor knows when its document goes, a line does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

AROUND: Final = 20_000
"""Letters around the caret; nobody sees more of them at once."""


def around(writing: QPlainTextEdit) -> QTextCursor:
    """The lines around the caret, as many as are looked at."""
    first = last = writing.textCursor().block()
    room = AROUND - first.length()
    while True:
        before, after = first.previous(), last.next()
        if before.isValid() and before.length() <= room:
            first, room = before, room - before.length()
        elif after.isValid() and after.length() <= room:
            last, room = after, room - after.length()
        else:
            break
    span = QTextCursor(first)
    span.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
    return span


def lines_of(span: QTextCursor | None) -> Iterator[QTextBlock]:
    """The lines of it; one that is far too long is left out."""
    if span is None or span.isNull():
        return
    block, end = span.document().findBlock(span.selectionStart()), span.selectionEnd()
    while block.isValid() and block.position() <= end:
        if block.length() <= AROUND:
            yield block
        block = block.next()


def units(text: str) -> int:
    """How long a text is as Qt counts: in units of UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def word_before(writing: QPlainTextEdit) -> str:
    """The word that ends at the caret."""
    caret = writing.textCursor()
    before = caret.block().text().encode("utf-16-le", "surrogatepass")[: 2 * caret.positionInBlock()].decode("utf-16-le", "ignore")
    return before.split()[-1].lstrip("“„‘'\"([") if before and not before[-1].isspace() else ""
