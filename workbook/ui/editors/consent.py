"""What is all right and how far; what nobody touched stays at the narrowest, and the page says so."""

from __future__ import annotations

from gettext import gettext as _

from workbook.content.fields import Consent, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.pill_rows import PillRows


class ConsentEditor(Editor):
    """A row for each thing, its answers from the narrowest to the widest; none is chosen for anybody."""

    def __init__(self, field: Consent) -> None:
        super().__init__(field.label)
        narrowest = field.levels[0].text if field.levels else ""
        self.levels = PillRows(field.items, field.levels, _("While you choose nothing: {answer}").replace("{answer}", narrowest))
        self.levels.changed.connect(self.edited)
        self.body(self.levels)
        self.setFocusProxy(self.levels)

    def value(self) -> Value:
        """`{item id: level id}` for what was chosen, or `None` while nothing was."""
        return self.levels.chosen() or None

    def set_value(self, value: Value) -> None:
        """Show what was chosen."""
        self.levels.choose(value or {})
