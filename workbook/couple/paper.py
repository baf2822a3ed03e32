"""A paper that was made: the very file that is looked at, printed and written, held in memory until then."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from workbook.couple.backups import Progress

Form = Literal["pdf", "cards", "markdown", "docx"]
"""What a paper can be written as; cards are to be cut out, the last two are for whoever wants to edit it."""

ENDINGS: dict[Form, str] = {"pdf": ".pdf", "cards": ".pdf", "markdown": ".md", "docx": ".docx"}


class Made(Struct, frozen=True):
    """A finished PDF and how many pages it has."""

    data: bytes
    pages: int


class Picture(Struct, frozen=True):
    """One page as it looks: red, green and blue by the byte, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    rows: bytes


class Paging(Progress):
    """How many pages are done, while nobody knows yet how many there will be."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = 0

    def page(self) -> None:
        """One more page. Raises Trouble `stopped`."""
        self.pages += 1
        self.go_on()
