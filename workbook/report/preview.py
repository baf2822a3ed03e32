"""The pages of a finished PDF as pictures: what is looked at is the very file that was made."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.couple.paper import Picture

if TYPE_CHECKING:
    import pypdfium2


def pages(pdf: bytes | Path, dpi: float = 96) -> list[bytes]:
    """Every page as a PNG, in order."""
    document = _opened(pdf)
    try:
        return [_png(page, dpi) for page in document]
    finally:
        document.close()


def _opened(pdf: bytes | Path) -> pypdfium2.PdfDocument:
    """A document whose inputs are drawn too, if it has any."""
    import pypdfium2  # whoever writes a file without a look at it does not need it

    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return document


def _png(page: pypdfium2.PdfPage, dpi: float) -> bytes:
    file = BytesIO()
    page.render(scale=dpi / 72).to_pil().save(file, "PNG")
    return file.getvalue()


def picture(pdf: bytes, page: int, width: int) -> Picture:
    """One page, so many pixels wide."""
    document = _opened(pdf)
    try:
        sheet = document[page]
        drawn = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True)
        return Picture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
    finally:
        document.close()
