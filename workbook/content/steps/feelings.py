"""Finding a word for a feeling."""

from workbook.content.feelings import rings
from workbook.content.fields import Feelings as FeelingsField
from workbook.content.fields import Field
from workbook.content.step import Step


class Feelings(Step, frozen=True, tag="feelings"):
    """Our own words for feelings in three rings; one is enough, and one's own words are welcome."""

    def fields(self) -> tuple[Field, ...]:
        """The three rings."""
        words = rings()
        options = tuple(feeling for ring in words for feeling in ring.feelings)
        return (FeelingsField(id="chosen", label=self.title, options=options, rings=words),)
