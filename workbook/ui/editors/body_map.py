"""Where the body spoke up: a drawing to point at, and a list of the same places; words are an equal choice."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from workbook.content.fields import BodyMap, Option, Value
from workbook.ui.parts.body import BodyPicture, says
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.pill_rows import PillRows
from workbook.ui.parts.prose import Words
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space

NEXT = {None: "more", "more": "less", "less": None}
"""What pointing at a place makes of it."""


class BodyMapEditor(Editor):
    """The drawing, a row for each place, and a line for words."""

    def __init__(self, field: BodyMap) -> None:
        super().__init__(field.label)
        self.picture = BodyPicture(to_touch={place.id: place.text for place in field.places})
        self.picture.pressed.connect(self._on_pressed)
        self.places = PillRows(field.places, tuple(Option(how, words) for how, words in says().items()))
        self.places.changed.connect(self._on_changed)
        label = Words(_("Or in words: what was it like?"))
        self.words = Writing(label.text())
        self.words.edited.connect(self.edited)
        label.setBuddy(self.words)
        self.body(_Beside(self.picture, self.places))
        self.rows.addSpacing(space(2))
        self.body(label, self.words)
        self.setFocusProxy(self.places)

    def value(self) -> Value:
        """`{"places": {place id: "more" | "less"}, "words": text}`, or `None` when neither was used."""
        value = {"places": self.places.chosen(), "words": self.words.words()}
        return value if value["places"] or value["words"] else None

    def set_value(self, value: Value) -> None:
        """Show places and words."""
        value = value or {"places": {}, "words": ""}
        self.places.choose(value["places"])
        self.picture.show_marks(value["places"])
        self.words.set_words(value["words"])

    def _on_changed(self) -> None:
        self.picture.show_marks(self.places.chosen())
        self.edited.emit()

    def _on_pressed(self, place: str) -> None:
        chosen = self.places.chosen()
        how = NEXT[chosen.pop(place, None)]
        self.places.choose(chosen | ({place: how} if how else {}))
        self._on_changed()


class _Beside(QWidget):
    """The drawing beside the list; above it where that would leave the list too little room."""

    def __init__(self, picture: QWidget, rows: QWidget) -> None:
        super().__init__()
        self._picture = picture
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(space(6))
        self._box.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(rows, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._picture.sizeHint().width() + space(90)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way != self._box.direction():
            self._box.setDirection(way)
