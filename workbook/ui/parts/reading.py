"""Words that are only read, by keyboard: from one to the next, to select in and to copy; Tab never stops at them by itself."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QScrollArea, QWidget

from workbook.ui.colours import colours_of
from workbook.ui.parts.boxes import box_of
from workbook.ui.parts.said import Said
from workbook.ui.parts.stops import in_order, is_stop, next_to
from workbook.ui.parts.writing import copy_ours
from workbook.ui.style import draw_ring
from workbook.ui.theme import space

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
AWAY = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Reading(QObject):
    """Goes through the words of a page; a ring lies around those the keyboard is at. Tab leads on to what comes after them."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._at: QLabel | None = None
        self._before: QWidget | None = None
        self._ring = _Ring(page)

    def turn(self) -> None:
        """To the first words in sight; from them back to where the keyboard was."""
        if self._at is not None:
            if self._before is not None and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        there = self._words()
        self._before = QApplication.focusWidget()
        self._go(next((words for words in there if not words.visibleRegion().isEmpty()), next(iter(there), None)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self._at:
            if isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason:
                self._leave()
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif isinstance(event, QContextMenuEvent) and self._at is watched:
            self._menu(self._at, event.globalPos())
            return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._at is watched:
            return self._pressed(self._at, event)
        return super().eventFilter(watched, event)

    def _pressed(self, at: QLabel, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in AWAY:
            self._on_to_a_stop(at, AWAY[key])
        elif key in STEPS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._go_by(at, STEPS[key])
        elif event.matches(QKeySequence.StandardKey.Copy):
            _copy(at)
        else:
            return False
        return True

    def _menu(self, at: QLabel, where: QPoint) -> None:
        """The same by the menu key; Qt's own menu speaks of links, which are nowhere here."""
        menu = QMenu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, call in ((_("Copy"), _copy), (_("Select all"), _select)):
            menu.addAction(words).triggered.connect(partial(call, at))
        menu.popup(where)
        menu.setActiveAction(menu.actions()[0])

    def _go_by(self, at: QLabel, step: int) -> None:
        """To the next words or the ones before; first through these, where they are longer than can be seen at once."""
        there = next_to(self._words(), at, step)
        if not self._scrolled(at, step) and there is not None:
            self._go(there)
            self._scrolled(there, -step)

    def _scrolled(self, words: QLabel, step: int) -> bool:
        """Whether there was more of these words this way."""
        for scroll in (each for each in self._around(words) if isinstance(each, QScrollArea)):
            box, room, bar = box_of(words, self._page), box_of(scroll, self._page), scroll.verticalScrollBar()
            beyond = box.bottom() - room.bottom() if step > 0 else room.top() - box.top()
            if beyond > 0:
                bar.setValue(bar.value() + step * min(beyond + space(2), round(room.height() * 0.8)))
                return True
        return False

    def _on_to_a_stop(self, at: QLabel, step: int) -> None:
        """What Tab comes to from here, as if these words were a stop."""
        order = [each for each in in_order(self._page) if each is at or is_stop(each)]
        back = step < 0
        reason = Qt.FocusReason.BacktabFocusReason if back else Qt.FocusReason.TabFocusReason
        if at in order:  # the page may have gone meanwhile
            order[(order.index(at) + step) % len(order)].setFocus(reason)

    def _words(self) -> list[QLabel]:
        """Every label with words, but one that names an input, which is heard there."""
        labels = (each for each in in_order(self._page) if isinstance(each, QLabel))
        return [label for label in labels if label.text() and label.buddy() is None]

    def _go(self, words: QLabel | None) -> None:
        if words is None:
            return
        self._leave()
        words.setTextInteractionFlags(words.textInteractionFlags() | SELECTABLE)  # and so it takes the focus, but not by Tab
        self._at = words
        for each in self._around(words):
            each.installEventFilter(self)
        words.setSelection(0, 0)  # read from the beginning
        words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ring.show()
        self._ring.raise_()
        self._follow()

    def _leave(self) -> None:
        if self._at is not None:
            for each in self._around(self._at):
                each.removeEventFilter(self)
        self._at = None
        self._ring.hide()

    def _around(self, words: QWidget) -> list[QWidget]:
        """These words and all that may move them."""
        around = [words]
        while (outer := around[-1].parentWidget()) is not None and outer is not self._page:
            around.append(outer)
        return around

    def _follow(self) -> None:
        """The ring goes where its words go, and stays within what they scroll in."""
        if self._at is None:
            return
        box = box_of(self._at, self._page).adjusted(-space(2), -space(1), space(2), space(1))
        for scroll in (each for each in self._around(self._at) if isinstance(each, QScrollArea)):
            box &= box_of(scroll, self._page)
        self._ring.setGeometry(box)


class _Ring(QWidget):
    """Lies over the page, and is nothing to a mouse."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_ring(QPainter(self), QRectF(self.rect()), 8, colours_of(self.palette())["accent"])


def _select(words: QLabel, _checked: bool = False) -> None:
    words.setSelection(0, _length(words))


def _copy(words: QLabel, _checked: bool = False) -> None:
    """What is selected, or all of it, as ours, so that the cover knows to clear it (G9)."""
    if not words.hasSelectedText():
        _select(words)
    plain = words.selectedText().replace("\u2029", "\n").replace("\u200b", "")
    copy_ours(words.chosen() if isinstance(words, Said) else plain, words)


def _length(words: QLabel) -> int:
    """How many letters Qt counts, markup left out."""
    document = QTextDocument()
    if words.textFormat() == Qt.TextFormat.RichText:
        document.setHtml(words.text())
    else:
        document.setPlainText(words.text())
    return document.characterCount() - 1
