"""Slips of paper one above the other that can be put into order: by hand, by Alt with the arrow keys, or by buttons on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from workbook.ui.colours import colours_of
from workbook.ui.parts.stops import stops
from workbook.ui.theme import space


class Slip(QWidget):
    """One slip; what stands on it goes into a layout of its own, to the right of the grip."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @staticmethod
    def grip() -> int:
        """How wide the grip is, in pixels."""
        return space(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours["hairline"], 1.2))
        painter.setBrush(colours["page"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours["border"])
        apart, middle = space(1.4), self.height() / 2
        for column in (0, 1):
            for row in (-1, 0, 1):
                painter.drawEllipse(QPointF(space(2) + column * apart, middle + row * apart), 1.4, 1.4)


class InOrder(QWidget):
    """The slips, and whatever stands still among them. `moved` comes when a person moved one, never from `set_rows`."""

    moved = Signal()

    def __init__(self, gap: float = 1) -> None:
        super().__init__()
        self.rows: list[QWidget] = []
        self._held: Slip | None = None
        self._from = QPointF()
        self._dragging = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(space(gap))
        for key, step in ((Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)):
            keys = QShortcut(QKeySequence(Qt.KeyboardModifier.AltModifier | key), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda by=step: self._on_key(by))

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these, in this order; those that were there before and are not now are only taken off."""
        at = QApplication.focusWidget()
        for row in self.rows:
            if row not in rows:
                row.hide()
            self._layout.removeWidget(row)
        for row in rows:
            if row not in self.rows:
                row.installEventFilter(self)
            self._layout.addWidget(row)
        self.rows = list(rows)
        if at is not None and self.isAncestorOf(at) and at.isVisible():
            at.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, row: QWidget, place: int) -> None:
        """A person puts a slip at a place; the others make room, and the keyboard stays on the slip if it was there."""
        rows = [other for other in self.rows if other is not row]
        rows.insert(max(0, min(place, len(rows))), row)
        if rows == self.rows:
            return
        here = row.isAncestorOf(QApplication.focusWidget() or self)
        self.set_rows(rows)
        self.moved.emit()
        if here and not row.isAncestorOf(QApplication.focusWidget() or self):
            next(stops(row)).setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, Slip) or not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._held, self._from, self._dragging = watched, event.globalPosition(), False
        elif event.type() == QEvent.Type.MouseMove and self._held is watched:
            self._drag(watched, event.globalPosition())
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._held = None
            watched.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            return False
        return True

    def _drag(self, slip: Slip, at: QPointF) -> None:
        """The slip goes where the hand is, as soon as the hand has really moved."""
        if not self._dragging and (at - self._from).manhattanLength() < QApplication.startDragDistance():
            return
        self._dragging = True
        slip.setCursor(Qt.CursorShape.ClosedHandCursor)
        y = self.mapFromGlobal(at).y()
        self.put(slip, sum(row.geometry().center().y() < y for row in self.rows if row is not slip))

    def _on_key(self, by: int) -> None:
        at = QApplication.focusWidget()
        for place, row in enumerate(self.rows):
            if at is not None and row.isAncestorOf(at) and isinstance(row, Slip):
                self.put(row, place + by)
                return
