"""Earlier commitments come back: how did they go?"""

from workbook.content.fields import Field, Reviewed
from workbook.content.step import Answer, Carry, Step


class Follow(Step, frozen=True, tag="follow"):
    """Each earlier commitment as kept, partly, not yet, or not ours any more; with no `of`, those of every exercise."""

    of: tuple[Carry, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """What had been agreed, and how it went."""
        return (Reviewed(id="went", label=self.title),)

    def begin(self, earlier: tuple[str, ...]) -> Answer | None:
        """The earlier commitments, none of them judged yet."""
        return {"went": [{"what": words, "how": ""} for words in earlier]} if earlier else None
