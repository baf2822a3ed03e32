"""Where a person writes: plain text that comes back exactly, on a line or a soft sheet that grows with the words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextDocumentLayout, QPlainTextEdit, QScrollArea, QWidget

from workbook.ui.colours import colours_of
from workbook.ui.parts.exact import as_pasted, for_screen, from_screen
from workbook.ui.parts.soft_bar import SoftBar
from workbook.ui.style import draw_field, draw_ring
from workbook.ui.theme import space

OURS: Final = "application/x-workbook-words"
"""What the clipboard also holds when its words were copied here, so that the cover knows to clear them."""


def copy_ours(text: str, at: QWidget) -> None:
    """Put words on the clipboard, and tell whoever does not see it."""
    QGuiApplication.clipboard().setMimeData(ours(text))
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(at, _("Copied")))


def ours(text: str) -> QMimeData:
    """Words for the clipboard, with the sign that they are from here (G9)."""
    copied = QMimeData()
    copied.setText(text)
    copied.setData(OURS, b"")
    return copied


@contextmanager
def unheard() -> Iterator[None]:
    """What is put in before the keyboard comes is not told: where a caret moved first, Orca takes a place for known."""
    active = QAccessible.isActive()
    if active:
        QAccessible.setActive(False)
    try:
        yield
    finally:
        if active:
            QAccessible.setActive(True)


class Writing(QPlainTextEdit):
    """Room for words. On a line Enter says `entered` instead of breaking it; Tab always goes on to the next thing."""

    edited = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, name: str, *, rows: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._long = rows > 1
        self._setting = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(space(3 if self._long else 2))
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self._grow()

    def words(self) -> str:
        """What stands here, exactly as it was typed."""
        return from_screen(self.document().toRawText())

    def set_words(self, text: str) -> None:
        """Put words here; it does not count as editing."""
        if text == self.words():
            return
        self._setting = True
        with unheard():
            self.setPlainText(for_screen(text))
            self.moveCursor(QTextCursor.MoveOperation.End)  # whoever comes back goes on writing where they were
        self._setting = False
        self._grow()

    def go_on_from(self, before: QTextDocument | None) -> QTextDocument:
        """Write on in an earlier document, with all that can be undone in it, where it says the same; else in a new one."""
        words, now = self.words(), self.document()
        same = before is not None and from_screen(before.toRawText()) == words
        document = before if before is not None and same else QTextDocument()  # nobody's child, so that it outlives this page
        document.blockSignals(True)  # the page before still listens, and would take a new margin for something typed
        document.setDocumentLayout(QPlainTextDocumentLayout(document))  # an earlier one belongs to the page before
        document.setDefaultFont(now.defaultFont())
        steps = document.availableUndoSteps()
        document.setDocumentMargin(now.documentMargin())
        if document.availableUndoSteps() > steps:
            document.undo()  # in another size of words Qt takes the new margin for something that was typed
        document.blockSignals(False)
        if not same:
            document.setPlainText(for_screen(words))
        self._setting = True
        with unheard():
            self.setDocument(document)
            if words:
                self.moveCursor(QTextCursor.MoveOperation.End)
        self._setting = False
        self._document = document  # it must not go before this does, whoever else lets go of it
        self._grow()
        return document

    def give_room(self, rows: int) -> None:
        """Stand open for so many lines."""
        self._rows = rows
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # leads on, which is the page's affair
        elif enter and not self._long:
            self.entered.emit()
        elif enter:
            self.textCursor().insertBlock()  # Shift and Enter too: one kind of line end
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(for_screen(as_pasted(source.text())))

    def createMimeDataFromSelection(self) -> QMimeData:
        return ours(from_screen(self.textCursor().selectedText()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_rows"):  # Qt says so once before anything is made
            self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.viewport().rect())
        if self._long:
            painter.setPen(QPen(colours["border"], 1))
            painter.setBrush(colours["panel"])
            painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        else:
            draw_field(painter, body, self.palette(), here=self.hasFocus())
        if self._long and self.hasFocus():
            draw_ring(painter, body, 8, colours["accent"])
        painter.end()
        super().paintEvent(event)

    def _on_text_changed(self) -> None:
        if not self._setting:
            self._grow()
            self.edited.emit()

    def _on_caret_moved(self) -> None:
        """Keep the caret in sight when the page scrolls rather than this."""
        around: QWidget | None = self.parentWidget() if self.hasFocus() else None
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea) and (inner := around.widget()) is not None:
            caret: QRect = self.cursorRect()
            below = self.viewport().mapTo(inner, caret.bottomLeft())
            around.ensureVisible(below.x(), below.y(), 0, 3 * caret.height())

    def _grow(self) -> None:
        """As high as words, or an invitation to write some, need: up to three fifths of the window, then it scrolls by itself."""
        metrics, margin = QFontMetricsF(self.font()), self.document().documentMargin()
        line = metrics.lineSpacing()
        least = line * self._rows + 2 * margin
        if self.document().isEmpty():
            if words := self.placeholderText():
                room = QRectF(0, 0, max(1.0, self.viewport().width() - 2 * margin), 10_000)
                least = max(least, metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() + 2 * margin)
            self._take_height(least)
            return
        most = max(self.window().height() * 0.6, line * (self._rows + 2))
        tall = margin  # Qt counts the lower margin to the last block
        block = self.document().begin()
        while block.isValid() and tall < most:
            tall += self.blockBoundingRect(block).height()
            block = block.next()
        self._scrolls(tall >= most)
        self._take_height(min(max(tall, least), most))

    def _scrolls(self, scrolls: bool) -> None:
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            if not isinstance(self.verticalScrollBar(), SoftBar):
                self.setVerticalScrollBar(SoftBar())
            self.setVerticalScrollBarPolicy(policy)

    def _take_height(self, tall: float) -> None:
        height = ceil(tall) + 1
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
