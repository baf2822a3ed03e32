"""A few words, on a line."""

from workbook.content.fields import Line, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.writing import Writing


class LineEditor(Editor):
    """One line that grows when the words need more."""

    def __init__(self, field: Line) -> None:
        super().__init__(field.label)
        self.writing = Writing(field.label, parent=self)
        self.writing.edited.connect(self.edited)
        self.body(self.writing)
        self.named_by_label(self.writing)

    def value(self) -> Value:
        """Text, exactly as typed; an empty line is no answer."""
        return self.writing.words() or None

    def set_value(self, value: Value) -> None:
        """Show a text, or nothing."""
        self.writing.set_words(value or "")
