"""How far a long piece of work is, looked at now and then while it lasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from workbook.couple.backups import Progress
from workbook.couple.ports import Clock

LOOK: Final = 0.2
"""Seconds between two looks."""


def follow(progress: Progress, clock: Clock, lasts: Callable[[], bool], tell: Callable[[float], None]) -> None:
    """Tell the share that is done, from 0 to 1, as long as it lasts."""

    def look() -> None:
        if lasts():
            tell(progress.share)
            clock.after(LOOK, look)

    clock.after(LOOK, look)
