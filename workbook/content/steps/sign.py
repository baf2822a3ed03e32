"""Initials under something that was agreed."""

from workbook.content.fields import Field, Initials
from workbook.content.step import Step


class Sign(Step, frozen=True, tag="sign"):
    """A few letters; they bind nobody in law, and can be taken back."""

    def fields(self) -> tuple[Field, ...]:
        """The initials."""
        return (Initials(id="initials", label=self.title),)
