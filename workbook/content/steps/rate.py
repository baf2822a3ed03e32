"""A scale whose two ends are said in words."""

from workbook.content.fields import Field, Rating
from workbook.content.step import Step


class Rate(Step, frozen=True, tag="rate", kw_only=True):
    """A place between two ends; nobody rates their partner with it."""

    low_label: str
    high_label: str
    low: int = 0
    high: int = 10

    def fields(self) -> tuple[Field, ...]:
        """The one scale."""
        return (
            Rating(
                id="level",
                label=self.title,
                low=self.low,
                high=self.high,
                low_label=self.low_label,
                high_label=self.high_label,
            ),
        )
