"""Settling the body: outward things first, breathing as one option among equals. Nothing is asked, nothing is kept."""

from workbook.content.step import Step


class Settle(Step, frozen=True, tag="settle", kw_only=True):
    """A few ways to come back to the room, to take or leave."""

    ways: tuple[str, ...]
    breath: str = ""

    def texts(self) -> tuple[str, ...]:
        """The ways are read too."""
        return (*super().texts(), *self.ways, self.breath)
