"""Putting a few things into piles: keep, bring, not yet."""

from collections.abc import Mapping

from msgspec.structs import replace

from workbook.content.fields import Field, Option, Sorting
from workbook.content.step import Answer, Step, picked


class Sort(Step, frozen=True, tag="sort", kw_only=True):
    """Things to sort, and the piles they can go into; the things are `items`, or what was picked in the earlier steps `of`."""

    piles: tuple[Option, ...]
    items: tuple[Option, ...] = ()
    of: tuple[str, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """The things and the piles."""
        return (Sorting(id="piles", label=self.title, items=self.items, piles=self.piles),)

    def after(self, answers: Mapping[str, Answer | None], steps: Mapping[str, Step]) -> Step:
        """The same step with the things that were picked before."""
        return replace(self, items=picked(self.of, answers, steps)) if self.of else self

    def texts(self) -> tuple[str, ...]:
        """Things and piles are read too."""
        return (*super().texts(), *(option.text for option in (*self.items, *self.piles)))
