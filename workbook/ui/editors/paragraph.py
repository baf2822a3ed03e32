"""As many words as someone likes, on a soft sheet."""

from workbook.content.fields import Paragraph, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.writing import Writing


class ParagraphEditor(Editor):
    """A sheet that grows with its words."""

    def __init__(self, field: Paragraph) -> None:
        super().__init__(field.label)
        self.writing = Writing(field.label, rows=4, parent=self)
        self.writing.edited.connect(self.edited)
        self.body(self.writing)
        self.named_by_label(self.writing)

    def value(self) -> Value:
        """Text, exactly as typed; an empty sheet is no answer."""
        return self.writing.words() or None

    def set_value(self, value: Value) -> None:
        """Show a text, or nothing."""
        self.writing.set_words(value or "")
