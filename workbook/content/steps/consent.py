"""Saying what is all right and what is not; the narrower of two answers holds."""

from workbook.content.blocks import Block
from workbook.content.fields import Consent as ConsentField
from workbook.content.fields import Field, Option
from workbook.content.step import Answer, Step


class Consent(Step, frozen=True, tag="consent", kw_only=True):
    """A few things, and for each how far; `levels` go from the narrowest to the widest, and what is untouched is the narrowest."""

    items: tuple[Option, ...]
    levels: tuple[Option, ...]

    def fields(self) -> tuple[Field, ...]:
        """The things and how far."""
        return (ConsentField(id="consent", label=self.title, items=self.items, levels=self.levels),)

    def agreed(self, answers: tuple[Answer | None, ...]) -> tuple[Block, ...]:
        """For each thing the narrower answer; whose that was is not shown."""
        (field,) = (field for field in self.fields() if isinstance(field, ConsentField))
        return self.show({"consent": field.narrowest_of((answer or {}).get("consent") for answer in answers)})

    def texts(self) -> tuple[str, ...]:
        """Things and levels are read too."""
        return (*super().texts(), *(option.text for option in (*self.items, *self.levels)))
