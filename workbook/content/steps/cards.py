"""Cards: a question for oneself, a guess for the other, and then both turned over."""

from workbook.content.blocks import Block
from workbook.content.fields import Card, Field, Option
from workbook.content.fields import Cards as CardsField
from workbook.content.step import Answer, Step


class Cards(Step, frozen=True, tag="cards", kw_only=True):
    """A few questions, answered and guessed without points; whole topics can be left out."""

    cards: tuple[Card, ...]
    topics: tuple[Option, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """The cards."""
        return (CardsField(id="cards", label=self.title, cards=self.cards, topics=self.topics),)

    def show_beside(self, answer: Answer | None, other: Answer | None) -> tuple[Block, ...]:
        """Each own answer with what the other had guessed."""
        field = CardsField(id="cards", label=self.title, cards=self.cards, topics=self.topics)
        return field.beside((answer or {}).get("cards"), (other or {}).get("cards"))

    def texts(self) -> tuple[str, ...]:
        """Cards and topics are read too."""
        return (*super().texts(), *(card.ask for card in self.cards), *(topic.text for topic in self.topics))
