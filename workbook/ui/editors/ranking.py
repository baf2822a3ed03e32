"""Things put into order: by buttons, by Alt with the arrow keys, or by hand. Only as many as somebody likes."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from workbook.content.fields import Option, Ranking, Value
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.in_order import InOrder, Slip
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class RankingEditor(Editor):
    """Slips above the line are in order, those below it are not; at the beginning all are below."""

    def __init__(self, field: Ranking) -> None:
        super().__init__(field.label)
        self._items, self._most = field.items, field.most
        self.hint = Words("", "small", quiet=True)
        self.line = Words("", "small", quiet=True)
        self.slips = InOrder()
        self.slips.moved.connect(self._on_moved)
        self.body(self.hint, self.slips)
        self._lay_out(())

    def value(self) -> Value:
        """Item ids, the first one first, or `None` while none has a place."""
        return [row.item for row in self._placed()] or None

    def set_value(self, value: Value) -> None:
        """Show an order; a thing that is no longer among those to order keeps its place, as its own words."""
        self._lay_out(tuple(value or ()))

    def put(self, row: _Item, place: int) -> None:
        """Somebody puts one at a place; the keyboard goes on to what comes next."""
        waiting = not row.placed
        self.slips.put(row, place)
        below = [other for other in self._rows() if not other.placed]
        if waiting and below:
            below[0].first_button().setFocus(Qt.FocusReason.TabFocusReason)

    def end(self) -> int:
        """The first place after what is in order."""
        return self.slips.rows.index(self.line)

    def _lay_out(self, order: tuple[str, ...]) -> None:
        for row in self._rows():
            row.hide()
            row.deleteLater()
        texts = {item.id: item.text for item in self._items}
        rest = [item for item in texts if item not in order]
        rows = {item: _Item(Option(item, texts.get(item, item))) for item in (*order, *rest)}
        for row in rows.values():
            row.wanted.connect(partial(self._on_wanted, row))
        self.slips.set_rows([*(rows[item] for item in order), self.line, *(rows[item] for item in rest)])
        self._tell()

    def _rows(self) -> list[_Item]:
        return [row for row in self.slips.rows if isinstance(row, _Item)]

    def _placed(self) -> list[_Item]:
        return [row for row in self.slips.rows[: self.end()] if isinstance(row, _Item)] if self.slips.rows else []

    def _on_wanted(self, row: _Item, way: str) -> None:
        at = self.slips.rows.index(row)
        self.put(row, {"first": 0, "up": at - 1, "down": at + 1, "next": self.end(), "out": len(self.slips.rows)}[way])

    def _on_moved(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        placed, rows = self._placed(), self._rows()
        for at, row in enumerate(rows):
            row.tell(at + 1 if row in placed else None, len(placed))
        enough = _("The first {n} are enough.").replace("{n}", str(self._most)) if self._most and self._most < len(rows) else ""
        how = _("Drag them, or use the buttons. Alt and an arrow key move one, too.")
        nothing = _("There is nothing to put into order: nothing was picked before. You can go on.")
        self.hint.setText(f"{enough} {how}".strip() if rows else nothing)
        self.line.setText(_("Not in the order yet") if len(placed) < len(rows) else _("All of them are in order."))
        self.line.setVisible(bool(rows))
        if rows:
            self.setFocusProxy(rows[0].first_button())


class _Item(Slip):
    """One thing: its place, its words, its buttons; they stand below the words where it is narrow."""

    wanted = Signal(str)

    def __init__(self, item: Option) -> None:
        super().__init__()
        self.item = item.id
        self.placed = False
        self._number = Words("", "label")
        self._number.setMinimumWidth(space(4.5))
        ways = {"next": _("Put next"), "first": _("Put first"), "up": _("Up"), "down": _("Down"), "out": _("Take out")}
        self._buttons = {way: Button(words, "plain") for way, words in ways.items()}
        self._row = QWidget()
        inside = QHBoxLayout(self._row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(space(1))
        for way, button in self._buttons.items():
            button.clicked.connect(partial(self._on_clicked, way))
            button.setAccessibleDescription(item.text)
            inside.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(self.grip(), space(1.5), space(2), space(1.5))
        self._box.setSpacing(space(1))
        said = QHBoxLayout()
        said.setSpacing(space(2))
        said.addWidget(self._number)
        said.addWidget(Words(item.text), 1)
        self._box.addLayout(said, 1)
        self._box.addWidget(self._row, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(self, place: int | None, placed: int) -> None:
        """Show its place, and what can be done with it there."""
        self.placed = place is not None
        self._number.setText(f"{place}." if place else "")
        self._number.setVisible(self.placed)
        here = {"up": place != 1, "down": place != placed, "out": True} if self.placed else {"next": True, "first": placed > 0}
        for way, button in self._buttons.items():
            button.setVisible(here.get(way, False))

    def first_button(self) -> Button:
        """Where the keyboard comes to on this slip."""
        return next(button for button in self._buttons.values() if not button.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self._row.sizeHint().width() > self.width() * 0.5
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way != self._box.direction():
            self._box.setDirection(way)

    def _on_clicked(self, way: str) -> None:
        self.wanted.emit(way)
