"""Pictures of every editor and part, for eyes: `python -m tests.ui.contact_sheet DIR`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.samples import BLOCKS, FIELDS
from workbook.couple.people import COLOURS, PICTURES
from workbook.ui.colours import SCHEMES
from workbook.ui.editors import editor_for
from workbook.ui.parts.breath import Breath
from workbook.ui.parts.buttons import Button
from workbook.ui.parts.card import CardRow
from workbook.ui.parts.countdown import Countdown
from workbook.ui.parts.page import Page
from workbook.ui.parts.picture import Horizon, Picture, PictureButton
from workbook.ui.parts.stuck import Stuck
from workbook.ui.theme import Theme

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
ASK = "What happened in the seconds *before*? Only what a camera would have seen."


def _dressed(page: Page) -> Page:
    page.lead_on(Button("&Next", "primary"), Button("S&kip"), Button("&Back"))
    page.beside(Button("&Enough for today", "plain"), Button("&Pause", "plain"), Button("&Help", "plain"))
    page.note("Saved")
    return page


def editors(answered: bool, half: int) -> Page:
    """Every editor on one page, with or without answers."""
    page = Page()
    page.where("One moment, slowly · Step 3 of 9, about 12 minutes left")
    page.title("The cue")
    page.ask(ASK)
    page.say("A look, a word, a sound. Small is fine.", quiet=True)
    fields = FIELDS[:5] if half == 0 else FIELDS[5:]
    for field in fields:
        editor = page.add(editor_for(field))
        if answered:
            editor.set_value(field.sample(Random(7)))
        page.gap()
    if answered and half == 0:
        editor.show_fault("This should be one of the choices.")
    page.add(Stuck("Start with *where you stood*. Then what you heard."))
    return _dressed(page)


def blocks(_answered: bool = True) -> Page:
    """Every block on one page."""
    page = Page()
    page.title("Read it through")
    page.show_blocks(BLOCKS)
    return _dressed(page)


def parts() -> Page:
    """Pictures, cards, timers."""
    page = Page()
    page.add(Horizon())
    page.title("Pass the computer to Łucja")
    page.add_row(*(Picture(picture, COLOURS[at % len(COLOURS)]) for at, picture in enumerate(PICTURES)))
    chosen = PictureButton("leaf", "moss", "Łucja")
    page.add_row(PictureButton("boat", "sea", "Sam"), chosen, PictureButton("moon", "plum", "Someone with a long name"))
    page.add(
        CardRow("Draw our loop", "See the pattern that catches you both.\nAbout 12 minutes.", Button("Look"), Button("Not now"))
    )
    timer, breath = Countdown(95), Breath()
    page.add_row(timer, breath)
    return _dressed(page)


PAGES: dict[str, Callable[[], Page]] = {
    "untouched": lambda: editors(False, 0),
    "untouched-more": lambda: editors(False, 1),
    "answered": lambda: editors(True, 0),
    "answered-more": lambda: editors(True, 1),
    "blocks": blocks,
    "parts": parts,
}


def whole(page: Page, width: int) -> QWidget:
    """Show a page so high that nothing scrolls."""
    page.resize(width, 600)
    page.show()
    for _ in range(4):
        QApplication.processEvents()
        page.resize(width, max(600, page.length() + page.height() - page.room()))
    QApplication.processEvents()
    return page


def main(folder: Path) -> None:
    """Write a PNG of each page in each palette at 100 and 200 %."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, FONTS, "light")
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in SCHEMES:
        for scale in (1.0, 2.0):
            theme.set_scale(scale)
            theme.set_scheme(scheme)
            for name, make in PAGES.items():
                page = whole(make(), 900)
                page.grab().save(str(folder / f"{name}-{scheme}-{round(scale * 100)}.png"))
                page.close()
                page.deleteLater()
                QApplication.processEvents()
    small = editors(False, 0)
    small.resize(QSize(900, 600))
    small.show()
    for _ in range(4):
        QApplication.processEvents()
    small.grab().save(str(folder / "small-window-200.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
