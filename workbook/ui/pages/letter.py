"""A letter: one large quiet sheet."""

from __future__ import annotations

from workbook.screens.walk import WalkScreen
from workbook.ui.parts.page import Page
from workbook.ui.parts.writing import Writing

ROWS = 12
"""How many lines stand open before a word is written."""


def make(page: Page, screen: WalkScreen) -> None:
    """Give the sheet room."""
    for sheet in page.findChildren(Writing):
        sheet.give_room(ROWS)
