"""What showed on the surface, and what was underneath."""

from workbook.content.fields import Field, Pairs
from workbook.content.step import Step


class PairUp(Step, frozen=True, tag="pairs", kw_only=True):
    """Pairs in one's own words, the two sides named by the author."""

    surface: str
    underneath: str

    def fields(self) -> tuple[Field, ...]:
        """The pairs."""
        return (Pairs(id="pairs", label=self.title, surface=self.surface, underneath=self.underneath),)
