"""Putting a few things into piles: keep, bring, not yet."""

from workbook.content.fields import Field, Option, Sorting
from workbook.content.step import Step


class Sort(Step, frozen=True, tag="sort", kw_only=True):
    """Things to sort, and the piles they can go into."""

    items: tuple[Option, ...]
    piles: tuple[Option, ...]

    def fields(self) -> tuple[Field, ...]:
        """The things and the piles."""
        return (Sorting(id="piles", label=self.title, items=self.items, piles=self.piles),)

    def texts(self) -> tuple[str, ...]:
        """Things and piles are read too."""
        return (*super().texts(), *(option.text for option in (*self.items, *self.piles)))
