"""A row that wraps: things stand next to each other as long as there is room, then go on below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

_Hint = tuple[QLayoutItem, int, int]
"""A thing in the row, how wide and how high it would like to be."""

_NOWHERE: Final = Qt.Orientation(0)


class Flow(QLayout):
    """Lays out left to right (or right to left, where the language runs so) and wraps; `gap` in pixels."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._hints: list[_Hint] | None = None
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
        return _NOWHERE

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
            shown = self._shown()
            wide = sum([wide for _, wide, _ in shown]) + self.spacing() * max(0, len(shown) - 1)
            self._row = QSize(wide, max([tall for _, _, tall in shown], default=0))
        return self._row

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = QSize(0, 0)
            for item, wide, tall in self._shown():
                if wide > self._least.width() or tall > self._least.height():  # nothing needs more than it would like
                    self._least = self._least.expandedTo(item.minimumSize())
        return self._least

    def _shown(self) -> list[_Hint]:
        if self._hints is None:
            self._hints = [(item, *item.sizeHint().toTuple()) for item in self._items if not item.isEmpty()]
        return self._hints

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Where everything goes; gives back the height that takes."""
        rows: list[list[_Hint]] = [[]]
        used, gap, room = 0, self.spacing(), rect.width()
        for hint in self._shown():
            item, wide, tall = hint if hint[1] <= room else self._narrowed(hint[0], room)
            if rows[-1] and used + wide > room:
                rows.append([])
                used = 0
            rows[-1].append((item, wide, tall))
            used += wide + gap
        y = rect.y()
        for row in rows:
            high = max([tall for _, _, tall in row], default=0)
            if move:
                self._set_row(row, rect, y, high)
            y += high + gap
        return max(0, y - gap - rect.y())

    def _set_row(self, row: list[_Hint], rect: QRect, y: int, high: int) -> None:
        x, gap = rect.x(), self.spacing()
        widget = self.parentWidget()
        mirrored = widget is not None and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for item, wide, tall in row:
            at = rect.x() + rect.right() - x - wide + 1 if mirrored else x
            if (thing := item.widget()) is not None:  # the item itself would ask for all the sizes again
                thing.setGeometry(at, y + (high - tall) // 2, wide, tall)
            x += wide + gap

    @staticmethod
    def _narrowed(item: QLayoutItem, width: int) -> _Hint:
        """An item that is wider than the row becomes as wide as the row, and may grow in height."""
        tall = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
        return item, max(width, item.minimumSize().width()), tall
