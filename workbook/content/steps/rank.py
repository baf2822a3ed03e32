"""Putting a few things into an order."""

from collections.abc import Mapping

from msgspec.structs import replace

from workbook.content.fields import Field, Option, Ranking
from workbook.content.step import Answer, Step, picked


class Rank(Step, frozen=True, tag="rank", kw_only=True):
    """An order; the things are `items`, or what was picked in the earlier step `of`. `most` is how many are enough."""

    items: tuple[Option, ...] = ()
    of: str | None = None
    most: int | None = None

    def fields(self) -> tuple[Field, ...]:
        """The things to order."""
        return (Ranking(id="order", label=self.title, items=self.items, most=self.most),)

    def after(self, answers: Mapping[str, Answer | None], steps: Mapping[str, Step]) -> Step:
        """The same step with the things that were picked before."""
        return replace(self, items=picked((self.of,), answers, steps)) if self.of else self

    def texts(self) -> tuple[str, ...]:
        """The things are read too."""
        return (*super().texts(), *(item.text for item in self.items))
