"""A page: a calm column in the middle, and below it a row of buttons that stays where it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from workbook.content.blocks import Block
from workbook.ui.parts.boxes import box_of, caret_of, row_of
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.column import WIDTH, Column, Scroll
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.footer import Footer
from workbook.ui.parts.layouts import widgets_in
from workbook.ui.parts.prose import Prose, Words, bare
from workbook.ui.parts.stops import stops
from workbook.ui.theme import space

if TYPE_CHECKING:
    from workbook.ui.parts.aside import Aside
    from workbook.ui.parts.head import Head

W = TypeVar("W", bound=QWidget)

FOOT = 0.28
"""The share of the page that the buttons below it may take; what leads on moves to the page's end where they would take more."""

MOST = 340
"""How high a page becomes, in steps of space: 1,400 pixels at 100 %. On a larger screen its foot would be far from its words."""


class Page(QWidget):
    """What a view fills from top to bottom: where, title, question, words, widgets; then the buttons below it."""

    def __init__(self, parent: QWidget | None = None, *, width: float = WIDTH) -> None:
        super().__init__(parent)
        self.column = Column(width)
        self._scroll = Scroll(self.column)
        self._footer = Footer(width)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self._scroll, 1)
        self._whole.addLayout(self._middle, 1)
        self._whole.addWidget(self._footer)
        self._aside: Aside | None = None
        self._spare, self._fills = 0, False
        self._head: Head | None = None
        self.column.rows.addStretch(1)
        self._begun_at: QWidget | None = None
        self.name = self.opening = ""
        """Its title; and what a screen reader says of the page where the keyboard begins, which may be far below the words."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_grown)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]  # there is one

    def where(self, text: str) -> Words:
        """The quiet line on top that says where you are."""
        return self.add(Words(text, "small", quiet=True))

    def title(self, text: str) -> Words:
        """What the page is."""
        self.name = self.opening = text
        self._scroll.setAccessibleName(text)
        return self.add(Words(text, "title"))

    def ask(self, text: str) -> Prose:
        """The question of the page, in large type; the tiny markup."""
        self.opening = bare(text)
        return self.add(Prose(text, "ask"))

    def say(self, text: str, *, quiet: bool = False) -> Prose:
        """A text in the tiny markup."""
        return self.add(Prose(text, quiet=quiet))

    def show_blocks(self, blocks: Iterable[Block]) -> None:
        """Blocks, one below the other."""
        from workbook.ui.parts.blocks import widget_for  # the first page shows none, and should be seen soon

        for block in blocks:
            self.add(widget_for(block))

    def gap(self, steps: float = 3) -> None:
        """More air; it grows less than letters do."""
        self.column.rows.insertSpacing(self.column.rows.count() - 1, min(space(steps), round(5 * steps)))

    def add(self, widget: W) -> W:
        """Any widget, below what is there."""
        self.column.rows.insertWidget(self.column.rows.count() - 1, widget)
        return widget

    def add_row(self, *widgets: QWidget, gap: float = 3) -> None:
        """Widgets in a row that wraps where it is narrow."""
        row = QWidget()
        flow = Flow(row, space(gap))
        for widget in widgets:
            flow.addWidget(widget)
        self.add(row)

    def side(self, widget: QWidget, least: int) -> None:
        """What stands beside column and foot and does not scroll; not at all where it would have less than `least` pixels."""
        from workbook.ui.parts.aside import Aside  # few pages have one

        self._middle.removeWidget(self._scroll)
        self._whole.removeWidget(self._footer)
        self._aside = Aside(self._middle, self._scroll, self._footer, widget, least)
        self._place_side()

    def _place_side(self) -> None:
        if self._aside is not None:
            self._aside.place(self.width(), self.column)

    def widen(self, width: float) -> None:
        """Let column and foot become as wide as this, in steps of space; what is so wide fills a high screen, too."""
        self._fills = True
        self.column.widen(width)
        self._footer.widen(width)
        self._scroll.fit()

    def keep_above(self) -> None:
        """What is on the page so far stays in sight while the rest scrolls, as long as that leaves the rest enough room."""
        from workbook.ui.parts.head import Head  # the first page has none, and should be seen soon

        rows = self.column.rows
        self._head = self.add(Head(widgets_in(rows), rows.spacing()))

    def _place_head(self) -> None:
        if self._head is not None:
            size = QSize(self.width(), self.height() - 2 * self._spare)
            foot = 0 if self._footer.isHidden() else self._footer.height()
            if self._head.place(self._whole, self.column, size, foot):
                self._scroll.fit()

    def lead_on(self, *buttons: Button) -> None:
        """The buttons that lead on, and back: at the end of the footer."""
        self._footer.fill(self._footer.onward, buttons)

    def beside(self, *buttons: Button) -> None:
        """The buttons that are always there: pause, enough for today, help."""
        self._footer.fill(self._footer.always, buttons)

    def below(self, widget: QWidget) -> None:
        """What stands below everything else and does not scroll with it."""
        self._whole.addWidget(widget)

    def expect_note(self, text: str) -> None:
        """This may be noted in the footer: nothing there moves when it is."""
        self._footer.expect(text)

    def note(self, text: str) -> None:
        """A quiet word in the footer, such as "Saved"."""
        if text != self._footer.note.text():
            self._footer.say(text)

    def begin_at(self, stop: QWidget | None) -> None:
        """Where the keyboard is when the page opens, or on the page itself.

        A button or a single line that cannot be seen then waits for Tab: the page is read first.
        """
        self._begun_at = stop
        self.to_top()
        if stop is not None and not stop.accessibleDescription():
            stop.setAccessibleDescription(self.opening)
        (stop or self._scroll).setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Laid out before the first paint: how high words are depends on how wide they may be, which takes Qt two rounds."""
        super().showEvent(event)
        self._place_head()
        self._place_footer()
        for _ in range(2):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._show_focus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        order = list(stops(self))
        at = QApplication.focusWidget()
        if not order:
            return False
        step = 1 if forward else -1
        place = (order.index(at) + step) % len(order) if at in order else (0 if forward else -1)
        self._begun_at = None  # whoever goes by Tab means to be there
        order[place].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare = max(0, self.height() - space(MOST)) // 2 if self._aside is None and not self._fills else 0
        self._whole.setContentsMargins(0, self._spare, 0, self._spare)
        self._place_side()
        self._place_footer()
        self._soon.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """On a screen that is higher than a page, a fine line where its words go out of sight when they scroll."""
        if self._spare and self._scroll.verticalScrollBar().maximum():
            painter = QPainter(self)
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawLine(0, self._spare - 1, self.width(), self._spare - 1)

    def _place_footer(self) -> None:
        """Pause and help stay below the page whatever its size; what leads on scrolls with it where both would take too much."""
        footer = self._footer
        if footer.isHidden():
            return
        at = QApplication.focusWidget()
        main = self.width() if self._aside is None else self._aside.main(self.width(), self.column)
        fits = footer.height_of_both(main) <= self.height() * FOOT
        begun, told = self._begun_at, at.accessibleDescription() if at is not None else ""
        if footer.put_onward(None if fits else self.column.rows) and at is not None and footer.onward.isAncestorOf(at):
            if begun is at:  # Qt went by Tab for a moment; nobody else did, so the page is still to be read first
                self._begun_at = at
                at.setAccessibleDescription(told)
            at.setFocus(Qt.FocusReason.OtherFocusReason)  # which it lost on the way

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and self.column.isAncestorOf(before):
            from workbook.ui.parts.editor import leave  # the first page has no editor, and should be seen soon

            leave(before, now)
        if now is not self._begun_at:
            if isinstance(self._begun_at, Button) and self._begun_at.accessibleDescription() == self.opening:
                self._begun_at.setAccessibleDescription("")  # said once; whoever comes back to the button knows the page
            self._begun_at = None
        # While a mouse button is down nothing may move: the button would be let go somewhere else.
        if now is not None and self.column.isAncestorOf(now) and not QApplication.mouseButtons():
            if now is not self._begun_at:  # to go on from there at once would be told to a screen reader the wrong way round
                self._show_focus()
            self._soon.start()  # once more when what has just been added is in its place

    def _on_grown(self, _low: int, _high: int) -> None:
        """Words that need another line push the caret down only once the page is laid out."""
        self.update()
        self._soon.start()

    def _settle(self) -> None:
        """Once all is in its place: how high the buttons are may have become known only now."""
        self._place_head()
        self._place_footer()
        self._show_focus()

    def _show_focus(self) -> None:
        """Scroll as little as it takes to see what has the keyboard: with what belongs to it, or at least the caret."""
        at = QApplication.focusWidget()
        if not self.isVisible() or at is None or not self.column.isAncestorOf(at):
            return
        if at is self._begun_at and not isinstance(at, QPlainTextEdit):
            if self._beyond(box_of(at, self.column)):
                self._begun_at = None
                self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for box in (box_of(row_of(at, self.column), self.column), box_of(at, self.column), caret_of(at, self.column)):
            if box.height() + 2 * space(2) <= self.room():
                self._scroll_to(box)
                return

    def _beyond(self, box: QRect) -> bool:
        top = self._scroll.verticalScrollBar().value()
        return box.top() < top or box.bottom() > top + self.room()

    def _scroll_to(self, box: QRect) -> None:
        bar, around = self._scroll.verticalScrollBar(), space(2)
        if box.bottom() + around > bar.value() + self.room():
            bar.setValue(box.bottom() + around - self.room())
        elif box.top() - around < bar.value():
            bar.setValue(box.top() - around)

    def bring(self, widget: QWidget) -> None:
        """Scroll as little as it takes to see what has just changed, once it is in its place."""
        QTimer.singleShot(0, widget, lambda: self._scroll_to(box_of(widget, self.column)))

    def room(self) -> int:
        """How many pixels of the page can be seen at once."""
        return self._scroll.contentsRect().height()  # the viewport has the same, but Qt's own widgets cost Python all their kinds

    def length(self) -> int:
        """How many pixels there are to scroll through."""
        return self.room() + self._scroll.verticalScrollBar().maximum()

    def to_top(self) -> None:
        """Show the beginning of the page again."""
        self._scroll.verticalScrollBar().setValue(0)
