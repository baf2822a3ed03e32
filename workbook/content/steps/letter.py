"""A letter that nobody has to get."""

from workbook.content.fields import Field, Paragraph
from workbook.content.step import Step


class Letter(Step, frozen=True, tag="letter"):
    """Words under a key of their own: in no backup, in no export unless its author asks for it, and they can be burned."""

    def fields(self) -> tuple[Field, ...]:
        """The letter."""
        return (Paragraph(id="letter", label=self.title),)
