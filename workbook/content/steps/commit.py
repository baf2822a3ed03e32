"""One small practice: who, what, when, and how you will know."""

from workbook.content.fields import Commitment, Field
from workbook.content.step import Step


class Commit(Step, frozen=True, tag="commit"):
    """Something small enough to really happen."""

    def fields(self) -> tuple[Field, ...]:
        """The one commitment."""
        return (Commitment(id="practice", label=self.title),)
