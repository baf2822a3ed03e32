"""The pages of a finished PDF as pictures: what is looked at is the very file that was made."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2


def pages(pdf: bytes | Path, dpi: float = 96) -> list[bytes]:
    """Every page as a PNG, in order."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_png(page, dpi) for page in document]
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage, dpi: float) -> bytes:
    file = BytesIO()
    page.render(scale=dpi / 72).to_pil().save(file, "PNG")
    return file.getvalue()
