"""One small practice in four small questions: who does what, when, and how you will know."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from workbook.content.fields import Commitment, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space, typed


def lines() -> dict[str, str]:
    """The four small questions; each is clear by itself, for someone who hears one at a time."""
    return {"who": _("Who?"), "what": _("Does what?"), "when": _("When?"), "know": _("How will you know?")}


class CommitmentEditor(Editor):
    """Four lines, each with its question beside it."""

    def __init__(self, field: Commitment) -> None:
        super().__init__(field.label)
        self._lines: dict[str, Writing] = {}
        sentence = QWidget()
        grid = QGridLayout(sentence)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(min(space(2.5), 16))
        grid.setColumnStretch(1, 1)
        for row, (key, words) in enumerate(lines().items()):
            line = Writing(words)
            line.edited.connect(self.edited)
            label = typed(QLabel(words), "text")
            label.setBuddy(line)
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)
            self._lines[key] = line
        self.body(sentence)
        self.setFocusProxy(self._lines["who"])

    def value(self) -> Value:
        """`{"who", "what", "when", "know"}`, each text; `None` while all are empty."""
        said = {key: line.words() for key, line in self._lines.items()}
        return said if any(said.values()) else None

    def set_value(self, value: Value) -> None:
        """Show the four lines."""
        for key, line in self._lines.items():
            line.set_words((value or {}).get(key, ""))
