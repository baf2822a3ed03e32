"""A line through time, with two lanes."""

from workbook.content.fields import Field, Option
from workbook.content.fields import Timeline as TimelineField
from workbook.content.step import Step


class Timeline(Step, frozen=True, tag="timeline", kw_only=True):
    """A few entries, each in one of two lanes; `when` and `what` are what is asked of each."""

    when: str
    what: str
    lanes: tuple[Option, ...]

    def fields(self) -> tuple[Field, ...]:
        """The line."""
        return (TimelineField(id="line", label=self.title, when=self.when, what=self.what, lanes=self.lanes),)

    def texts(self) -> tuple[str, ...]:
        """Lanes and labels are read too."""
        return (*super().texts(), self.when, self.what, *(lane.text for lane in self.lanes))
