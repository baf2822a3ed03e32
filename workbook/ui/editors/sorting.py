"""A few things put into piles, by a row of buttons beside each."""

from __future__ import annotations

from gettext import gettext as _

from workbook.content.fields import Option, Sorting, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.pill_rows import PillRows
from workbook.ui.parts.prose import Words


class SortingEditor(Editor):
    """A row for each thing; one that lies in no pile is simply not sorted."""

    def __init__(self, field: Sorting) -> None:
        super().__init__(field.label)
        self._field = field
        self._piles: PillRows | None = None
        self._nothing = Words(_("There is nothing to sort: nothing was picked before. You can go on."))
        self.body(self._nothing)
        self._lay_out(())

    def value(self) -> Value:
        """`{item id: pile id}`, or `None` while nothing was sorted."""
        return self.piles.chosen() or None

    def set_value(self, value: Value) -> None:
        """Show what lies where; a thing that is no longer among those to sort stays where it lies, as its own words."""
        known = {item.id for item in self._field.items}
        self._lay_out(tuple(Option(item, item) for item in value or () if item not in known))
        self.piles.choose(value or {})

    @property
    def piles(self) -> PillRows:
        """The rows."""
        assert self._piles is not None
        return self._piles

    def _lay_out(self, others: tuple[Option, ...]) -> None:
        if self._piles is not None:
            self._piles.hide()
            self._piles.deleteLater()
        things = (*self._field.items, *others)
        self._piles = PillRows(things, self._field.piles)
        self._piles.changed.connect(self.edited)
        self._nothing.setVisible(not things)
        self.rows.insertWidget(1, self._piles)
        if things:
            self.setFocusProxy(self._piles)
