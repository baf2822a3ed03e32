"""Writing: a few words, or as many as you like, to one question or to a few small ones."""

from msgspec import Struct

from workbook.content.fields import Field, Line, Paragraph
from workbook.content.step import Step


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """One of several small questions on a page."""

    id: str
    ask: str


class Write(Step, frozen=True, tag="write"):
    """One answer in one's own words; `long` gives more room, `lines` asks a few small things instead of one."""

    long: bool = False
    lines: tuple[Part, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """One input, or one for each line."""
        shape = Paragraph if self.long else Line
        if self.lines:
            return tuple(shape(id=line.id, label=line.ask) for line in self.lines)
        return (shape(id="words", label=self.title),)
