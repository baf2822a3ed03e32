"""Printing: the dialog of the desktop, then the pages one after the other as pictures; no file of ours lies in between."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from workbook.couple.paper import Picture

DPI: Final = 300
"""How finely pages are drawn for a printing device."""


def ask_printer(parent: QWidget) -> Device | None:
    """Ask which device; the job has a name that tells nothing (G10)."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Notes")
    printer.setFullPage(True)
    accepted = QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted
    return Device(printer) if accepted else None


class Device:
    """A printing device: paints page after page as it comes."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer
        self._painter = QPainter()
        self.wide = round(printer.paperRect(QPrinter.Unit.Inch).width() * DPI)

    def page(self, picture: Picture) -> bool:
        """One more page, as large as the paper; whether the device goes on."""
        ready = self._printer.newPage() if self._painter.isActive() else self._painter.begin(self._printer)
        if not ready:
            return False
        image = QImage(picture.rows, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
        room = self._painter.viewport()
        scale = min(room.width() / picture.width, room.height() / picture.height)
        wide, tall = picture.width * scale, picture.height * scale
        self._painter.drawImage(QRectF((room.width() - wide) / 2, (room.height() - tall) / 2, wide, tall), image)
        return True

    def over(self, whole: bool) -> None:
        """Send it off, or let all of it go."""
        if not whole:
            self._printer.abort()
        if self._painter.isActive():
            self._painter.end()
