"""A few letters under something that was agreed."""

from __future__ import annotations

from gettext import gettext as _

from workbook.content.fields import Initials, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.prose import Words
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space


class InitialsEditor(Editor):
    """A short line; what it means and what it does not is said beside it."""

    def __init__(self, field: Initials) -> None:
        super().__init__(field.label)
        self.writing = Writing(field.label)
        self.writing.setMaximumWidth(space(44))
        self.writing.edited.connect(self.edited)
        self.body(self.writing, Words(_("A few letters are enough. They can be taken back at any time."), "small", quiet=True))
        self.named_by_label(self.writing)

    def value(self) -> Value:
        """The letters, exactly as typed; an empty line is no answer."""
        return self.writing.words() or None

    def set_value(self, value: Value) -> None:
        """Show the letters, or none."""
        self.writing.set_words(value or "")
