"""A paper that was made: the very file that is looked at, printed and written, held in memory until then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from msgspec import Struct

from workbook.content.blocks import Block
from workbook.couple.backups import Progress

Form = Literal["pdf", "cards", "markdown", "docx"]
"""What a paper can be written as; cards are to be cut out, the last two are for whoever wants to edit it."""

ENDINGS: dict[Form, str] = {"pdf": ".pdf", "cards": ".pdf", "markdown": ".md", "docx": ".docx"}


DRAWN: tuple[Form, ...] = ("pdf", "cards")
"""Those that are pages: to be looked at as they are, printed, and locked with a passphrase."""


class Sheet(Struct, frozen=True, kw_only=True):
    """How blank paper is made: on US Letter instead of A4, with inputs to be filled in on a screen, as small cards to cut out.

    `after` are the help lines, for every plan for afterwards.
    """

    letter: bool = False
    fillable: bool = False
    cards: bool = False
    after: tuple[Block, ...] = ()


class Made(Struct, frozen=True):
    """A finished PDF, how many pages it has, and the words of each in the order of reading, drawings in words too."""

    data: bytes
    pages: int
    words: tuple[str, ...] = ()


class Picture(Struct, frozen=True):
    """One page as it looks: red, green and blue by the byte, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    rows: bytes


class Device(Protocol):
    """What pages are printed on; it wants them so many pixels wide."""

    @property
    def wide(self) -> int:
        """Pixels."""

    def page(self, picture: Picture) -> bool:
        """Take one more page; whether to go on."""

    def more(self) -> bool:
        """Paint a little of it, too little for anybody to wait for; whether there is more to paint."""

    def over(self, whole: bool) -> None:
        """That was the last one; where not all of them came, nothing should be printed."""


class Paging(Progress):
    """How many pages are done, or parts of what has no pages, while nobody knows yet how many there will be."""

    def __init__(self, elsewhere: Callable[[], bool] = lambda: False) -> None:
        super().__init__(elsewhere)
        self.pages = self.parts = 0
        self.words: list[str] = []

    def begin(self) -> None:
        """A paper is begun: none of its pages is done yet, whatever was made before. Raises Trouble `stopped`."""
        self.pages = self.parts = 0
        self.words = []
        self.go_on()

    def page(self, words: str = "") -> None:
        """One more page, and its words. Raises Trouble `stopped`."""
        self.pages += 1
        self.words.append(words)
        self.go_on()

    def part(self) -> None:
        """One more part. Raises Trouble `stopped`."""
        self.parts += 1
        self.go_on()
