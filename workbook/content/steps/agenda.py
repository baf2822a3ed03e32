"""The board of a day together, led from one screen."""

from workbook.content.fields import Agenda as AgendaField
from workbook.content.fields import Field, Segment
from workbook.content.step import Step


class Agenda(Step, frozen=True, tag="agenda", kw_only=True):
    """Segments in any order, each with its time and one line to keep; what does not fit is parked."""

    segments: tuple[Segment, ...]

    def fields(self) -> tuple[Field, ...]:
        """The board."""
        return (AgendaField(id="board", label=self.title, segments=self.segments),)

    def texts(self) -> tuple[str, ...]:
        """The segments are read too."""
        return (*super().texts(), *(text for segment in self.segments for text in (segment.text, segment.about) if text))
