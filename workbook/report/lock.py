"""A PDF that opens with a passphrase only: AES-256 as PDF 2.0 has it (revision 6), all of it, its title too."""

from __future__ import annotations

from io import BytesIO
from unicodedata import normalize


def locked(data: bytes, passphrase: str) -> bytes:
    """The same pages behind a passphrase, without a trace of the program that locked them. Never touches the disk."""
    from pypdf import PdfReader, PdfWriter  # only for whoever asks for it

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.pdf_header = "%PDF-2.0"
    writer.metadata = {"/Title": writer.metadata["/Title"]} if writer.metadata else None
    # As a reader will put it before it tries it.
    writer.encrypt(normalize("NFKC", passphrase), algorithm="AES-256")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
