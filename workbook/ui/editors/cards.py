"""Cards, one at a time: my own answer, and my guess for the other. Nobody counts anything."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.content.fields import Cards, Value
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.chip import Chip
from workbook.ui.parts.editor import Editor
from workbook.ui.parts.flow import Flow
from workbook.ui.parts.panel import Panel
from workbook.ui.parts.prose import Prose, Words
from workbook.ui.parts.writing import Writing
from workbook.ui.theme import space


class CardsEditor(Editor):
    """The card in front, the way to the next one, and the topics that can be left out."""

    def __init__(self, field: Cards) -> None:
        super().__init__(field.label)
        self._field = field
        self._said: dict[str, dict[str, str]] = {}
        self._left_out: list[str] = []
        self._at = 0
        self.topics = {topic.id: Chip(topic.text) for topic in field.topics}
        self.where = Words("", "small", quiet=True)
        self.ask = Prose("", "heading")
        self.own, self.guess = self._line(_("My own answer")), self._line(_("My guess: what my partner will say"))
        self.next, self.before = Button(_("Turn the next card")), Button(_("The card before"), "plain")
        self.next.clicked.connect(lambda: self._turn(1))
        self.before.clicked.connect(lambda: self._turn(-1))
        self.none = Words(_("All topics are left out, and that is fine. You can go on."))
        if field.topics:
            about = Words(_("Topics to leave out. Pick any that are not for now; nobody asks why."), "small", quiet=True)
            self.body(about, self._topics(about.text()))
        self.body(self._card(), self.none)
        self.setFocusProxy(next(iter(self.topics.values()), self.own))
        self._show()

    def value(self) -> Value:
        """`{"left_out": [topic ids], "cards": {card id: {"own": text, "guess": text}}}`, or `None` while nothing was said."""
        said = {card: words for card, words in self._said.items() if words["own"] or words["guess"]}
        return {"left_out": list(self._left_out), "cards": said} if said or self._left_out else None

    def set_value(self, value: Value) -> None:
        """Show what was said, from the first card."""
        value = value or {"left_out": [], "cards": {}}
        self._left_out = list(value["left_out"])
        self._said = {card: dict(words) for card, words in value["cards"].items()}
        for topic, chip in self.topics.items():
            chip.blockSignals(True)
            chip.setChecked(topic in self._left_out)
            chip.blockSignals(False)
        self._at = 0
        self._show()

    def _line(self, name: str) -> Writing:
        line = Writing(name)
        line.edited.connect(self._on_edited)
        return line

    def _topics(self, about: str) -> QWidget:
        row = QWidget()
        flow = Flow(row, space(0.5))
        for topic, chip in self.topics.items():
            chip.setAccessibleDescription(about)
            chip.toggled.connect(lambda out, topic=topic: self._on_topic(topic, out))
            flow.addWidget(chip)
        return row

    def _card(self) -> Panel:
        self.card = Panel()
        self.card.rows.setSpacing(space(2))
        self.card.rows.addWidget(self.where)
        self.card.rows.addWidget(self.ask)
        for line in (self.own, self.guess):
            label = Words(line.accessibleName(), "small", quiet=True)
            label.setBuddy(line)
            self.card.rows.addWidget(label)
            self.card.rows.addWidget(line)
        row = QWidget()
        flow = Flow(row, space(3))
        for button in (self.next, self.before):
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
            button.setSizePolicy(policy)
            flow.addWidget(button)
        self.card.rows.addWidget(row)
        return self.card

    def _deck(self) -> list[str]:
        return [card.id for card in self._field.cards if not card.topic or card.topic not in self._left_out]

    def _show(self) -> None:
        """The card in front, with what was said to it."""
        deck = self._deck()
        self.card.setVisible(bool(deck))
        self.none.setVisible(not deck)
        if not deck:
            return
        self._at = min(self._at, len(deck) - 1)
        card = next(card for card in self._field.cards if card.id == deck[self._at])
        place = _("Card {n} of {all}").replace("{n}", str(self._at + 1)).replace("{all}", str(len(deck)))
        self.where.setText(place)
        self.ask.set_words(card.ask)
        said = self._said.get(card.id, {"own": "", "guess": ""})
        self.own.set_words(said["own"])
        self.guess.set_words(said["guess"])
        for line in (self.own, self.guess):
            line.setAccessibleDescription(card.ask)
        self.next.setVisible(self._at < len(deck) - 1)
        self.before.setVisible(self._at > 0)

    def _turn(self, by: int) -> None:
        self._at = max(0, min(self._at + by, len(self._deck()) - 1))
        self._show()
        self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        deck = self._deck()
        self._said[deck[self._at]] = {"own": self.own.words(), "guess": self.guess.words()}
        self.edited.emit()

    def _on_topic(self, topic: str, out: bool) -> None:
        self._left_out = [other for other in self._left_out if other != topic] + ([topic] if out else [])
        self._show()
        self.edited.emit()
