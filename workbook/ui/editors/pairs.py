"""What showed, and what was underneath: two lines side by side, as many as it takes."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from workbook.content.fields import Pairs, Value
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.prose import Words
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space


class PairsEditor(Editor):
    """One pair to begin with; a button adds another."""

    def __init__(self, field: Pairs) -> None:
        super().__init__(field.label)
        self._names = (field.surface, field.underneath)
        self._pairs: list[tuple[Writing, Writing]] = []
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space(6))
        self._grid.setVerticalSpacing(space(2))
        self._heads = [Words(name, "small", quiet=True) for name in self._names]
        for side, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, side)
            self._grid.setColumnStretch(side, 1)
        self.another = Button(_("Add another pair"), "plain")
        self.another.clicked.connect(self._on_another)
        policy = self.another.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Maximum)
        self.another.setSizePolicy(policy)
        self.body(self._table, self.another)
        self._show(1)

    def value(self) -> Value:
        """`[{"surface", "underneath"}]`, leaving out pairs with nothing on either side; `None` when none is left."""
        said = [{"surface": surface.words(), "underneath": under.words()} for surface, under in self._pairs]
        return [pair for pair in said if pair["surface"] or pair["underneath"]] or None

    def set_value(self, value: Value) -> None:
        """Show these pairs, or one empty one."""
        pairs = value or [{"surface": "", "underneath": ""}]
        self._show(len(pairs))
        for (surface, under), pair in zip(self._pairs, pairs, strict=True):
            surface.set_words(pair["surface"])
            under.set_words(pair["underneath"])

    def _show(self, count: int) -> None:
        while len(self._pairs) > count:
            for writing in self._pairs.pop():
                self._grid.removeWidget(writing)
                writing.hide()
                writing.deleteLater()
        while len(self._pairs) < count:
            self._add()

    def _add(self) -> None:
        row = len(self._pairs) + 1
        pair = (Writing(self._names[0]), Writing(self._names[1]))
        for side, writing in enumerate(pair):
            writing.edited.connect(self.edited)
            if self._pairs:
                writing.setAccessibleDescription(_("Pair {n}").replace("{n}", str(row)))
            self._grid.addWidget(writing, row, side, Qt.AlignmentFlag.AlignTop)
        if not self._pairs:
            self.setFocusProxy(pair[0])
            for head, writing in zip(self._heads, pair, strict=True):
                head.setBuddy(writing)
        self._pairs.append(pair)

    def _on_another(self) -> None:
        self._add()
        for writing in self._pairs[-1]:
            writing.show()  # what is not shown yet cannot take the keyboard
        self._pairs[-1][0].setFocus(Qt.FocusReason.OtherFocusReason)
