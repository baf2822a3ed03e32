"""Jobs that run at once, a clock that is moved by hand, a printer that remembers, a stage that only knows what is on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from workbook.content.blocks import Block, Heading
from workbook.content.exercise import Exercise
from workbook.content.helplines import LocalLine
from workbook.couple.backups import Progress
from workbook.couple.paper import Form, Made, Paging, Picture, Sheet
from workbook.screens.screen import Screen
from workbook.trouble import Trouble

T = TypeVar("T")


class ImmediateJobs:
    """Does the work before `run` returns; work asked for from within comes after, in order."""

    def __init__(self) -> None:
        self._queue: list[Callable[[], None]] = []
        self.when_quiet: Callable[[], None] = lambda: None
        self._busy = False

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        def job() -> None:
            try:
                result = work()
            except Trouble as error:
                failed(error)
            else:
                done(result)

        self._queue.append(job)
        if not self._busy:
            self._busy = True
            try:
                while self._queue:
                    self._queue.pop(0)()
            finally:
                self._busy = False
                self._queue.clear()

    def hold(self) -> None:
        """From now on everything takes long."""
        self._busy = True

    def go_on(self) -> None:
        """Now all of it is done."""
        self._busy = False
        self.run(lambda: None, lambda _none: None, lambda _error: None)

    def aside(self, work: Callable[[Progress], None]) -> None:
        self.run(lambda: work(Progress()), lambda _none: None, lambda _error: None)

    def quietly(self, work: Callable[[], None]) -> None:
        self.when_quiet = work


class PlainLooks:
    """Keeps what was picked, and shows nothing."""

    def __init__(self) -> None:
        self.chosen: dict[str, str] = {}

    def now(self) -> Mapping[str, str]:
        return dict(self.chosen)

    def choose(self, key: str, value: str) -> None:
        self.chosen[key] = value


class PocketSpeller:
    """One small dictionary, or none; answers at once, and remembers what it was asked."""

    def __init__(self) -> None:
        self.words: frozenset[str] | None = None
        self.opened = ""
        self.asked: list[str] = []
        self.usable = True

    def found(self, then: Callable[[Mapping[str, str]], None]) -> None:
        then({} if self.words is None else {"de_CH": "Deutsch (Schweiz)", "en_GB": "British English (United Kingdom)"})

    def open(self, wishes: tuple[str, ...], then: Callable[[str], None]) -> None:
        named = next((name for name in ("de_CH", "en_GB") if name.startswith(wishes)), "")
        self.opened = named if self.words is not None and self.usable else ""
        then(self.opened)

    def unknown(self, words: tuple[str, ...], then: Callable[[frozenset[str]], None]) -> None:
        self.asked += sorted(words)
        then(frozenset(words) - (self.words or frozenset()) if self.opened else frozenset())

    def instead(self, word: str, then: Callable[[tuple[str, ...]], None]) -> None:
        then(tuple(sorted(near for near in self.words or () if near[:2] == word[:2])))

    def rest(self) -> None:
        self.opened = ""
        self.asked.clear()


class KeptLines:
    """Keeps the help lines that were written down."""

    def __init__(self) -> None:
        self.lines: tuple[LocalLine, ...] = ()
        self.refuses = ""

    def read(self) -> tuple[LocalLine, ...]:
        return self.lines

    def keep(self, lines: tuple[LocalLine, ...]) -> None:
        if self.refuses:
            raise Trouble(self.refuses)
        self.lines = lines


class HandClock:
    """A clock that goes on only when a test says so."""

    def __init__(self) -> None:
        self._now = datetime(2026, 3, 3, 21, 0, tzinfo=UTC)
        self._waiting: list[tuple[datetime, Callable[[], None]]] = []

    def now(self) -> datetime:
        return self._now

    def after(self, seconds: float, call: Callable[[], None]) -> Callable[[], None]:
        entry = (self._now + timedelta(seconds=seconds), call)
        self._waiting.append(entry)

        def cancel() -> None:
            if entry in self._waiting:
                self._waiting.remove(entry)

        return cancel

    def pass_time(self, seconds: float) -> None:
        """Let time go by; what was to happen meanwhile happens."""
        end = self._now + timedelta(seconds=seconds)
        while due := sorted((entry for entry in self._waiting if entry[0] <= end), key=lambda entry: entry[0]):
            self._waiting.remove(due[0])
            self._now = due[0][0]
            due[0][1]()
        self._now = end


class RememberingPrinter:
    """Keeps what it was asked to print."""

    def __init__(self) -> None:
        self.printed: list[tuple[str, tuple[Block, ...], Path]] = []
        self.made: list[tuple[str, tuple[Block, ...]]] = []
        self.has_docx = True
        self.passphrases: list[str | None] = []
        self.blanks: list[tuple[tuple[str, ...], Sheet]] = []
        self.cards: list[bool] = []
        self.refuses = ""

    def unprintable(self, blocks: tuple[Block, ...]) -> tuple[str, ...]:
        return ()

    def write(self, title: str, blocks: tuple[Block, ...], target: Path) -> str:
        self.printed.append((title, blocks, target))
        return "0" * 64

    def make(self, title: str, blocks: tuple[Block, ...], paging: Paging, *, cards: bool = False) -> Made:
        paging.page()
        self.made.append((title, blocks))
        self.cards.append(cards)
        return Made(str(len(self.made) - 1).encode(), 1)

    def picture(self, made: Made, page: int, width: int) -> Picture:
        return Picture(width, 1, 3 * width, bytes(3 * width))

    def text(self, made: Made, page: int) -> str:
        return str(self.made[int(made.data)])

    def keep(self, made: Made, target: Path, passphrase: str | None = None) -> str:
        if self.refuses:
            raise Trouble(self.refuses)
        self.passphrases.append(passphrase)
        return self.write(*self.made[int(made.data)], target)

    def write_as(self, form: Form, blocks: tuple[Block, ...], target: Path, paging: Paging) -> str:
        if form == "docx" and not self.has_docx:
            raise Trouble("no-docx")
        paging.part()
        return self.write(form, blocks, target)

    def blank(self, exercises: tuple[Exercise, ...], sheet: Sheet, paging: Paging) -> Made:
        self.blanks.append((tuple(exercise.id for exercise in exercises), sheet))
        return self.make("", (Heading(exercises[0].title), *sheet.after), paging, cards=sheet.cards)


class BareStage:
    """Knows which screen is in front."""

    def __init__(self) -> None:
        self.screen: Screen[Any] | None = None
        self.seen: list[str] = []

    def turn_to(self, screen: Screen[Any]) -> None:
        self.screen = screen
        self.seen.append(type(screen).__name__)
