"""Any number of a list, and words of one's own beside them."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbook.content.fields import Choices, Value
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.options import Tick
from workbook.ui.parts.prose import Words
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space


class ChoicesEditor(Editor):
    """Rows to tick; below them a line where Enter adds words of one's own."""

    def __init__(self, field: Choices) -> None:
        super().__init__(field.label)
        self._picked: list[str] = []
        self._showing = False
        self._ticks = {option.id: Tick(option.text) for option in field.options}
        for option, tick in self._ticks.items():
            tick.setAccessibleDescription(field.label)
            tick.toggled.connect(self._on_toggled)
            tick.setObjectName(option)
            self.body(tick)
        self.own = OwnWords()
        self.own.edited.connect(self.edited)
        self.body(self.own)
        self.named_by_label(next(iter(self._ticks.values()), self.own.line))

    def value(self) -> Value:
        """`{"picked": [ids as they were picked], "own": [texts]}`, or `None`; words still on the line count."""
        value = {"picked": list(self._picked), "own": self.own.words()}
        return value if value["picked"] or value["own"] else None

    def set_value(self, value: Value) -> None:
        """Show what was picked and added."""
        value = value or {"picked": [], "own": []}
        self._showing = True
        for option, tick in self._ticks.items():
            tick.setChecked(option in value["picked"])
        self._showing = False
        self._picked = list(value["picked"])
        self.own.set_words(value["own"])

    def _on_toggled(self) -> None:
        if self._showing:
            return
        now = {option for option, tick in self._ticks.items() if tick.isChecked()}
        self._picked = [option for option in self._picked if option in now]
        self._picked += [option for option in self._ticks if option in now and option not in self._picked]
        self.edited.emit()


class OwnWords(QWidget):
    """The things a person added, each with a way to take it off, and a line for one more."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: list[_Own] = []
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(space(1), space(2), 0, 0)
        self.rows.setSpacing(space(1))
        label = Words(_("In your own words"), "small", quiet=True)
        self.line = Writing(label.text())
        self.line.setPlaceholderText(_("Something else? Enter adds it"))
        label.setBuddy(self.line)
        self.line.edited.connect(self.edited)
        self.line.entered.connect(self._on_entered)
        self.line.left.connect(self._on_entered)
        self.rows.addWidget(label)
        self.rows.addWidget(self.line)

    def words(self) -> list[str]:
        """Everything added, and what still stands on the line."""
        waiting = self.line.words()
        return [item.text for item in self._items] + ([waiting] if waiting.strip() else [])

    def set_words(self, texts: list[str]) -> None:
        """Show these, and an empty line."""
        for item in self._items:
            item.hide()
            item.deleteLater()
        self._items = []
        for text in texts:
            self._add(text)
        self.line.set_words("")

    def _add(self, text: str) -> None:
        item = _Own(text)
        item.removed.connect(self._on_removed)
        self._items.append(item)
        self.rows.insertWidget(self.rows.count() - 1, item)

    def _on_entered(self) -> None:
        if (waiting := self.line.words()).strip():
            self._add(waiting)
            self.line.set_words("")

    def _on_removed(self, item: QWidget) -> None:
        self._items = [other for other in self._items if other is not item]
        item.hide()
        item.deleteLater()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()


class _Own(QWidget):
    """One thing a person added."""

    removed = Signal(QWidget)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(text), 1)
        button = Button(_("Remove"), "plain")
        button.setAccessibleDescription(text)
        button.clicked.connect(self._on_clicked)
        row.addWidget(button)

    def _on_clicked(self) -> None:
        self.removed.emit(self)
