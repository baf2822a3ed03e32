"""The board of a day together: what comes next, how long it may take, one line to keep of each, and what is parked."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workbook.content.fields import Agenda, Segment, Value
from workbook.screens import words
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.countdown import Countdown
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.in_order import InOrder, Slip
from workbook.ui.parts.options import Tick
from workbook.ui.parts.own_words import OwnWords
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Words
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space

LONGEST = 90
"""After so many minutes at the latest, two people need a break of their own."""


class AgendaEditor(Editor):
    """The board, below it what could go on it, and last what is parked."""

    def __init__(self, field: Agenda) -> None:
        super().__init__(field.label)
        self._cards = {segment.id: _Card(segment) for segment in field.segments}
        self._waiting: dict[str, _Offer] = {}
        self.told = Words("", "small", quiet=True)
        self.board = InOrder()
        self.board.moved.connect(self._on_changed)
        self.rest = Words(_("What could go on it"), "label")
        self.parked = OwnWords(_("Parked for another time"), _("What comes up, and is not for now? Enter parks it"))
        self.parked.edited.connect(self.edited)
        self.body(self.told, self.board, self.rest)
        for segment in field.segments:
            self._cards[segment.id].edited.connect(self.edited)
            self._cards[segment.id].wanted.connect(partial(self._on_wanted, segment.id))
            self._waiting[segment.id] = _Offer(segment)
            self._waiting[segment.id].add.clicked.connect(partial(self._on_add, segment.id))
            self.body(self._waiting[segment.id])
        self.body(self.parked)
        self._lay_out([])

    def value(self) -> Value:
        """`{"order": [segment ids], "done": […], "keeps": {segment id: text}, "parked": [texts]}`, or `None` while it is empty."""
        order = self._order()
        done = [segment for segment, card in self._cards.items() if card.done.isChecked()]
        keeps = {segment: text for segment, card in self._cards.items() if (text := card.keep.words())}
        value = {"order": order, "done": done, "keeps": keeps, "parked": self.parked.words()}
        return value if any(value.values()) else None

    def set_value(self, value: Value) -> None:
        """Show a board; no clock runs."""
        value = value or {"order": [], "done": [], "keeps": {}, "parked": []}
        for segment, card in self._cards.items():
            card.show_answer(segment in value["done"], value["keeps"].get(segment, ""))
        self.parked.set_words(value["parked"])
        self._lay_out(value["order"])

    def _order(self) -> list[str]:
        return [row.segment.id for row in self.board.rows if isinstance(row, _Card)]

    def _lay_out(self, order: list[str]) -> None:
        self.board.set_rows([self._cards[segment] for segment in order])
        for row in self.board.rows:
            row.show()
        self._tell()

    def _on_add(self, segment: str, _pressed: bool = False) -> None:
        self._lay_out([*self._order(), segment])
        self._cards[segment].begin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _on_wanted(self, segment: str, way: str) -> None:
        card, order = self._cards[segment], self._order()
        if way == "off":
            card.rest()
            order.remove(segment)
            self._lay_out(order)
            self._waiting[segment].add.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()
        elif way == "begin":
            for other in self._cards.values():
                if other is not card:
                    other.rest()
        else:
            self.board.put(card, order.index(segment) + (1 if way == "later" else -1))

    def _on_changed(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        order = self._order()
        for at, segment in enumerate(order):
            self._cards[segment].tell(first=at == 0, last=at == len(order) - 1)
        for segment, offer in self._waiting.items():
            offer.setVisible(segment not in order)
        self.rest.setVisible(len(order) < len(self._cards))
        minutes = sum(self._cards[segment].segment.minutes for segment in order)
        nothing = _("Nothing is on the board yet. Put on it what you want from this day, and leave the rest.")
        board = _("On the board: {minutes}.").replace("{minutes}", words.minutes(minutes))
        pause = _("After 90 minutes at the latest, take a break: something to drink, a little air, and nothing to solve.")
        self.told.setText(nothing if not order else f"{board} {pause}" if minutes > LONGEST else board)
        self._point(order)

    def _point(self, order: list[str]) -> None:
        """The keyboard comes to what is first on the page."""
        offers = [offer for offer in self._waiting.values() if not offer.isHidden()]
        first = self._cards[order[0]].begin if order else offers[0].add if offers else self.parked.line
        self.setFocusProxy(first)


class _Offer(Panel):
    """One stretch that is not on the board, and the button that puts it there; below its words where it is narrow."""

    def __init__(self, segment: Segment) -> None:
        super().__init__()
        self.add = Button(_("Put it on the board"))
        self.add.setAccessibleDescription(segment.text)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Words(segment.text, "label"))
        said.addWidget(Words(f"{segment.about} {words.minutes(segment.minutes).capitalize()}.".strip(), "small", quiet=True))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(space(2))
        self._box.addLayout(said, 1)
        self._box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addLayout(self._box)
        self.rows.setContentsMargins(space(4), space(2), space(3), space(2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.add.sizeHint().width() > self.width() * 0.35
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way != self._box.direction():
            self._box.setDirection(way)


class _Card(Slip):
    """One stretch of the day: its clock, whether it is done, and what is kept of it."""

    edited = Signal()
    wanted = Signal(str)

    def __init__(self, segment: Segment) -> None:
        super().__init__()
        self.segment = segment
        self.clock = Countdown(segment.minutes * 60)
        self.clock.hide()
        self.begin = Button(_("Begin"))
        self.begin.clicked.connect(self._on_begin)
        ways = {"earlier": _("Earlier"), "later": _("Later"), "off": _("Take it off")}
        self._buttons = {way: Button(said, "plain") for way, said in ways.items()}
        self.done = Tick(_("Done"))
        self.done.toggled.connect(lambda _on: self.edited.emit())
        keep = Words(_("What we keep"), "small", quiet=True)
        self.keep = Writing(keep.text())
        self.keep.edited.connect(self.edited)
        keep.setBuddy(self.keep)
        row = QWidget()
        flow = Flow(row, space(1.5))
        flow.addWidget(self.begin)
        flow.addWidget(self.done)
        for way, button in self._buttons.items():
            button.clicked.connect(partial(self._on_clicked, way))
            flow.addWidget(button)
        for widget in (self.begin, self.done, self.keep, *self._buttons.values()):
            widget.setAccessibleDescription(segment.text)
        said = QVBoxLayout()
        said.setSpacing(space(1))
        said.addWidget(Words(segment.text, "label"))
        if segment.about:
            said.addWidget(Words(segment.about, quiet=True))
        said.addWidget(Words(words.minutes(segment.minutes).capitalize(), "small", quiet=True))
        top = QHBoxLayout()
        top.addLayout(said, 1)
        top.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(self.grip(), space(2.5), space(4), space(2.5))
        whole.setSpacing(space(1))
        whole.addLayout(top)
        whole.addWidget(row)
        whole.addWidget(keep)
        whole.addWidget(self.keep)
        self.hide()

    def show_answer(self, done: bool, keep: str) -> None:
        """Show what was said of it, its clock at rest."""
        self.done.blockSignals(True)
        self.done.setChecked(done)
        self.done.blockSignals(False)
        self.keep.set_words(keep)
        self.rest()

    def tell(self, first: bool, last: bool) -> None:
        """Where it stands on the board."""
        self._buttons["earlier"].setVisible(not first)
        self._buttons["later"].setVisible(not last)

    def rest(self) -> None:
        """Hold the clock, where it runs; it goes on from there."""
        self.clock.stop()
        self._say()

    def _say(self) -> None:
        started = self.clock.left < self.segment.minutes * 60
        self.begin.setText(_("Hold the clock") if self.clock.running else _("Go on") if started else _("Begin"))

    def _on_begin(self) -> None:
        held = self.clock.running
        self.clock.show()
        self.clock.turn()
        self._say()
        if held:
            return
        self.wanted.emit("begin")

    def _on_clicked(self, way: str) -> None:
        self.wanted.emit(way)
