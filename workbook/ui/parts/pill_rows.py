"""A list of things, each with a row of pills beside it: for places in the body, for piles, for how far a yes goes."""

from __future__ import annotations

from collections.abc import Mapping
from gettext import gettext as _

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from workbook.content.fields import Option as Thing
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.options import OneOf, Option
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space


class PillRows(QWidget):
    """For each thing one of several pills, or none; `untouched` says beside a thing what holds while none is chosen.

    With `by_hand` a thing can be taken by its words; `carried` then tells, over and over, which thing is where on the screen,
    and `let_go` where it was let go.
    """

    changed = Signal()
    carried = Signal(str, QPoint)
    let_go = Signal(str, QPoint)

    def __init__(
        self, things: tuple[Thing, ...], pills: tuple[Thing, ...], untouched: str = "", *, by_hand: bool = False
    ) -> None:
        super().__init__()
        self._pills = [pill.id for pill in pills]
        self._rows = {thing.id: _Row(thing, pills, untouched) for thing in things}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(1))
        for row in self._rows.values():
            row.group.changed.connect(self._on_changed)
            if by_hand:
                row.setCursor(Qt.CursorShape.OpenHandCursor)
                row.carried.connect(self.carried)
                row.let_go.connect(self.let_go)
            rows.addWidget(row)
        if things:
            rows.addWidget(Words(_("Choosing the same again takes it back."), "small", quiet=True))
        self._point()

    def chosen(self) -> dict[str, str]:
        """The chosen pill of each thing that has one."""
        places = {thing: row.group.chosen for thing, row in self._rows.items()}
        return {thing: self._pills[place] for thing, place in places.items() if place is not None}

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Show these choices."""
        for thing, row in self._rows.items():
            row.group.choose(self._pills.index(chosen[thing]) if thing in chosen else None)
        self._point()

    def _on_changed(self) -> None:
        self._point()
        self.changed.emit()

    def _point(self) -> None:
        """The keyboard comes to the first thing first."""
        for row in self._rows.values():
            row.tell()
        for row in list(self._rows.values())[:1]:
            self.setFocusProxy(row.group.stop)


class _Row(QWidget):
    """A thing and its pills; the pills go below where it is narrow."""

    carried = Signal(str, QPoint)
    let_go = Signal(str, QPoint)

    def __init__(self, thing: Thing, pills: tuple[Thing, ...], untouched: str) -> None:
        super().__init__()
        self._thing = thing.id
        self.group = OneOf(self)
        self._words = Words(thing.text)
        self._holds = Words(untouched, "small", quiet=True)
        policy = self._holds.sizePolicy()
        policy.setRetainSizeWhenHidden(bool(untouched))  # nothing jumps when something is chosen
        self._holds.setSizePolicy(policy)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._words)
        said.addWidget(self._holds)
        self._untouched = untouched
        self._pills = QWidget()
        self._pills.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flow = Flow(self._pills, space(0.5))
        options = [Option(pill.text, "pill") for pill in pills]
        for option in options:
            option.setAccessibleDescription(thing.text)
            self.group.add(option)
            flow.addWidget(option)
        line = QFrame(frameShape=QFrame.Shape.HLine, frameShadow=QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(space(1))
        self._box.addLayout(said, 1)
        self._box.addWidget(self._pills)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space(1))
        whole.addLayout(self._box)
        whole.addWidget(line)

    def tell(self) -> None:
        """What holds, as long as nothing is chosen."""
        self._holds.setVisible(bool(self._untouched) and self.group.chosen is None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken by its words, it follows the hand until it is let go."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.carried.emit(self._thing, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.let_go.emit(self._thing, event.globalPosition().toPoint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self._pills.sizeHint().width() > self.width() * 0.62
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way != self._box.direction():
            self._box.setDirection(way)
