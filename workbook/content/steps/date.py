"""A day, such as the one on which something ends or begins."""

from workbook.content.fields import Day, Field
from workbook.content.step import Step


class Date(Step, frozen=True, tag="date"):
    """One day."""

    def fields(self) -> tuple[Field, ...]:
        """The day."""
        return (Day(id="day", label=self.title),)
