"""What is around the notebook: paper, work off the screen's thread, the time of day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from workbook.content.blocks import Block
    from workbook.content.exercise import Exercise
    from workbook.content.helplines import LocalLine
    from workbook.couple.backups import Progress
    from workbook.couple.paper import Form, Made, Paging, Picture, Sheet

T = TypeVar("T")


class Printer(Protocol):
    """Makes the PDF. What is not given to it cannot be on it."""

    def unprintable(self, blocks: tuple[Block, ...]) -> tuple[str, ...]:
        """The characters that paper cannot show yet, so that a person hears of it first."""

    def write(self, title: str, blocks: tuple[Block, ...], target: Path) -> str:
        """Write one PDF, whole or not at all; gives back its SHA-256. Raises Trouble `disk-full`, `read-only`, `no-folder`."""

    def make(self, title: str, blocks: tuple[Block, ...], paging: Paging, *, cards: bool = False) -> Made:
        """Make a PDF in memory, or cards to cut out; `paging` is told of every page, and may stop it. Raises Trouble `stopped`."""

    def picture(self, made: Made, page: int, width: int) -> Picture:
        """One page of it, from 0 on, so many pixels wide."""

    def text(self, made: Made, page: int) -> str:
        """The words of one page, in the order of reading."""

    def keep(self, made: Made, target: Path, passphrase: str | None = None) -> str:
        """Write this very PDF, whole or not at all; with a passphrase it opens with that only (AES-256). Its SHA-256.

        Raises Trouble as `write` does.
        """

    def write_as(self, form: Form, blocks: tuple[Block, ...], target: Path, paging: Paging) -> str:
        """Write the same as Markdown or for Word; its SHA-256. `paging` is told of every part, and may stop it.

        Raises Trouble as `write` does, `no-docx`, and `stopped`.
        """

    def blank(self, exercises: tuple[Exercise, ...], sheet: Sheet, paging: Paging) -> Made:
        """Make exercises to be filled in, in memory, as `make` does."""


class Jobs(Protocol):
    """Runs work off the screen's thread, one after the other, and brings the result back to it."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do `work`, then call `done` or `failed` on the screen's thread, in the order they were asked for."""

    def aside(self, work: Callable[[Progress], None]) -> None:
        """Do `work` once nothing else has been asked for in a while; as soon as something is, its Progress asks it to stop.

        When it raises Trouble `stopped` it is begun again later; any other Trouble ends it. The newest one replaces what waits.
        """

    def quietly(self, work: Callable[[], None]) -> None:
        """Do `work` each time that nothing has been asked for in a while; it is short, and what it cannot do stays undone."""


class Looks(Protocol):
    """How large words are, the colours, whether things move: for everyone at this computer, and at once."""

    def now(self) -> Mapping[str, str]:
        """What is picked, by the keys of `habits.LOOKS`; called on the screen's thread."""

    def choose(self, key: str, value: str) -> None:
        """Pick something: it shows at once, and is kept; called on the screen's thread."""


class Speller(Protocol):
    """What the dictionaries of this computer know, asked on the screen's thread and answered there a while later.

    Every question is answered, with nothing where there is no dictionary, or where one takes too long or breaks.
    """

    def found(self, then: Callable[[Mapping[str, str]], None]) -> None:
        """The names of the dictionaries there are, such as `en_GB`, each with what it is called."""

    def open(self, wishes: tuple[str, ...], then: Callable[[str], None]) -> None:
        """Open the one that suits best: its name, or nothing. A wish is a name or a language."""

    def unknown(self, words: tuple[str, ...], then: Callable[[frozenset[str]], None]) -> None:
        """Which of these words are not in it."""

    def instead(self, word: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """A few words that are near one that is not in it."""

    def rest(self) -> None:
        """Forget everything that was asked, at once; what was not answered yet never is."""


class LocalLines(Protocol):
    """The help lines that were written down at this computer: for everyone at it, and before anybody is in."""

    def read(self) -> tuple[LocalLine, ...]:
        """All of them, in their order; what cannot be read is left out."""

    def keep(self, lines: tuple[LocalLine, ...]) -> None:
        """Keep just these. Raises Trouble `disk-full`, `read-only`."""


class Clock(Protocol):
    """The time of day, and a call in a while."""

    def now(self) -> datetime:
        """Local time, aware of its zone."""

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call later on the screen's thread; what comes back cancels it."""
