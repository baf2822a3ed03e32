"""What a step may ask for: a closed set of inputs, each with the shape of its value, its check, how it shows, a sample.

A value is plain JSON. `None` is always "not answered" and stays so all the way to the paper.
"""

from workbook.content.fields.base import Option, Value
from workbook.content.fields.board import Agenda, Segment
from workbook.content.fields.body import BodyMap
from workbook.content.fields.picks import Choice, Choices, Consent, Feelings, Ranking, Ring, Sorting
from workbook.content.fields.rows import Card, Cards, Commitment, Pairs, Reviewed, Timeline
from workbook.content.fields.scales import Rating
from workbook.content.fields.words import Day, Initials, Line, Paragraph

Field = (
    Line
    | Paragraph
    | Day
    | Initials
    | Rating
    | Choice
    | Choices
    | Feelings
    | Ranking
    | Sorting
    | Consent
    | Pairs
    | Timeline
    | Cards
    | Commitment
    | Reviewed
    | BodyMap
    | Agenda
)
"""The closed set: every field has an editor in `ui/editors` and prints in `report`, and a test holds both."""

__all__ = [
    "Agenda",
    "BodyMap",
    "Card",
    "Cards",
    "Choice",
    "Choices",
    "Commitment",
    "Consent",
    "Day",
    "Feelings",
    "Field",
    "Initials",
    "Line",
    "Option",
    "Pairs",
    "Paragraph",
    "Ranking",
    "Rating",
    "Reviewed",
    "Ring",
    "Segment",
    "Sorting",
    "Timeline",
    "Value",
]
