"""A wavy line below words that the dictionary does not have, what they may have been meant to be, and the next one by a key.

The lines lie over the words, as the formats of a line's layout: they are no part of the document, and nothing is there to undo.
"""

from __future__ import annotations

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
    QTextLayout,
)
from PySide6.QtWidgets import QApplication, QWidget

from workbook.ui.colours import colours_of
from workbook.ui.parts.caret import around, lines_of, units, word_before
from workbook.ui.parts.exact import for_screen
from workbook.ui.parts.writing import Writing

if TYPE_CHECKING:
    from workbook.screens.spelling import Spelling

PAUSE: Final = 400
"""Milliseconds without a key until words are looked at."""
AT_EACH_KEY: Final = 2000
"""Letters of a line that can be gone through at each key; in a longer one the marks come back after a pause."""


class Spelt(QObject):
    """Looks at the input with the keyboard, once something is typed there or F7 is pressed; one at a time."""

    def __init__(self, spelling: Spelling, page: QWidget) -> None:
        super().__init__(page)
        self._spelling, self._page = spelling, page
        self._writing: Writing | None = None
        self._strange: frozenset[str] = frozenset()
        self._being_typed = ""
        self._looked_at: QTextCursor | None = None  # a cursor knows when its document goes, a line does not
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
        """The words that are marked, in their order."""
        return [mark.selectedText() for mark in self._marks()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and self._writing is not None:
            self._on_menu(self._writing, event)
            return True
        return super().eventFilter(watched, event)

    # looking

    def _look(self, then: Callable[[], None], *, typing: bool) -> None:
        """Mark what is strange around the caret, but not the word that is just being typed."""
        writing = self._writing
        if writing is None:
            return

        def answered(strange: frozenset[str]) -> None:
            if self._writing is writing:
                self._clean()
                self._being_typed = word_before(writing) if typing else ""
                self._strange, self._looked_at = strange, around(writing)
                for block in lines_of(self._looked_at):
                    self._mark(writing, block)
                then()

        self._spelling.look("\n".join(block.text() for block in lines_of(around(writing))), answered)

    def _mark(self, writing: Writing, block: QTextBlock) -> None:
        places = list(self._places(block))
        layout = block.layout()
        if not places and not layout.formats():
            return
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(colours_of(writing.palette())["mend"])
        lines = []
        for start, end in places:
            line = QTextLayout.FormatRange()
            line.start, line.length, line.format = start, end - start, look
            lines.append(line)
        layout.setFormats(lines)
        writing.document().markContentsDirty(block.position(), block.length())

    def _places(self, block: QTextBlock) -> Iterator[tuple[int, int]]:
        """Where strange words begin and end in a line, as Qt counts: in units of UTF-16."""
        text = block.text()
        for at, word in self._spelling.words_in(text) if self._strange else ():
            if word in self._strange and word != self._being_typed:
                start = at if text.isascii() else units(text[:at])
                yield start, start + units(word)

    def _marks(self) -> list[QTextCursor]:
        """What is marked, from the top."""
        marks = []
        for block in lines_of(self._looked_at):
            for line in block.layout().formats():
                mark = QTextCursor(block)
                mark.setPosition(block.position() + line.start)
                mark.setPosition(block.position() + line.start + line.length, QTextCursor.MoveMode.KeepAnchor)
                marks.append(mark)
        return marks

    def _on_pause(self) -> None:
        self._look(lambda: None, typing=True)

    def _again(self) -> None:
        self._look(lambda: None, typing=False)

    def _on_edited(self) -> None:
        """Marks go along with their words while somebody types before them in the same line; behind them nothing is to be done."""
        self._soon.start()
        if self._writing is None or self._looked_at is None:
            return
        caret = self._writing.textCursor()
        block = caret.block()
        if any(mark.start + mark.length >= caret.positionInBlock() - 1 for mark in block.layout().formats()):
            if block.length() > AT_EACH_KEY:
                block.layout().setFormats([])
            else:
                self._mark(self._writing, block)

    def _on_moved(self) -> None:
        if self._being_typed:
            self._soon.start()

    # what it may have been meant to be

    def _go_on(self) -> None:
        writing, marks = self._writing, self._marks()
        if writing is None:
            return
        if not marks:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(writing, _("No word is marked here.")))
            return
        caret = writing.textCursor().selectionEnd()
        mark = next((mark for mark in marks if mark.selectionStart() >= caret), marks[0])
        writing.setTextCursor(mark)
        self._offer(writing, mark, _below(writing))

    def _on_menu(self, writing: Writing, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        inside = writing.viewport().mapFromGlobal(event.globalPos())
        caret = writing.textCursor() if by_keys else writing.cursorForPosition(inside)
        at = _below(writing) if by_keys else event.globalPos()
        mark = next((mark for mark in self._marks() if mark.selectionStart() <= caret.position() <= mark.selectionEnd()), None)
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
        self._again()

    def _on_keep(self, word: str, _checked: bool = False) -> None:
        self._spelling.keep(word, self._again)

    def _on_let_go(self, word: str, _checked: bool = False) -> None:
        self._spelling.let_go(word, self._again)

    # which input

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self._writing:  # a menu in front takes the keyboard to nowhere
            self._turn_to(now if isinstance(now, Writing) and self._page.isAncestorOf(now) else None)

    def _turn_to(self, writing: Writing | None) -> None:
        before, self._writing = self._writing, writing
        if before is writing:
            return
        self._forget()
        if before is not None:
            before.edited.disconnect(self._on_edited)
            before.cursorPositionChanged.disconnect(self._on_moved)
            before.destroyed.disconnect(self._on_gone)
            for each in (before, before.viewport()):
                each.removeEventFilter(self)
        if writing is not None:
            writing.edited.connect(self._on_edited)
            writing.cursorPositionChanged.connect(self._on_moved)
            writing.destroyed.connect(self._on_gone)
            for each in (writing, writing.viewport()):
                each.installEventFilter(self)

    def _on_gone(self) -> None:
        self._writing = self._looked_at = None
        self._forget()

    def _forget(self) -> None:
        self._soon.stop()
        self._clean()
        self._strange, self._being_typed = frozenset(), ""

    def _clean(self) -> None:
        for block in lines_of(self._looked_at):
            if block.layout().formats():
                block.layout().setFormats([])
                block.document().markContentsDirty(block.position(), block.length())
        self._looked_at = None


def _below(writing: Writing) -> QPoint:
    return writing.viewport().mapToGlobal(writing.cursorRect().bottomLeft())


def _word_at(caret: QTextCursor) -> str:
    word = QTextCursor(caret)
    word.select(QTextCursor.SelectionType.WordUnderCursor)
    return word.selectedText()
