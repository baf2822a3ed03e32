"""Taking the floor: one speaks, the other says it back, until it is heard. Aloud, and nothing of it is kept."""

from workbook.content.step import Step


class Floor(Step, frozen=True, tag="floor", kw_only=True):
    """Turns aloud, eyes off the screen; `seconds` is for one turn, `depth` are invitations for when something has been heard."""

    say: str
    listen: str
    seconds: int = 150
    depth: tuple[str, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """All of it is read."""
        return (*super().texts(), self.say, self.listen, *self.depth)
