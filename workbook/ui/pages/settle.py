"""Settling: ways back to the room as a quiet list, breathing last, as one option among equals."""

from __future__ import annotations

from workbook.content.steps.settle import Settle
from workbook.screens.walk import WalkScreen
from workbook.ui.parts.breath import Breath
from workbook.ui.parts.page import Page


def make(page: Page, screen: WalkScreen) -> None:
    """Add the ways, and the breathing circle where the author offers it."""
    step = screen.state.page.step
    if not isinstance(step, Settle):
        return
    ways = (*step.ways, step.breath) if step.breath else step.ways
    page.say("\n".join(f"- {way}" for way in ways))
    if step.breath:
        page.add(Breath())
