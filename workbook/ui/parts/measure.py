"""How much room words take, reckoned once: a layout asks dozens of times, and Qt reckons anew each time."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics

SHORT: Final = 18
"""Words of so few letters stay on one line, so that no layout asks how high they are in which width."""

_WRAP: Final = Qt.TextFlag.TextWordWrap.value
_ENDLESS: Final = 100_000


class Measured:
    """Words in one font with some room around them, `least` pixels high or more; `flags` as they are painted with."""

    def __init__(self, words: str, metrics: QFontMetrics, around: QMargins, flags: int, least: int = 0) -> None:
        self._words, self._metrics, self._around, self._flags, self._least = words, metrics, around, int(flags), least
        self._narrowest: QSize | None = None
        self._heights: dict[int, int] = {}
        bounds = metrics.boundingRect(QRect(0, 0, _ENDLESS, _ENDLESS), self._flags & ~_WRAP, words)
        self.hint = QSize(bounds.width() + 2, max(least, bounds.height())).grownBy(around)
        """The size they would like: every paragraph on one line."""

    @property
    def narrowest(self) -> QSize:
        """As narrow as what cannot be broken, one line high."""
        if self._narrowest is None:
            wide = self._metrics.boundingRect(QRect(0, 0, 1, _ENDLESS), self._flags, self._words).width()
            self._narrowest = QSize(wide + 2, max(self._least, self._metrics.height())).grownBy(self._around)
        return self._narrowest

    def height(self, width: int) -> int:
        """How high they are in this width."""
        if width >= self.hint.width():
            return self.hint.height()
        if width not in self._heights:
            room = QRect(0, 0, max(1, width - self._around.left() - self._around.right()), _ENDLESS)
            tall = self._metrics.boundingRect(room, self._flags, self._words).height()
            self._heights[width] = max(self._least, tall) + self._around.top() + self._around.bottom()
        return self._heights[width]
