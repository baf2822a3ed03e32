"""The calm check that opens a high-intensity exercise: it suggests, to that person alone, and never refuses (G26)."""

from workbook.content.fields import Field, Rating
from workbook.content.step import Step


class Calm(Step, frozen=True, tag="calm", kw_only=True):
    """How steady someone is right now; `suggestion` stands there for everyone, whatever they chose (G5)."""

    low_label: str
    high_label: str
    suggestion: str

    def fields(self) -> tuple[Field, ...]:
        """The one scale, from all over the place to steady."""
        return (Rating(id="level", label=self.title, low_label=self.low_label, high_label=self.high_label),)

    def texts(self) -> tuple[str, ...]:
        """The ends and the suggestion are read too."""
        return (*super().texts(), self.low_label, self.high_label, self.suggestion)
