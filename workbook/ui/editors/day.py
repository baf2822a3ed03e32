"""A day: written as people write one, or picked from a month. It begins empty, and may stay so."""

from __future__ import annotations

from datetime import date
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbook.content import days
from workbook.content.fields import Day, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.fold import Unfolds
from workbook.ui.parts.month import Month
from workbook.ui.parts.prose import Words
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space


class DayEditor(Editor):
    """A line, what it was understood as, and a month for whoever would rather look."""

    def __init__(self, field: Day) -> None:
        super().__init__(field.label)
        self.writing = Writing(field.label)
        self.writing.setMaximumWidth(space(80))
        self.writing.setPlaceholderText(_("such as {day}").replace("{day}", days.written(date(2026, 5, 3))))
        self.writing.edited.connect(self._on_edited)
        self.told = Words("", "small", quiet=True)
        self.pick = Unfolds(_("Pick a day"))
        self.pick.clicked.connect(self._on_pick)
        self.month = Month()
        self.month.picked.connect(self._on_picked)
        self.month.hide()
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(space(1), 0, 0, 0)
        row.setSpacing(space(3))
        row.addWidget(self.told)
        row.addWidget(self.pick)
        row.addStretch(1)
        self.body(self.writing, below)
        self.rows.addWidget(self.month, 0, Qt.AlignmentFlag.AlignLeft)
        self.named_by_label(self.writing)
        self._tell()

    def value(self) -> Value:
        """A day such as `2026-05-03`; words that are no day as they stand, or `None`."""
        words = self.writing.words()
        day = days.understood(words)
        return day.isoformat() if day else words or None

    def set_value(self, value: Value) -> None:
        """Show a day, or an empty line."""
        day = days.understood(value or "")
        self.writing.set_words(days.written(day) if day else value or "")
        self._tell()

    def _tell(self) -> None:
        words = self.writing.words()
        day = days.understood(words)
        self.told.setText(days.in_full(day) if day else _("Not a day yet") if words.strip() else _("No day yet"))

    def _on_edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _on_pick(self) -> None:
        self.month.setVisible(self.month.isHidden())
        self.pick.show_open(not self.month.isHidden())
        if self.month.isVisible():
            self.month.open_at(days.understood(self.writing.words()) or date.today())

    def _on_picked(self, day: date) -> None:
        self.month.hide()
        self.pick.show_open(False)
        self.writing.set_words(days.written(day))
        self.writing.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()
