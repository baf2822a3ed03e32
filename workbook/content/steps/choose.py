"""Picking one of a few."""

from workbook.content.fields import Choice, Field, Option
from workbook.content.step import Step


class Choose(Step, frozen=True, tag="choose", kw_only=True):
    """One of a few, each an equal choice."""

    options: tuple[Option, ...]

    def fields(self) -> tuple[Field, ...]:
        """The one choice."""
        return (Choice(id="chosen", label=self.title, options=self.options),)

    def texts(self) -> tuple[str, ...]:
        """The options are read too."""
        return (*super().texts(), *(option.text for option in self.options))
