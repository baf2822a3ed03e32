"""How earlier commitments went: each as it stood then, with four answers of which none is better."""

from __future__ import annotations

from gettext import gettext as _

from workbook.content.fields import Option, Reviewed, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.pill_rows import PillRows
from workbook.ui.parts.prose import Words


class ReviewedEditor(Editor):
    """A row for each commitment; without any, a line that says so."""

    def __init__(self, field: Reviewed) -> None:
        super().__init__(field.label)
        self._hows = field.hows()
        self._whats: list[str] = []
        self.nothing = Words(_("There is nothing to look back on yet. You can go on."))
        self.went: PillRows | None = None
        self.body(self.nothing)

    def value(self) -> Value:
        """`[{"what": text, "how": id}]` with `""` where nothing was said, or `None` where there is nothing to look back on."""
        said = self.went.chosen() if self.went else {}
        return [{"what": what, "how": said.get(str(at), "")} for at, what in enumerate(self._whats)] or None

    def set_value(self, value: Value) -> None:
        """Show the commitments, and what was said of them."""
        rows = value or []
        if self.went is not None:
            self.went.hide()
            self.went.deleteLater()
            self.went = None
        self._whats = [row["what"] for row in rows]
        self.nothing.setVisible(not rows)
        if rows:
            self.went = PillRows(tuple(Option(str(at), what) for at, what in enumerate(self._whats)), self._hows)
            self.went.choose({str(at): row["how"] for at, row in enumerate(rows) if row["how"]})
            self.went.changed.connect(self.edited)
            self.rows.insertWidget(1, self.went)
            self.setFocusProxy(self.went)
