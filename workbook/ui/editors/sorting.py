"""A few things put into piles, by a row of buttons beside each."""

from __future__ import annotations

from workbook.content.fields import Sorting, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.pill_rows import PillRows


class SortingEditor(Editor):
    """A row for each thing; one that lies in no pile is simply not sorted."""

    def __init__(self, field: Sorting) -> None:
        super().__init__(field.label)
        self.piles = PillRows(field.items, field.piles)
        self.piles.changed.connect(self.edited)
        self.body(self.piles)
        self.setFocusProxy(self.piles)

    def value(self) -> Value:
        """`{item id: pile id}`, or `None` while nothing was sorted."""
        return self.piles.chosen() or None

    def set_value(self, value: Value) -> None:
        """Show what lies where."""
        self.piles.choose(value or {})
