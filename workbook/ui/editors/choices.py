"""Any number of a list, and words of one's own beside them."""

from __future__ import annotations

from workbook.content.fields import Choices, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.options import Tick
from workbook.ui.parts.own_words import OwnWords


class ChoicesEditor(Editor):
    """Rows to tick; below them a line where Enter adds words of one's own."""

    def __init__(self, field: Choices) -> None:
        super().__init__(field.label)
        self._picked: list[str] = []
        self._showing = False
        self._ticks = {option.id: Tick(option.text, self) for option in field.options}
        for option, tick in self._ticks.items():
            tick.setAccessibleDescription(field.label)
            tick.toggled.connect(self._on_toggled)
            tick.setObjectName(option)
            self.body(tick)
        self.own = OwnWords(parent=self)
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
