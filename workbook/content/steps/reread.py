"""Reading a letter again on another day: what of it is one's own to say?"""

from workbook.content.fields import Field, Paragraph
from workbook.content.step import Step


class Reread(Step, frozen=True, tag="reread", kw_only=True):
    """The letter `of` an earlier step, to keep or to burn, and room for the lines that are one's own to say."""

    of: str

    def fields(self) -> tuple[Field, ...]:
        """The lines somebody takes from it."""
        return (Paragraph(id="lines", label=self.title),)
