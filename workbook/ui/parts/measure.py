"""How much room words take, reckoned once: a layout asks dozens of times, and Qt reckons anew each time."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics


class Measured:
    """Words in one font with some room around them, `least` pixels high or more; `flags` as they are painted with."""

    def __init__(self, words: str, metrics: QFontMetrics, around: QMargins, flags: int, least: int = 0) -> None:
        self._words, self._metrics, self._around, self._flags, self._least = words, metrics, around, flags, least
        self._heights: dict[int, int] = {}

    @cached_property
    def hint(self) -> QSize:
        """The size they would like: every paragraph on one line."""
        bounds = self._metrics.boundingRect(QRect(0, 0, 100_000, 100_000), self._flags & ~Qt.TextFlag.TextWordWrap, self._words)
        return QSize(bounds.width() + 2, max(self._least, bounds.height())).grownBy(self._around)

    @cached_property
    def narrowest(self) -> QSize:
        """As narrow as what cannot be broken, one line high."""
        wide = self._metrics.boundingRect(QRect(0, 0, 1, 100_000), self._flags, self._words).width()
        return QSize(wide + 2, max(self._least, self._metrics.height())).grownBy(self._around)

    def height(self, width: int) -> int:
        """How high they are in this width."""
        if width >= self.hint.width():
            return self.hint.height()
        if width not in self._heights:
            room = QRect(0, 0, max(1, width - self._around.left() - self._around.right()), 100_000)
            tall = self._metrics.boundingRect(room, self._flags, self._words).height()
            self._heights[width] = max(self._least, tall) + self._around.top() + self._around.bottom()
        return self._heights[width]
