"""What stands beside a page's column and foot and does not scroll, where a window is wide enough for both."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbook.ui.parts.column import Column, Scroll
from workbook.ui.parts.footer import Footer

MAIN = 36
"""Of a hundred parts of the page, how many the column and the foot have at least."""


class Aside:
    """A widget beside them; it is not there at all where it would have less than `least` pixels."""

    def __init__(self, row: QHBoxLayout, scroll: Scroll, footer: Footer, widget: QWidget, least: int) -> None:
        self._scroll, self._widget, self._least = scroll, widget, least
        main = QVBoxLayout()
        main.addWidget(scroll, 1)
        main.addWidget(footer)
        row.addLayout(main, MAIN)
        row.addWidget(widget, 100 - MAIN)

    def place(self, width: int, column: Column) -> None:
        """Show it in a page of this width, or not."""
        there = width >= column.whole() + self._least
        self._scroll.setMinimumWidth(column.whole() if there else 0)
        self._widget.setVisible(there)

    def main(self, width: int, column: Column) -> int:
        """How wide column and foot are together in a page of this width."""
        return width if self._widget.isHidden() else max(column.whole(), width * MAIN // 100)
