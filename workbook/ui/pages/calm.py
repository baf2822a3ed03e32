"""The calm check: the suggestion stands below the scale for everyone, whatever they chose (G5)."""

from __future__ import annotations

from workbook.content.steps.calm import Calm
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.page import Page


def make(page: Page, screen: WalkScreen) -> None:
    """Add the suggestion."""
    step = screen.state.page.step
    if isinstance(step, Calm):
        page.gap()
        page.say(step.suggestion)
