"""A place on a scale with both ends in words. It begins untouched, says so, and can be left open again."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbook.content.fields import Rating, Value
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.options import OneOf, Option
from workbook.ui.parts.prose import Words
from workbook.ui.theme import space

TYPING = 900
"""How long a second digit may take to belong to the first, in milliseconds."""


class RatingEditor(Editor):
    """A row of numbers, none of them chosen until somebody chooses; digits choose too."""

    def __init__(self, field: Rating) -> None:
        super().__init__(field.label)
        self._low, self._high = field.low, field.high
        self._typed, self._since = "", QElapsedTimer()
        self.scale = OneOf(self)
        self.scale.changed.connect(self._on_changed)
        self.state = Words("", "small", quiet=True, parent=self)
        self.open = Button(_("Leave open"), "plain", self)
        self.open.clicked.connect(self.scale.take_back)
        self.body(self._numbers(field))
        self.rows.addLayout(self._below())
        self._tell()

    def value(self) -> Value:
        """A whole number, or `None` while it is untouched."""
        return None if self.scale.chosen is None else self._low + self.scale.chosen

    def set_value(self, value: Value) -> None:
        """Show a number, or the untouched scale."""
        self.scale.choose(None if value is None else value - self._low)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isascii() and event.text().isdigit():
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def _numbers(self, field: Rating) -> QWidget:
        """The numbers, and below them what the two ends mean."""
        whole = QWidget(self)
        rows = _Bounded(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(space(0.5))
        flow = Flow(gap=space(0.5))
        rows.addLayout(flow)
        ends = {field.low: field.low_label, field.high: field.high_label}
        for number in range(field.low, field.high + 1):
            option = Option(str(number), "pill", whole)
            option.setAccessibleName(f"{number}, {ends[number]}" if number in ends else str(number))
            option.setAccessibleDescription(field.label)
            self.scale.add(option)
            flow.addWidget(option)
            if number == field.low:
                self.setFocusProxy(option)  # a label of its own would be read in place of the number
        wide = sum(pill.sizeHint().width() + flow.spacing() for pill in self.scale) - flow.spacing()
        rows.most = max(wide, space(80))
        whole.setMaximumWidth(rows.most)
        rows.addLayout(_ends(field, whole))
        return whole

    def _below(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(space(1), 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self.state)
        row.addWidget(self.open)
        row.addStretch(1)
        policy = self.open.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing jumps when a number is chosen
        self.open.setSizePolicy(policy)
        return row

    def _type(self, digit: str) -> None:
        """A digit chooses; a second one soon after makes it ten, or takes the place of the first."""
        soon = self._since.isValid() and self._since.elapsed() < TYPING
        for text in (self._typed + digit if soon else digit, digit):
            if self._low <= int(text) <= self._high:
                self._typed = text
                self._since.start()
                self.scale.pick(int(text) - self._low)
                return

    def _on_changed(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self.setFocusProxy(self.scale.stop)
        value = self.value()
        self.state.setText(_("Not set yet") if value is None else _("You set {n}").replace("{n}", str(value)))
        self.open.setVisible(value is not None)


class _Bounded(QVBoxLayout):
    """Asked how high it is in the whole breadth of a page, it tells how high in the part of it that it takes."""

    most = 0

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self.most))

    def minimumHeightForWidth(self, width: int) -> int:
        return super().minimumHeightForWidth(min(width, self.most))


def _ends(field: Rating, whole: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(space(1), 0, space(1), 0)
    low, high = (Words(label, "small", parent=whole) for label in (field.low_label, field.high_label))
    high.setAlignment(Qt.AlignmentFlag.AlignRight)
    row.addWidget(low, 1)
    row.addSpacing(space(4))
    row.addWidget(high, 1)
    return row
