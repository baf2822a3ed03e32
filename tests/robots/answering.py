"""How a person answers each kind of field by keys alone; what comes back is what must be kept."""

from __future__ import annotations

from functools import singledispatch
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbook.content import fields
from workbook.content.fields import Field, Value
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.chip import Chip
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.options import Option, Tick
from workbook.ui.parts.writing import Writing

GUESS = "Ärger – łzy"


class Keys(Protocol):
    """Whoever sits at the keyboard."""

    def key(self, key: Qt.Key) -> Keys:
        """One key."""

    def write(self, text: str) -> Keys:
        """Words."""

    def tab_into(self, holder: QWidget, kind: type[QWidget]) -> Keys:
        """Tab to the first thing of a kind inside something."""


def answer(hands: Keys, editor: Editor, field: Field, words: str) -> Value:
    """Answer one field with these words; nothing where there is nothing to answer, such as no earlier commitment."""
    return answer_of(field, hands, editor, words)


@singledispatch
def answer_of(field: object, hands: Keys, editor: Editor, words: str) -> Value:
    """Raises `TypeError` for a field that no robot can answer."""
    raise TypeError(f"no keys for {type(field).__name__}")


@answer_of.register
def _line(field: fields.Line, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Writing).write(words)
    return words


@answer_of.register
def _day(field: fields.Day, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Writing).write("3 May 2026")
    return "2026-05-03"


@answer_of.register
def _rating(field: fields.Rating, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Option).write("7")
    return 7


@answer_of.register
def _choice(field: fields.Choice, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Option).key(Qt.Key.Key_Down).key(Qt.Key.Key_Down)
    return field.options[1].id


@answer_of.register
def _choices(field: fields.Choices, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Tick).key(Qt.Key.Key_Space)
    hands.tab_into(editor, Writing).write(words).key(Qt.Key.Key_Return)
    return {"picked": [field.options[0].id], "own": [words]}


@answer_of.register
def _feelings(field: fields.Feelings, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Chip).key(Qt.Key.Key_Right).key(Qt.Key.Key_Space)
    hands.tab_into(editor, Writing).write(words).key(Qt.Key.Key_Return)
    return {"picked": [field.options[1].id], "own": [words]}


@answer_of.register
def _ranking(field: fields.Ranking, hands: Keys, editor: Editor, words: str) -> Value:
    if not field.items:
        return None
    hands.tab_into(editor, Button).key(Qt.Key.Key_Space)
    return [field.items[0].id]


@answer_of.register
def _sorting(field: fields.Sorting, hands: Keys, editor: Editor, words: str) -> Value:
    if not field.items:
        return None
    hands.tab_into(editor, Option).key(Qt.Key.Key_Right)
    return {field.items[0].id: field.piles[0].id}


@answer_of.register
def _consent(field: fields.Consent, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Option).key(Qt.Key.Key_End)
    return {field.items[0].id: field.levels[-1].id}


@answer_of.register
def _pairs(field: fields.Pairs, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Writing).write(words).key(Qt.Key.Key_Tab).write(GUESS)
    return [{"surface": words, "underneath": GUESS}]


@answer_of.register
def _timeline(field: fields.Timeline, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Button).key(Qt.Key.Key_Space).write(words).key(Qt.Key.Key_Tab).write(GUESS)
    return [{"when": words, "what": GUESS, "lane": field.lanes[0].id}]


@answer_of.register
def _cards(field: fields.Cards, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Writing).write(words).key(Qt.Key.Key_Tab).write(GUESS)
    return {"left_out": [], "cards": {field.cards[0].id: {"own": words, "guess": GUESS}}}


@answer_of.register
def _commitment(field: fields.Commitment, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Writing).write(words)
    for rest in ("a little", "tonight", "we sit"):
        hands.key(Qt.Key.Key_Tab).write(rest)
    return {"who": words, "what": "a little", "when": "tonight", "know": "we sit"}


@answer_of.register
def _reviewed(field: fields.Reviewed, hands: Keys, editor: Editor, words: str) -> Value:
    rows = editor.value()
    if not rows:
        return None
    hands.tab_into(editor, Option).key(Qt.Key.Key_End)
    return [{"what": rows[0]["what"], "how": field.hows()[-1].id}, *rows[1:]]


@answer_of.register
def _body(field: fields.BodyMap, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Option).key(Qt.Key.Key_Space)
    hands.tab_into(editor, Writing).write(words)
    return {"places": {field.places[0].id: "more"}, "words": words}


@answer_of.register
def _agenda(field: fields.Agenda, hands: Keys, editor: Editor, words: str) -> Value:
    hands.tab_into(editor, Button).key(Qt.Key.Key_Space)
    hands.tab_into(editor, Writing).write(words)
    first = field.segments[0].id
    return {"order": [first], "done": [], "keeps": {first: words}, "parked": []}
