"""The look of the paper: colours, sizes, room."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle

from workbook.report.faces import BOLD, ITALIC, TEXT

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE, TOP, BOTTOM = 68.0, 68.0, 78.0
WIDTH, HEIGHT = PAGE_WIDTH - 2 * SIDE, PAGE_HEIGHT - TOP - BOTTOM
"""What is inside the margins."""

INK: Color = HexColor("#1f2b33")
QUIET: Color = HexColor("#52606a")
ACCENT: Color = HexColor("#2a5c69")
PALE: Color = HexColor("#a9bcc1")
SOFT: Color = HexColor("#e6eeee")
WHITE: Color = HexColor("#ffffff")


def _style(name: str, size: float, leading: float, font: str = TEXT, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **{"textColor": INK, **more})


TITLE = _style("title", 30, 37, BOLD)
TITLE_NOTE = _style("title-note", 10.5, 16.5, textColor=QUIET, spaceBefore=6)
HEADINGS = {
    1: _style("heading-1", 20, 26, BOLD, spaceBefore=40, spaceAfter=8),
    2: _style("heading-2", 13.5, 18.5, BOLD, textColor=ACCENT, spaceBefore=24, spaceAfter=3),
    3: _style("heading-3", 11, 15.5, BOLD, spaceBefore=14, spaceAfter=2),
}
ASK = _style("ask", 10, 15, textColor=QUIET, spaceAfter=5)
SPOKEN = _style("spoken", 11, 16.2)
OPEN = _style("open", 10, 16.2, ITALIC, textColor=QUIET)
LABEL = _style("label", 9.2, 13.5, BOLD, textColor=QUIET, spaceBefore=4, spaceAfter=2)
NAME = _style("name", 11, 15, BOLD, textColor=ACCENT, spaceAfter=4)
AGAIN = _style("again", 9.2, 13.5, ITALIC, textColor=QUIET, spaceAfter=7)
ROW = _style("row", 9.6, 16.2, textColor=QUIET)
SMALL = _style("small", 9.2, 12.5, textColor=QUIET)
SMALL_RIGHT = _style("small-right", 9.2, 12.5, textColor=QUIET, alignment=TA_RIGHT)
BOXES = _style("boxes", 11, 21)
