"""Contact sheets of every screen, for eyes: `python -m tests.contact_sheet OUT`.

Two people walk one evening by keyboard; each page on the way is taken in each palette, at 100 and at 200 % of text. OUT gets one
sheet for each of the six, and the pages themselves in folders beside it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.robots.window import Hands, evening
from workbook.ui.colours import SCHEMES

DRESSES = tuple(product(SCHEMES, (1.0, 2.0)))
ACROSS, WIDE = 6, 480


class Camera:
    """Takes every page once, in every dress."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self.taken: dict[str, list[tuple[str, QImage]]] = {f"{scheme}-{scale:.0%}": [] for scheme, scale in DRESSES}
        self._busy = False

    def take(self, hands: Hands) -> None:
        """The page in front, unless it is being taken already."""
        if self._busy:
            return
        self._busy = True
        for (scheme, scale), (dress, pages) in zip(DRESSES, self.taken.items(), strict=True):
            hands.app.theme.set_scheme(scheme)
            hands.size(scale)
            picture, name = hands.picture(), f"{len(pages) + 1:02} {hands.seen[-1]}"
            folder = self._out / dress
            folder.mkdir(parents=True, exist_ok=True)
            picture.save(str(folder / f"{name.replace(' ', '-')}.png"))
            pages.append((name, picture))
        hands.app.theme.set_scheme("light")
        hands.size(1.0)
        hands.settle()
        self._busy = False

    def sheets(self) -> list[Path]:
        """One picture for each dress, its pages in rows."""
        return [_sheet(pages, self._out / f"{dress}.png") for dress, pages in self.taken.items()]


def _sheet(pages: list[tuple[str, QImage]], target: Path) -> Path:
    tall = WIDE * pages[0][1].height() // pages[0][1].width()
    rows = -(-len(pages) // ACROSS)
    sheet = QImage(ACROSS * (WIDE + 12), rows * (tall + 34), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setPen(Qt.GlobalColor.white)
    for at, (name, picture) in enumerate(pages):
        left, top = at % ACROSS * (WIDE + 12) + 6, at // ACROSS * (tall + 34) + 4
        painter.drawText(QRect(left, top, WIDE, 22), Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawImage(QRect(left, top + 24, WIDE, tall), picture)
    painter.end()
    sheet.save(str(target))
    return target


def make(out: Path) -> list[Path]:
    """Walk the evening, write the sheets."""
    with tempfile.TemporaryDirectory() as folder:
        hands, camera = Hands(Path(folder)), Camera(out)
        hands.watchers.append(camera.take)
        hands.open()
        evening(hands, "Draw our loop")
        hands.press("Read it through").press("Back").press("Close the notebook").come_in(0, "first lamp")
        for key in (Qt.Key.Key_F1, Qt.Key.Key_F2):
            hands.key(key).alt("b")
        hands.key(Qt.Key.Key_F2).press("In 20 minutes").press("Come back").press("Not today").press("tomorrow at 09").press(
            "Ready after all"
        )
        hands.press("Read it through").press("Make a PDF")
        hands.close()
    return camera.sheets()


if __name__ == "__main__":
    for sheet in make(Path(sys.argv[1])):
        print(sheet)  # noqa: T201 - this is what it is for
    QApplication.processEvents()
