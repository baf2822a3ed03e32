"""A few things put into piles, by a row of buttons beside each, or by carrying them there."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from workbook.content.fields import Option, Sorting, Value
from workbook.ui.colours import colours_of
from workbook.ui.parts.blocks import SideBySide
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.pill_rows import PillRows
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class SortingEditor(Editor):
    """The piles with what lies in each, and a row for each thing; one that lies in no pile is simply not sorted."""

    def __init__(self, field: Sorting) -> None:
        super().__init__(field.label)
        self._field = field
        self._things: tuple[Option, ...] = ()
        self._rows: PillRows | None = None
        self.heaps = {pile.id: Heap(pile.text) for pile in field.piles}
        self._nothing = Words(_("There is nothing to sort: nothing was picked before. You can go on."))
        self._beside = SideBySide(list(self.heaps.values()))
        self.body(self._beside, self._nothing)
        self._lay_out(())

    def value(self) -> Value:
        """`{item id: pile id}`, or `None` while nothing was sorted."""
        return self.piles.chosen() or None

    def set_value(self, value: Value) -> None:
        """Show what lies where; a thing that is no longer among those to sort stays where it lies, as its own words."""
        known = {item.id for item in self._field.items}
        self._lay_out(tuple(Option(item, item) for item in value or () if item not in known))
        self.piles.choose(value or {})
        self._tell()

    @property
    def piles(self) -> PillRows:
        """The rows."""
        assert self._rows is not None
        return self._rows

    def _lay_out(self, others: tuple[Option, ...]) -> None:
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._things = (*self._field.items, *others)
        self._rows = PillRows(self._things, self._field.piles, by_hand=True)
        self._rows.changed.connect(self._on_changed)
        self._rows.carried.connect(self._on_carried)
        self._rows.let_go.connect(self._on_let_go)
        self._nothing.setVisible(not self._things)
        self._beside.setVisible(bool(self._things))
        self.rows.insertWidget(self.rows.count(), self._rows)
        self._tell()
        if self._things:
            self.setFocusProxy(self._rows)

    def _tell(self) -> None:
        chosen = self.piles.chosen()
        for pile, heap in self.heaps.items():
            heap.show_things([thing.text for thing in self._things if chosen.get(thing.id) == pile])

    def _on_changed(self) -> None:
        self._tell()
        self.edited.emit()

    def _under(self, at: QPoint) -> str | None:
        """The pile at a place on the screen."""
        return next((pile for pile, heap in self.heaps.items() if heap.rect().contains(heap.mapFromGlobal(at))), None)

    def _on_carried(self, _thing: str, at: QPoint) -> None:
        under = self._under(at)
        for pile, heap in self.heaps.items():
            heap.invite(pile == under)

    def _on_let_go(self, thing: str, at: QPoint) -> None:
        pile = self._under(at)
        for heap in self.heaps.values():
            heap.invite(False)
        if pile is not None and self.piles.chosen().get(thing) != pile:
            self.piles.choose(self.piles.chosen() | {thing: pile})
            self._on_changed()


class Heap(Panel):
    """One pile: its name, and what lies in it; things can be carried here."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._invites = False
        self.rows.setContentsMargins(space(3), space(2.5), space(3), space(2.5))
        self.things = Words("", "small", quiet=True)
        self.rows.addWidget(Words(name, "label"))
        self.rows.addWidget(self.things)

    def show_things(self, things: list[str]) -> None:
        """What lies here now."""
        self.things.setText("\n".join(things) or _("Nothing here yet"))

    def invite(self, invites: bool) -> None:
        """Show that something may be let go here."""
        if invites != self._invites:
            self._invites = invites
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._invites:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours_of(self.palette())["accent"], 2.4))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.2, 1.2, -1.2, -1.2), 10, 10)
