"""A drawing that is too large for what is left of a page, and what may pass it meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from workbook.report import style
from workbook.report.setting import Stack

AIR = 12.0
"""What stands between two passages at the least."""


class Waiting(Flowable):
    """A large drawing that what follows it may pass, where the drawing has to wait for the next page."""

    def __init__(self, drawing: Stack, followers: Sequence[Flowable]) -> None:
        super().__init__()
        self.drawing, self.followers = drawing, list(followers)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Never fits as it is, so that `split` decides what comes first."""
        return width, height + 1

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """What the one that comes first may want."""
        return max(float(each.getSpaceBefore()) for each in (self.drawing, *self.followers[:1]))

    def split(self, width: float, height: float) -> list[Flowable]:
        """The drawing first where it fits; else as many of the followers as fit before it."""
        first, rest = self.drawing.cut(width, height, height >= style.HEIGHT - 1)
        if first is not None and rest is not None:
            return [first, rest, *self.followers]
        if first is not None:
            after = sum(each.wrap(width, height)[1] + max(each.getSpaceBefore(), AIR) for each in self.followers)
            if self.drawing.height + after > height:
                self.drawing.shrink_last(height - after)
            return [self.drawing, *self.followers]
        if not self.followers:
            return []
        follower, *others = self.followers
        if follower.wrap(width, height)[1] > height:
            return []
        return [follower, Waiting(self.drawing, others)]
