"""Printing: the dialog of the desktop, then the pages one after the other as pictures; no file of ours lies in between.

Where Linux prints, Qt itself lays all pages into one file and hands that to the queue. It lies in memory meanwhile, and what is
stopped is taken out of there before the queue can have it: a job that Qt began is sent at its end, even where it was called off.
"""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from workbook.couple.paper import Picture
from workbook.ui.parts.between import Between

DPI: Final = 300
"""How finely pages are drawn for a printing device."""

BAND, OVERLAP = 120, 2
"""Rows of a page that are painted at one go, and how far they reach into the next ones, so that no seam shows."""


def about_queues() -> str:
    """What nobody would think of before printing."""
    return _("A printer’s queue can keep a copy for a day or so, and a printer in an office or a shop even longer.")


def has_printer() -> bool:
    """Whether this computer knows a printing device."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget, pages: int) -> Device | None:
    """Ask which device, and which of the pages; the job has a name that tells nothing (G10).

    A file is not offered: that would be one with the day in it, and without a passphrase (G22).
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Notes")
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setMinMax(1, max(1, pages))
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    return Device(printer) if accepted else None


class Device:
    """A printing device: paints page after page as it comes."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer
        self._painter = QPainter()
        self._between: Between | None = None
        self._at = 0
        self._bands: Iterator[None] = iter(())
        self.wide = round(printer.paperRect(QPrinter.Unit.Inch).width() * DPI)

    def page(self, picture: Picture) -> bool:
        """One more page, as large as the paper, if it is among those that were asked for; whether the device goes on."""
        self._at += 1
        some = self._printer.printRange() == QPrinter.PrintRange.PageRange
        if some and not self._printer.fromPage() <= self._at <= self._printer.toPage():
            return True
        if not self._ready():
            return False
        self._bands = self._in_bands(picture)
        return True

    def more(self) -> bool:
        """Paint one more band of the page; whether there is another."""
        return next(self._bands, self) is not self

    def _in_bands(self, picture: Picture) -> Iterator[None]:
        """A whole page would hold up the screen, and with it the cover key, for half a second."""
        image = QImage(picture.rows, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
        room = self._painter.viewport()
        scale = min(room.width() / picture.width, room.height() / picture.height)
        left, top = (room.width() - picture.width * scale) / 2, (room.height() - picture.height * scale) / 2
        for row in range(0, picture.height, BAND):
            rows = min(BAND + OVERLAP, picture.height - row)
            place = QRectF(left, top + row * scale, picture.width * scale, rows * scale)
            self._painter.drawImage(place, image, QRectF(0, row, picture.width, rows))
            yield

    def _ready(self) -> bool:
        if self._painter.isActive():
            return self._printer.newPage()
        try:
            self._between = self._between or Between()
        except OSError:  # no room for it anywhere
            return False
        ready = self._painter.begin(self._printer)
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # letters without the crumbs of a photograph
        return ready

    def over(self, whole: bool) -> None:
        """Send it off, or let all of it go."""
        file = self._printer.outputFileName()
        if not whole:
            self._printer.abort()
            if self._between is not None:
                self._between.empty()
        if self._painter.isActive():
            self._painter.end()
        if not whole and file:
            Path(file).unlink(missing_ok=True)
        if self._between is not None:
            self._between.close()
