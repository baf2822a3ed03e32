"""Picking any number of a list, with room for words of one's own."""

from workbook.content.fields import Choices, Field, Option
from workbook.content.step import Step


class ChooseMany(Step, frozen=True, tag="choose-many", kw_only=True):
    """As many as fit, and one's own words beside them."""

    options: tuple[Option, ...]

    def fields(self) -> tuple[Field, ...]:
        """The list, open to own words."""
        return (Choices(id="chosen", label=self.title, options=self.options),)

    def texts(self) -> tuple[str, ...]:
        """The options are read too."""
        return (*super().texts(), *(option.text for option in self.options))
