"""Reading a letter again: room for the lines that are one's own to say."""

from __future__ import annotations

from workbook.screens.walk import WalkScreen
from workbook.ui.parts.page import Page
from workbook.ui.parts.writing import Writing

ROWS = 6
"""How many lines stand open before a word is written."""


def make(page: Page, screen: WalkScreen) -> None:
    """Give the lines room."""
    for sheet in page.findChildren(Writing):
        sheet.give_room(ROWS)
