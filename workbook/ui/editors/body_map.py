"""Where the body spoke up: a list of places, each with more or less; words are an equal choice."""

from __future__ import annotations

from gettext import gettext as _

from workbook.content.fields import BodyMap, Option, Value
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.pill_rows import PillRows
from workbook.ui.parts.prose import Words
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space


def how() -> tuple[Option, ...]:
    """What can be said of a place; a place of which nothing is said is the third choice."""
    return (Option("more", _("more going on")), Option("less", _("less, or numb")))


class BodyMapEditor(Editor):
    """A row for each place, and a line for words."""

    def __init__(self, field: BodyMap) -> None:
        super().__init__(field.label)
        self.places = PillRows(field.places, how())
        self.places.changed.connect(self.edited)
        label = Words(_("Or in words: what was it like?"))
        self.words = Writing(label.text())
        self.words.edited.connect(self.edited)
        label.setBuddy(self.words)
        self.body(self.places)
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
        self.words.set_words(value["words"])
