"""Reading a letter again on another day: what of it is one's own to say?"""

from collections.abc import Mapping

from workbook.content.blocks import Block, Said
from workbook.content.fields import Field, Paragraph
from workbook.content.step import Step, Voice


class Reread(Step, frozen=True, tag="reread", kw_only=True):
    """The letter `of` an earlier step, to keep or to burn, and room for the lines that are one's own to say."""

    of: str

    def picture(self, voices: tuple[Voice, ...], joint: Mapping[str, str | None]) -> tuple[Block, ...]:
        """The letter as it stands, where there is one."""
        return tuple(Said(words) for voice in voices if (words := voice.words.get(self.of)))

    def fields(self) -> tuple[Field, ...]:
        """The lines somebody takes from it."""
        return (Paragraph(id="lines", label=self.title),)
