"""Several scales on one page, each with both ends in words."""

from msgspec import Struct

from workbook.content.fields import Field, Rating
from workbook.content.step import Step


class Scale(Struct, frozen=True, forbid_unknown_fields=True):
    """One scale: what it is about, and its two ends."""

    id: str
    text: str
    low_label: str
    high_label: str


class Scales(Step, frozen=True, tag="scales", kw_only=True):
    """A handful of places between two ends, from 0 to 10; nobody rates their partner with it."""

    items: tuple[Scale, ...]

    def fields(self) -> tuple[Field, ...]:
        """One scale for each item."""
        return tuple(
            Rating(id=item.id, label=item.text, low_label=item.low_label, high_label=item.high_label) for item in self.items
        )

    def texts(self) -> tuple[str, ...]:
        """The ends are read too."""
        return (*super().texts(), *(end for item in self.items for end in (item.low_label, item.high_label)))
