"""A wavy line below words that the dictionary does not have, what they may have been meant to be, and the next one by a key.

The lines lie over the words and are no part of the document: nothing is edited by them, and nothing to undo.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from gettext import gettext as _
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from workbook.ui.colours import colours_of
from workbook.ui.parts.exact import for_screen
from workbook.ui.parts.writing import Writing

if TYPE_CHECKING:
    from workbook.screens.spelling import Spelling

PAUSE: Final = 400
"""Milliseconds without a key until words are looked at."""
AROUND: Final = 20_000
"""Letters that are looked at around the caret; nobody sees more of them at once."""
MOST: Final = 300
"""Marks; a text with more of them is not helped by marks."""


class Spelt(QObject):
    """Looks at the input with the keyboard, once something is typed there or F7 is pressed; one at a time."""

    def __init__(self, spelling: Spelling, page: QWidget) -> None:
        super().__init__(page)
        self._spelling, self._page = spelling, page
        self._writing: Writing | None = None
        self._marks: list[QTextCursor] = []
        self._held_back = False
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._on_pause)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]  # there is one

    def rest(self) -> None:
        """Take the marks away and forget the words."""
        self._turn_to(None)
        self._spelling.rest()

    def next(self) -> None:
        """Go to the next marked word after the caret, or from the top again, and show what it may have been meant to be."""
        self._look(self._go_on, typing=False)

    def marked(self) -> list[str]:
        """The words that are marked."""
        return [mark.selectedText() for mark in self._marks]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and self._writing is not None:
            self._on_menu(self._writing, event)
            return True
        return super().eventFilter(watched, event)

    # looking

    def _look(self, then: Callable[[], None], *, typing: bool) -> None:
        writing = self._writing
        if writing is None:
            return
        start, text = _around(writing)
        revision = writing.document().revision()

        def answered(strange: tuple[tuple[int, str], ...]) -> None:
            if self._writing is writing and writing.document().revision() == revision:
                self._mark(writing, list(_places(start, text, strange)), typing=typing)
                then()

        self._spelling.look(text, answered)

    def _mark(self, writing: Writing, places: list[tuple[int, int]], *, typing: bool) -> None:
        """Mark words, but not the one that is just being typed."""
        caret = writing.textCursor().position()
        shown = [place for place in places if not (typing and place[1] == caret)]
        self._held_back = len(shown) < len(places)
        self._marks = []
        for start, end in shown if len(shown) <= MOST else ():
            mark = QTextCursor(writing.document())
            mark.setPosition(start)
            mark.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self._marks.append(mark)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(colours_of(writing.palette())["mend"])
        lines = []
        for mark in self._marks:
            line = QTextEdit.ExtraSelection()
            line.cursor, line.format = mark, look
            lines.append(line)
        writing.setExtraSelections(lines)

    def _on_pause(self) -> None:
        self._look(lambda: None, typing=True)

    # what it may have been meant to be

    def _go_on(self) -> None:
        writing = self._writing
        if writing is None:
            return
        caret = writing.textCursor().selectionEnd()
        marks = sorted(self._marks, key=lambda mark: (mark.selectionStart() < caret, mark.selectionStart()))
        if not marks:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(writing, _("No word is marked here.")))
            return
        writing.setTextCursor(marks[0])
        self._offer(writing, marks[0], _below(writing))

    def _on_menu(self, writing: Writing, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        inside = writing.viewport().mapFromGlobal(event.globalPos())
        caret = writing.textCursor() if by_keys else writing.cursorForPosition(inside)
        at = _below(writing) if by_keys else event.globalPos()
        mark = next((mark for mark in self._marks if mark.selectionStart() <= caret.position() <= mark.selectionEnd()), None)
        if mark is None:
            self._open(writing, caret, at, None)
        else:
            self._offer(writing, mark, at)

    def _offer(self, writing: Writing, mark: QTextCursor, at: QPoint) -> None:
        def answered(near: tuple[str, ...]) -> None:
            if self._writing is writing:
                self._open(writing, mark, at, near)

        self._spelling.instead(mark.selectedText(), answered)

    def _open(self, writing: Writing, mark: QTextCursor, at: QPoint, near: tuple[str, ...] | None) -> None:
        """The usual menu, with what belongs to the word on top of it; `near` is nothing where the word is not marked."""
        menu = writing.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0]
        if near is not None:
            word = mark.selectedText()
            menu.setAccessibleName(_("“{word}” is not in the dictionary").replace("{word}", word))
            for other in near:
                action = menu.addAction(other.replace("&", "&&"))
                menu.insertAction(first, action)
                action.triggered.connect(partial(self._on_picked, mark, other))
            keep = menu.addAction(_("Keep this word"))
            menu.insertAction(first, keep)
            keep.triggered.connect(partial(self._on_keep, word))
            menu.insertSeparator(first)
        elif self._spelling.keeps(word := _word_at(mark)):
            let_go = menu.addAction(_("Keep “{word}” no longer").replace("{word}", word))
            menu.insertAction(first, let_go)
            let_go.triggered.connect(partial(self._on_let_go, word))
            menu.insertSeparator(first)
        menu.popup(at)
        if near is not None:
            menu.setActiveAction(menu.actions()[0])

    def _on_picked(self, mark: QTextCursor, other: str, _checked: bool = False) -> None:
        mark.insertText(for_screen(other))
        self._on_pause()

    def _on_keep(self, word: str, _checked: bool = False) -> None:
        self._spelling.keep(word, self._on_pause)

    def _on_let_go(self, word: str, _checked: bool = False) -> None:
        self._spelling.let_go(word, self._on_pause)

    # which input

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, Writing) and self._page.isAncestorOf(now):
            self._turn_to(now)

    def _turn_to(self, writing: Writing | None) -> None:
        before, self._writing = self._writing, writing
        if before is writing:
            return
        self._soon.stop()
        self._marks, self._held_back = [], False
        if before is not None:
            before.edited.disconnect(self._soon.start)
            before.cursorPositionChanged.disconnect(self._on_moved)
            before.destroyed.disconnect(self._on_gone)
            for each in (before, before.viewport()):
                each.removeEventFilter(self)
            before.setExtraSelections([])
        if writing is not None:
            writing.edited.connect(self._soon.start)
            writing.cursorPositionChanged.connect(self._on_moved)
            writing.destroyed.connect(self._on_gone)
            for each in (writing, writing.viewport()):
                each.installEventFilter(self)

    def _on_moved(self) -> None:
        if self._held_back:
            self._soon.start()

    def _on_gone(self) -> None:
        self._soon.stop()
        self._writing, self._marks, self._held_back = None, [], False


def _around(writing: Writing) -> tuple[int, str]:
    """The words around the caret, whole lines of them, and where they begin; a line that is far too long is left out."""
    middle = writing.textCursor().block()
    if middle.length() > AROUND:
        return 0, ""
    first = last = middle
    room = AROUND - middle.length()
    while True:
        before, after = first.previous(), last.next()
        if before.isValid() and before.length() <= room:
            first, room = before, room - before.length()
        elif after.isValid() and after.length() <= room:
            last, room = after, room - after.length()
        else:
            return first.position(), "\n".join(_lines(first, last))


def _lines(block: QTextBlock, last: QTextBlock) -> Iterator[str]:
    while True:
        yield block.text()
        if block == last:
            return
        block = block.next()


def _places(start: int, text: str, strange: tuple[tuple[int, str], ...]) -> Iterator[tuple[int, int]]:
    """Where words begin and end in the document, which counts a character beyond the first 65,536 as two."""
    double = [at for at, character in enumerate(text) if character > "\uffff"]
    for at, word in strange:
        begin = start + at + bisect_left(double, at)
        yield begin, begin + len(word.encode("utf-16-le")) // 2


def _below(writing: Writing) -> QPoint:
    return writing.viewport().mapToGlobal(writing.cursorRect().bottomLeft())


def _word_at(caret: QTextCursor) -> str:
    word = QTextCursor(caret)
    word.select(QTextCursor.SelectionType.WordUnderCursor)
    return word.selectedText()
