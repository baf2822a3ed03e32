"""A long list: even rows of which only those in sight are painted, and more of them fetched as somebody comes to the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from workbook.couple.searching import Piece
from workbook.ui.colours import Ink, colours_of, tint
from workbook.ui.parts.icon import Icon, draw_icon
from workbook.ui.parts.laid import laid_out
from workbook.ui.parts.soft_bar import SoftBar
from workbook.ui.parts.writing import copy_ours
from workbook.ui.style import draw_ring
from workbook.ui.theme import space

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

TOLD: Final = Qt.ItemDataRole.UserRole
_SAID: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
EDGE: Final = 4
"""Room around a row for the focus ring, in pixels."""
NARROW: Final = 50
"""With room for fewer letters than these on a line, what is below a title may take twice as many lines."""
NARROWER: Final = 40
"""With room for fewer than these, a title may take two."""
LEAST: Final = 4
"""How many rows the list shows at once, where there are as many; the page around it scrolls where that is too much for it."""


class Told(NamedTuple):
    """What a row says: a title, and below it words of which some may be marked."""

    title: str
    line: tuple[Piece, ...]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, "".join(piece.text for piece in self.line)) if part)


class Rows(QAbstractListModel, Generic[T]):
    """The rows that were fetched; what one says is asked for only when it is seen or heard."""

    def __init__(self, parent: QObject, tell: Callable[[T], Told], fetch: Callable[[], None]) -> None:
        super().__init__(parent)
        self._tell, self._fetch = tell, fetch
        self._more = False
        self.rows: Sequence[T] = ()

    def show(self, rows: Sequence[T], more: bool) -> None:
        """These, and perhaps more that can be fetched; what is new goes below what is there."""
        there, self._more = len(self.rows), more
        if there and rows[:there] == self.rows:
            if len(rows) > there:
                self.beginInsertRows(QModelIndex(), there, len(rows) - 1)
                self.rows = rows
                self.endInsertRows()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != TOLD and role not in _SAID:
            return None
        told = self._tell(self.rows[index.row()])
        return told if role == TOLD else str(told)

    def canFetchMore(self, _parent: Index) -> bool:
        return self._more

    def fetchMore(self, _parent: Index) -> None:
        self._fetch()


class LongList(QListView, Generic[T]):
    """Goes by arrow keys; Return, the space bar or a click opens a row."""

    picked = Signal(int)

    def __init__(self, tell: Callable[[T], Told], fetch: Callable[[], None]) -> None:
        super().__init__()
        self._rows = Rows(self, tell, fetch)
        self._even = Even(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._even)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SoftBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.clicked.connect(self._on_picked)

    def show_rows(self, rows: Sequence[T], more: bool, lines: int = 1) -> None:
        """Show these, each with so many lines of words below its title; more can be fetched where that is said."""
        self._even.lines = lines
        self._rows.show(rows, more)
        self.fit()

    def point_at(self, row: int) -> None:
        """Put the keyboard's place at a row."""
        index = self._rows.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def fit(self) -> None:
        """Never be lower than a few rows, where there are as many and the room for them."""
        row = self._even.height(self.viewport().width())
        tall = row * self._rows.rowCount()
        self.setMinimumHeight(max(0, min(tall, LEAST * row)))
        self.setMaximumHeight(tall)
        self.verticalScrollBar().setSingleStep(row // 2)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_even"):  # Qt says so once before anything is made
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self._on_picked(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            copy_ours(str(self.currentIndex().data() or ""), self)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _letters: str) -> None:
        """There is a line to look for words; going through all rows for a letter would ask every one of them."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.point_at(0)
        super().focusInEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Keep the row in sight, also on a page that is lower than this list."""
        super().currentChanged(current, previous)
        around: QWidget | None = self.parentWidget() if self.hasFocus() else None
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea) and (inner := around.widget()) is not None:
            row = self.visualRect(current)
            for corner in (row.bottomLeft(), row.topLeft()):
                at = self.viewport().mapTo(inner, corner)
                around.ensureVisible(at.x(), at.y(), 0, EDGE)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Where the keyboard is, so that a page that is lower than this list shows that row."""
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return self.visualRect(self.currentIndex())
        return super().inputMethodQuery(query)

    def _on_picked(self, index: Index) -> None:
        if index.isValid():
            self.picked.emit(index.row())


class Even(QAbstractItemDelegate):
    """Paints a row; all are as high as the words of one may need."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self.lines = 1

    def height(self, width: int) -> int:
        """How high each row is in this width."""
        return self._view.fontMetrics().lineSpacing() * self._most(width) + 2 * (EDGE + space(2))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height(self._view.viewport().width()))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        told, colours, state = index.data(TOLD), colours_of(option.palette), option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours["border"], 1))
        active = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(tint(colours["accent"], colours["panel"], 0.1) if active else colours["panel"])
        box = QRectF(option.rect)
        side = EDGE if state & QStyle.StateFlag.State_HasFocus else 0
        painter.drawRoundedRect(box.adjusted(side + 0.5, EDGE + 0.5, -side - 0.5, -EDGE - 0.5), 9, 9)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, box, 11, colours["accent"])
        room = self._signed(painter, option, box.adjusted(space(4), EDGE + space(2), -space(4), 0))
        left = self._most(option.rect.width())
        for words, ink, most in self._parts(told, left):
            laid = laid_out(words, option.font, room.width(), min(most, left), option.direction)
            painter.setPen(colours[ink])
            laid.draw(painter, room.topLeft())
            room.setTop(room.top() + laid.boundingRect().height())
            left -= laid.lineCount()
        painter.restore()

    def _signed(self, painter: QPainter, option: Any, room: QRectF) -> QRectF:
        """Paint the sign that a row leads on, at its end; what is left for words."""
        side, mirrored = round(self._view.fontMetrics().height() * 0.8), option.direction == Qt.LayoutDirection.RightToLeft
        end = QRectF(room.left() if mirrored else room.right() - side, option.rect.center().y() - side // 2, side, side)
        sign: Icon = "chevron-left" if mirrored else "chevron-right"
        draw_icon(painter, self._view.viewport(), sign, end, colours_of(option.palette)["quiet"])
        beside = side + space(2)
        return room.adjusted(beside, 0, 0, 0) if mirrored else room.adjusted(0, 0, -beside, 0)

    def _parts(self, told: Told, left: int) -> tuple[tuple[Sequence[Piece], Ink, int], ...]:
        return ((Piece(told.title, True),), "ink", left - self.lines), (told.line, "quiet", left)

    def _most(self, width: int) -> int:
        """How many lines there are for a title and its words."""
        letters = width / self._view.fontMetrics().averageCharWidth()
        return 1 + self.lines * (1 if letters >= NARROW else 2) + (letters < NARROWER)
