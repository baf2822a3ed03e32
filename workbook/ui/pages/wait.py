"""A page to stop at: it goes on another day, and there is nothing to do until then."""

from __future__ import annotations

from workbook.screens.walk import WalkScreen
from workbook.ui.parts.page import Page
from workbook.ui.parts.picture import Horizon


def make(page: Page, screen: WalkScreen) -> None:
    """Add the quiet line of hills; when it goes on is said by the page itself."""
    page.gap()
    page.add(Horizon())
