"""A line through time with two lanes: what stands on the one side, what on the other, in the order somebody gives it."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.content.fields import Option, Timeline, Value
from workbook.ui.colours import colours_of
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.in_order import InOrder, Slip
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space


class TimelineEditor(Editor):
    """Entries along a line; a button for each side adds one there."""

    def __init__(self, field: Timeline) -> None:
        super().__init__(field.label)
        self._field = field
        self.entries = InOrder(0)
        self.entries.moved.connect(self._on_moved)
        self.adds = [Button(_("Add: {lane}").replace("{lane}", lane.text).replace("&", "&&")) for lane in field.lanes]
        row = QWidget()
        flow = Flow(row, space(2))
        for lane, add in zip(field.lanes, self.adds, strict=True):
            add.clicked.connect(partial(self._on_add, lane))
            flow.addWidget(add)
        self.body(self.entries, row)
        self._tell()

    def value(self) -> Value:
        """`[{"when": text, "what": text, "lane": lane id}]` in their order, or `None`; an entry without words is none."""
        said = [entry.value() for entry in self._shown()]
        return [entry for entry in said if entry["when"] or entry["what"]] or None

    def set_value(self, value: Value) -> None:
        """Show these entries."""
        for entry in self._shown():
            entry.deleteLater()
        self.entries.set_rows([self._entry(said) for said in value or []])
        self._tell()

    def _shown(self) -> list[_Entry]:
        return [row for row in self.entries.rows if isinstance(row, _Entry)]

    def _entry(self, said: dict[str, str]) -> _Entry:
        entry = _Entry(self._field, said)
        entry.edited.connect(self.edited)
        entry.wanted.connect(partial(self._on_wanted, entry))
        return entry

    def _on_add(self, lane: Option, _pressed: bool = False) -> None:
        entry = self._entry({"when": "", "what": "", "lane": lane.id})
        self.entries.set_rows([*self.entries.rows, entry])
        entry.show()  # what is not shown yet cannot take the keyboard
        entry.when.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _on_wanted(self, entry: _Entry, way: str) -> None:
        rows = list(self.entries.rows)
        at = rows.index(entry)
        if way == "out":
            rows.remove(entry)
            self.entries.set_rows(rows)
            entry.deleteLater()
            self.adds[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_moved()
        elif way == "side":
            lanes = [lane.id for lane in self._field.lanes]
            entry.stand_at(self._field.lanes[(lanes.index(entry.lane) + 1) % len(lanes)])
            self.edited.emit()
        else:
            self.entries.put(entry, at + (1 if way == "later" else -1))

    def _on_moved(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        entries = self._shown()
        for at, entry in enumerate(entries):
            entry.tell(first=at == 0, last=at == len(entries) - 1)
        self.setFocusProxy(entries[0].when if entries else self.adds[0])


class _Entry(Slip):
    """One entry: when, what, and its side of the line; in a narrow window all stand on one side, named."""

    edited = Signal()
    wanted = Signal(str)

    def __init__(self, field: Timeline, said: dict[str, str]) -> None:
        super().__init__()
        self._lanes = [lane.id for lane in field.lanes]
        self._first = self._last = False
        self.side = Words("", "label")
        self.when, self.what = (self._line(name, said[key]) for name, key in ((field.when, "when"), (field.what, "what")))
        self._card = Panel()
        self._card.rows.addWidget(self.side)
        for line in (self.when, self.what):
            label = Words(line.accessibleName(), "small", quiet=True)
            label.setBuddy(line)
            self._card.rows.addWidget(label)
            self._card.rows.addWidget(line)
        ways = {"earlier": _("Earlier"), "later": _("Later"), "side": _("Other side"), "out": _("Remove")}
        self._buttons = {way: Button(words, "plain") for way, words in ways.items()}
        row = QWidget()
        flow = Flow(row, space(1))
        for way, button in self._buttons.items():
            button.clicked.connect(partial(self._on_clicked, way))
            flow.addWidget(button)
        self._card.rows.addWidget(row)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self._card)
        self.stand_at(next(lane for lane in field.lanes if lane.id == said["lane"]))

    def value(self) -> dict[str, str]:
        """What stands here."""
        return {"when": self.when.words(), "what": self.what.words(), "lane": self.lane}

    def stand_at(self, lane: Option) -> None:
        """Stand on this side of the line."""
        self.lane = lane.id
        self.side.setText(lane.text)
        self._place()

    def tell(self, first: bool, last: bool) -> None:
        """Where it stands along the line."""
        self._first, self._last = first, last
        self._buttons["earlier"].setVisible(not first)
        self._buttons["later"].setVisible(not last)
        for button in self._buttons.values():
            button.setAccessibleDescription(self.when.words() or self.what.words() or self.side.text())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = self._spine(), self._card.y() + space(6)
        painter.setPen(QPen(colours["border"], 2))
        painter.drawLine(QPointF(x, y if self._first else 0), QPointF(x, y if self._last else self.height()))
        card = self._card.geometry()
        painter.drawLine(QPointF(x, y), QPointF(card.left() if card.left() > x else card.right(), y))
        painter.setPen(QPen(colours["accent"], 2))
        painter.setBrush(colours["page"])
        painter.drawEllipse(QPointF(x, y), space(1.4), space(1.4))

    def _line(self, name: str, words: str) -> Writing:
        line = Writing(name)
        line.set_words(words)
        line.edited.connect(self.edited)
        return line

    def _narrow(self) -> bool:
        return self.width() < space(130)

    def _spine(self) -> float:
        return space(2) if self._narrow() else self.width() / 2

    def _place(self) -> None:
        """The card beside the line."""
        gap, half = space(5), self.width() // 2 + space(3)
        left = gap if self._narrow() else half if self._lanes.index(self.lane) else 0
        right = 0 if self._narrow() or self._lanes.index(self.lane) else half
        if self._box.contentsMargins().left() != left or self._box.contentsMargins().right() != right:
            self._box.setContentsMargins(left, space(1), right, space(1))

    def _on_clicked(self, way: str) -> None:
        self.wanted.emit(way)
