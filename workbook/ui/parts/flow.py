"""A row that wraps: things stand next to each other as long as there is room, then go on below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Lays out left to right (or right to left, where the language runs so) and wraps; `gap` in pixels."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._hints: list[tuple[QLayoutItem, QSize]] | None = None
        self._row: QSize | None = None
        self._least: QSize | None = None
        self._heights: dict[int, int] = {}
        self._placed: QRect | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addWidget(self, widget: QWidget) -> None:
        # The item is made here: one that Qt makes may lie where an old one did, and PySide then hands out the old one's
        # wrapper, which dies with the layout that the old one stood in.
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        if self._hints is not None:
            self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # Qt asks until None

    def takeAt(self, index: int) -> QLayoutItem:
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]  # as above

    def invalidate(self) -> None:
        """Something in the row changed; until then what was measured holds."""
        self._hints = self._row = self._least = self._placed = None
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        one_row = self.sizeHint()
        if width >= one_row.width():
            return one_row.height()
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        if rect != self._placed:
            self._placed = QRect(rect)
            self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one row."""
        if self._row is None:
            sizes = [size for _, size in self._shown()]
            wide = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
            self._row = QSize(wide, max((size.height() for size in sizes), default=0))
        return self._row

    def minimumSize(self) -> QSize:
        if self._least is None:
            sizes = [item.minimumSize() for item, _ in self._shown()]
            widest = max((size.width() for size in sizes), default=0)
            self._least = QSize(widest, max((size.height() for size in sizes), default=0))
        return self._least

    def _shown(self) -> list[tuple[QLayoutItem, QSize]]:
        if self._hints is None:
            self._hints = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        return self._hints

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Where everything goes; gives back the height that takes."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item, hint in self._shown():
            size = hint if hint.width() <= rect.width() else self._narrowed(item, rect.width())
            if rows[-1] and used + size.width() > rect.width():
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += size.width() + self.spacing()
        y = rect.y()
        for row in rows:
            tall = max((size.height() for _, size in row), default=0)
            if move:
                self._set_row(row, rect, y, tall)
            y += tall + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _set_row(self, row: list[tuple[QLayoutItem, QSize]], rect: QRect, y: int, tall: int) -> None:
        x = rect.x()
        widget = self.parentWidget()
        mirrored = widget is not None and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item, size in row:
            at = rect.x() + rect.right() - x - size.width() + 1 if mirrored else x
            item.setGeometry(QRect(QPoint(at, y + (tall - size.height()) // 2), size))
            x += size.width() + self.spacing()

    @staticmethod
    def _narrowed(item: QLayoutItem, width: int) -> QSize:
        """An item that is wider than the row becomes as wide as the row, and may grow in height."""
        tall = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        return QSize(max(width, item.minimumSize().width()), tall)
