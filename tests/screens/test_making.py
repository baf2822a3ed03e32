"""A paper while it is made: what is outdated is stopped, what is stopped leaves nothing, and progress tells pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from tests.fakes.outside import HandClock, RememberingPrinter
from tests.fakes.shared import FakeShared
from tests.fakes.space import FakeSpace
from workbook.content.blocks import Block, Said
from workbook.couple.backups import Progress
from workbook.couple.paper import Made, Paging, Picture
from workbook.screens.making import MakingScreen, MakingState
from workbook.screens.progress import LOOK
from workbook.trouble import Trouble

T = TypeVar("T")


class Held:
    """Jobs that are done only when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.between: Callable[[], None] = lambda: None

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        def job() -> None:
            try:
                result = work()
            except Trouble as error:
                failed(error)
            else:
                self.between()
                done(result)

        self.waiting.append(job)

    def aside(self, work: Callable[[Progress], None]) -> None:
        raise AssertionError("nothing waits aside here")

    def quietly(self, work: Callable[[], None]) -> None:
        raise AssertionError("nor is anything done quietly")

    def go(self) -> None:
        """Do all that was asked for."""
        while self.waiting:
            self.waiting.pop(0)()


class Slow(RememberingPrinter):
    """Ten pages each time; `meanwhile` happens after the third."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: Callable[[], None] = lambda: None

    def make(self, title: str, blocks: tuple[Block, ...], paging: Paging, *, cards: bool = False) -> Made:
        for page in range(10):
            paging.page()
            if page == 2:
                self.meanwhile()
        self.made.append((title, blocks))
        self.cards.append(cards)
        return Made(str(len(self.made) - 1).encode(), 10)


class Paper(MakingScreen[MakingState]):
    """A paper with one thing on it."""

    def __init__(self, folder: Path) -> None:
        self.printer, self.held, self.clock, self.space = (
            Slow(),
            Held(),
            HandClock(),
            FakeSpace("me", lambda: FakeShared(lambda: True, ())),
        )
        self.words = "one"
        self.drafted: list[tuple[Block, ...]] = []
        super().__init__(MakingState(folder=str(folder)), self.printer, self.held, self.clock, lambda: self.space)

    def draft(self) -> Callable[[], tuple[Block, ...]]:
        blocks = (Said(self.words),) if self.words else ()

        def together() -> tuple[Block, ...]:
            self.drafted.append(blocks)
            return blocks

        return together

    def cover_title(self) -> str:
        return ""

    def called(self) -> str:
        return "a paper"

    def names(self) -> tuple[str, ...]:
        return ("Robin",)

    def typed(self, phrase: str) -> bool:
        return phrase in self.words

    def say(self, words: str) -> None:
        self.words = words
        self.anew()


def test_what_is_outdated_is_stopped_and_never_shown(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for words in ("one", "two", "three"):
        paper.say(words)
    paper.held.go()
    assert [blocks for _title, blocks in paper.printer.made] == [(Said("three"),)], "the first two were not made to their end"
    assert "three" in paper.state.look.text


def test_the_pages_are_put_together_off_the_screens_thread_and_only_the_newest(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    for words in ("one", "two", "three"):
        paper.say(words)
    assert paper.drafted == [], "nothing is put together while somebody types"
    paper.held.go()
    assert paper.drafted == [(Said("three"),)]


def test_with_nothing_on_it_no_file_is_written(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.say("")
    paper.write(str(tmp_path / "notes.pdf"))
    paper.held.go()
    assert (paper.printer.printed, paper.space.log, paper.state.busy) == ([], [], False)
    assert "Nothing is ticked" in paper.state.trouble


def test_pages_that_come_too_late_are_not_shown(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.say("one")

    def once() -> None:
        paper.held.between = lambda: None
        paper.say("")

    paper.held.between = once
    paper.held.go()
    assert paper.state.look.count == 0
    paper.say("one")
    paper.held.go()
    paper.turn(4)
    paper.say("")
    paper.held.go()
    assert paper.state.look.count == 0


def test_g21_what_is_written_is_what_was_looked_at(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.say("one")
    paper.held.go()
    paper.write(str(tmp_path / "notes.pdf"), "Dr. Moss", "Tuesday")
    paper.held.go()
    assert len(paper.printer.made) == 1
    assert [line["to"] for line in paper.space.log] == ["Dr. Moss"]


def test_while_it_is_written_it_tells_how_many_pages_are_done(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    seen: list[int] = []

    def look() -> None:
        paper.clock.pass_time(LOOK)
        seen.append(paper.state.pages)

    paper.printer.meanwhile = look
    paper.write(str(tmp_path / "notes.pdf"))
    paper.held.go()
    assert seen == [3]
    assert (paper.state.busy, paper.state.written) == (False, str(tmp_path / "notes.pdf"))


def test_stopping_leaves_nothing_behind_and_it_can_be_written_after_all(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.printer.meanwhile = paper.stop
    paper.write(str(tmp_path / "notes.pdf"))
    paper.held.go()
    assert (paper.printer.printed, paper.space.log, paper.state.busy) == ([], [], False)
    assert "stopped" in paper.state.trouble
    paper.printer.meanwhile = lambda: None
    paper.write(str(tmp_path / "notes.pdf"))
    paper.held.go()
    assert len(paper.printer.printed) == 1
    assert paper.state.trouble == ""


def test_going_elsewhere_stops_it(tmp_path: Path) -> None:
    paper, left = Paper(tmp_path), list[bool]()
    paper.write(str(tmp_path / "notes.pdf"))
    paper.leave(lambda: left.append(True))
    paper.held.go()
    assert left
    assert paper.printer.printed == []


def test_printing_can_be_stopped_between_two_pages(tmp_path: Path) -> None:
    class Device:
        wide = 10

        def __init__(self) -> None:
            self.pages = 0
            self.whole: bool | None = None

        def page(self, _picture: Picture) -> bool:
            self.pages += 1
            if self.pages == 4:
                paper.stop()
            return True

        def more(self) -> bool:
            return False

        def over(self, whole: bool) -> None:
            self.whole = whole

    paper, device = Paper(tmp_path), Device()
    paper.say("one")
    paper.held.go()
    paper.sheets(device)
    paper.held.go()
    assert (device.pages, device.whole, paper.space.log) == (4, False, [])
    again: Any = Device()
    again.pages = 10
    paper.sheets(again)
    paper.held.go()
    assert (again.pages, again.whole) == (20, True)
    assert [line["to"] for line in paper.space.log] == ["printed"]


def test_a_passphrase_that_was_typed_differently_twice_writes_nothing(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.write(str(tmp_path / "notes.pdf"), passphrase="a lamp", again="a lmap")
    assert "not the same" in paper.state.trouble
    assert (paper.state.busy, paper.printer.printed) == (False, [])


def test_a_passphrase_is_weighed_with_everybodys_name_in_mind(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.weigh("robin")
    paper.held.go()
    assert paper.state.advice.startswith("Easy to guess")


def test_what_is_stopped_before_its_pages_are_there_says_so_and_can_be_made(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.say("one")
    assert (paper.state.stand, paper.state.look.count) == ("coming", 0)
    paper.printer.meanwhile = paper.stop
    paper.held.go()
    assert (paper.state.stand, paper.state.look.count, paper.state.trouble) == ("stopped", 0, "")
    paper.printer.meanwhile = lambda: None
    paper.anew()
    paper.held.go()
    assert (paper.state.stand, paper.state.look.count) == ("there", 10)


def test_whoever_stops_a_file_before_its_pages_came_is_told_both(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.say("one")
    paper.write(str(tmp_path / "notes.pdf"))
    paper.printer.meanwhile = paper.stop
    paper.held.go()
    assert (paper.state.stand, paper.state.busy, paper.printer.printed) == ("stopped", False, [])
    assert "It was stopped" in paper.state.trouble


def test_while_pages_are_made_it_tells_how_many_there_are(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    seen: list[int] = []

    def look() -> None:
        paper.clock.pass_time(LOOK)
        seen.append(paper.state.pages)

    paper.printer.meanwhile = look
    paper.say("one")
    paper.held.go()
    assert seen == [3]
    assert not paper.state.busy


def test_before_anything_is_ticked_there_are_no_pages_to_go_to(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.say("")
    paper.held.go()
    paper.go("looking")
    assert paper.state.place == "choosing"
    assert "Nothing is ticked" in paper.state.trouble
    paper.say("one")
    assert paper.state.trouble == ""
    paper.held.go()
    paper.go("looking")
    now: str = paper.state.place
    assert now == "looking"


def test_pages_are_looked_at_from_the_first_one(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.say("one")
    paper.held.go()
    paper.turn(4)
    paper.held.go()
    assert paper.state.look.at == 4
    paper.go("looking")
    paper.held.go()
    assert paper.state.look.at == 0


def test_a_page_that_is_turned_to_while_it_gets_sharper_stays_the_one_that_shows(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.say("one")
    paper.held.go()
    paper.turn(4)
    paper.zoom(900)
    paper.held.go()
    assert (paper.state.look.at, paper.state.look.wide) == (4, 900)


def test_once_it_is_written_it_says_where_and_can_go_elsewhere_too(tmp_path: Path) -> None:
    paper = Paper(tmp_path)
    paper.say("one")
    paper.held.go()
    paper.go("looking")
    paper.go("leaving")
    paper.goes_to(str(tmp_path / "mine.pdf"))
    paper.is_for("Dr. Moss", "Tuesday")
    paper.write(paper.state.folder, paper.state.to, paper.state.why)
    paper.held.go()
    assert (paper.state.place, paper.state.written) == ("gone", str(tmp_path / "mine.pdf"))
    paper.go("leaving")
    assert (paper.state.written, paper.state.to, paper.state.why) == ("", "Dr. Moss", "Tuesday")


def test_what_was_chosen_is_told_in_one_line(tmp_path: Path) -> None:
    class Some(MakingState, frozen=True, kw_only=True):
        ticked: int

        def counted(self) -> tuple[int, int]:
            return self.ticked, 9

    assert Some(ticked=0).chosen() == "Nothing is ticked yet"
    assert Some(ticked=4, left_out=("x",)).chosen() == "4 of 9 ticked · some words left out"
    assert Some(ticked=0, before="Sam").chosen() == "Sam has ticked. You: 0 of 9"
