"""A place on a scale."""

from __future__ import annotations

from gettext import gettext as _
from random import Random

from workbook.content.blocks import Bar, Block
from workbook.content.fields.base import Input, Value


class Rating(Input, frozen=True, kw_only=True):
    """A place on a scale with both ends in words. Value: whole number from `low` to `high`; untouched is `None`, not zero."""

    low: int = 0
    high: int = 10
    low_label: str
    high_label: str

    def check(self, value: Value) -> str | None:
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high):
            return None
        said = _("This should be a number from {low} to {high}.")
        return said.replace("{low}", str(self.low)).replace("{high}", str(self.high))

    def show(self, value: Value) -> tuple[Block, ...]:
        return (Bar(value, self.low, self.high, self.low_label, self.high_label, self.label),)

    def sample(self, rng: Random) -> Value:
        return rng.randint(self.low, self.high)
