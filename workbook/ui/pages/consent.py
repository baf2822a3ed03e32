"""What is all right: said for everyone, whatever they choose, that the narrower answer holds and can be narrowed at any time."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.walk import WalkScreen
from workbook.ui.parts.page import Page


def make(page: Page, screen: WalkScreen) -> None:
    """Add what holds."""
    page.gap()
    page.say(_("You can go back to a narrower answer at any time, without a reason."))
    if len(screen.state.page.groups) > 1:
        page.say(_("Where your two answers differ, the narrower one holds."))
