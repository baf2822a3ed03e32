"""The exercises that are left in the list, as one booklet of blank paper: chosen by narrowing down, noted nowhere, stoppable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.content.good import GOOD, PACK
from tests.content.test_zipped import zipped
from tests.robots.desk import Desk
from tests.screens.test_making import Held
from workbook.content.exercise import Exercise
from workbook.couple.paper import Sheet
from workbook.screens.help import HelpScreen
from workbook.screens.home import HomeScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.packs import PacksScreen
from workbook.screens.paper import PaperScreen, PaperState


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path).set_up("Zoë").first_turn()


def library(desk: Desk, **narrowed: object) -> LibraryScreen:
    """The list of all exercises, narrowed down."""
    desk.on(HomeScreen).ways.library()
    screen = desk.on(LibraryScreen)
    screen.narrow(**narrowed)
    return screen


def names(screen: LibraryScreen) -> tuple[str, ...]:
    return tuple(summary.id for group in screen.state.groups for summary in group.exercises)


def test_what_is_left_after_narrowing_down_is_one_booklet_in_the_order_of_the_list(desk: Desk) -> None:
    screen = library(desk, minutes=5)
    left = names(screen)
    assert 1 < len(left) < len(desk.flow.outside.library.open_summaries())
    screen.print_blank()
    paper = desk.on(PaperScreen)
    assert (paper.state.title, paper.state.booklet, paper.state.has_card) == (f"{len(left)} exercises", True, False)
    paper.choose(letter=True, fillable=True, cards=False)
    assert desk.printer.blanks[-1][0] == left
    assert (desk.printer.blanks[-1][1].letter, desk.printer.blanks[-1][1].fillable) == (True, True)
    paper.write(paper.state.folder)
    assert paper.state.written == str(desk.folder / "pages.pdf")
    assert len(desk.printer.blanks) == 2


def test_from_the_booklet_one_comes_back_to_the_list_as_it_was_narrowed_down(desk: Desk) -> None:
    screen = library(desk, minutes=5)
    screen.print_blank()
    desk.on(PaperScreen).back()
    assert desk.on(LibraryScreen) is screen
    assert screen.state.narrowed.minutes == 5


def test_a_single_one_is_printed_as_from_its_own_page(desk: Desk) -> None:
    screen = library(desk)
    screen.mark("ways-out", True)
    screen.narrow(favourites=True)
    screen.print_blank()
    paper, title = desk.on(PaperScreen), desk.flow.outside.library.exercise("ways-out").title
    assert (paper.state.title, paper.state.booklet, paper.state.has_card) == (title, False, True)
    assert desk.printer.blanks == [(("ways-out",), Sheet())]
    paper.back()
    desk.on(LibraryScreen)


def test_where_nothing_is_left_nothing_is_printed(desk: Desk) -> None:
    screen = library(desk, words="zebra")
    screen.print_blank()
    assert desk.on(LibraryScreen) is screen
    assert desk.printer.blanks == []


def test_g10_g13_which_ones_somebody_printed_is_in_no_list_and_no_name(desk: Desk) -> None:
    screen = library(desk)
    screen.mark("pause-plan", True)
    screen.mark("ways-out", True)
    screen.narrow(favourites=True)
    space = desk.notebook.space(desk.person(0))
    before = dict(space.settings())
    screen.print_blank()
    paper = desk.on(PaperScreen)
    assert Path(paper.state.folder).name == "pages.pdf"
    paper.write(paper.state.folder)
    assert (space.exports(), dict(space.settings())) == ((), before)


def test_g13_a_pack_from_outside_prints_with_the_others(desk: Desk) -> None:
    path = desk.folder / "kitchen.zip"
    desk.notebook.outside[path] = zipped({"pack.yaml": PACK, "the-kettle.yaml": GOOD})
    desk.on(HomeScreen).ways.my_space()
    next(errand for errand in desk.on(MySpaceScreen).state.errands if errand.title == "More exercises").go()
    packs = desk.on(PacksScreen)
    packs.open_zip(str(path))
    packs.put()
    desk.flow.home(desk.person(0))
    screen = library(desk)
    screen.mark("the-kettle", True)
    screen.mark("pause-plan", True)
    screen.narrow(favourites=True)
    screen.print_blank()
    assert set(desk.printer.blanks[-1][0]) == {"pause-plan", "the-kettle"}
    desk.on(PaperScreen).back()
    screen.narrow(words="kettle")
    screen.print_blank()
    assert desk.printer.blanks[-1][0] == ("the-kettle",)


def test_g34_where_one_of_them_is_a_plan_for_afterwards_a_country_is_asked_for(desk: Desk) -> None:
    desk.looks.choose("country", "ie")
    screen = library(desk)
    screen.mark("pause-plan", True)
    screen.mark("keep-it-alive", True)
    screen.narrow(favourites=True)
    screen.print_blank()
    paper = desk.on(PaperScreen)
    assert paper.state.country == "ie"
    assert "us" in dict(paper.state.countries)
    assert desk.printer.blanks[-1][1].after
    paper.back()
    screen.mark("keep-it-alive", False)
    screen.mark("ways-out", True)
    screen.print_blank()
    assert (desk.on(PaperScreen).state.countries, desk.printer.blanks[-1][1].after) == ((), ())


class Slowly:
    """A booklet whose exercises come one by one, only when a test says so; `meanwhile` happens before the second one."""

    def __init__(self, desk: Desk) -> None:
        self.library, self.jobs, self.printer = desk.flow.outside.library, Held(), desk.printer
        self.given: list[str] = []
        self.meanwhile: Callable[[], None] = lambda: None
        outside = replace(desk.flow.outside, jobs=self.jobs)
        self.paper = PaperScreen(PaperState(title="3 exercises", booklet=True), self.read, outside, back=lambda: None)

    def read(self) -> Iterator[Exercise]:
        for name in ("pause-plan", "ways-out", "draw-our-loop"):
            if len(self.given) == 1:
                self.meanwhile()
            self.given.append(name)
            yield self.library.exercise(name)


def test_leaving_stops_between_two_exercises_and_coming_back_goes_on(desk: Desk) -> None:
    slowly = Slowly(desk)
    slowly.meanwhile = lambda: slowly.paper.cover(lambda: None)
    slowly.jobs.go()
    assert (slowly.given, slowly.printer.blanks) == (["pause-plan", "ways-out"], [])
    assert not slowly.paper.state.trouble
    slowly.paper.attach(BareView())
    slowly.jobs.go()
    assert slowly.paper.state.look.count == 1
    assert slowly.printer.blanks[-1][0] == ("pause-plan", "ways-out", "draw-our-loop")


def test_writing_before_the_pages_have_come_makes_them_once(desk: Desk) -> None:
    slowly = Slowly(desk)
    slowly.paper.write(slowly.paper.state.folder)
    assert slowly.paper.state.busy
    slowly.jobs.go()
    assert (len(slowly.printer.blanks), len(slowly.printer.printed)) == (1, 1)
    assert slowly.paper.state.look.count == 1


def test_writing_can_be_stopped_and_leaves_no_file(desk: Desk) -> None:
    slowly = Slowly(desk)
    slowly.meanwhile = slowly.paper.stop
    slowly.paper.write(slowly.paper.state.folder)
    slowly.jobs.go()
    assert (slowly.paper.state.busy, slowly.paper.state.written, slowly.printer.printed) == (False, "", [])
    assert "stopped" in slowly.paper.state.trouble


def test_exercises_are_read_once_however_often_the_paper_is_made_anew(desk: Desk) -> None:
    slowly = Slowly(desk)
    slowly.jobs.go()
    slowly.paper.choose(letter=True, fillable=False, cards=False)
    slowly.jobs.go()
    assert len(slowly.printer.blanks) == 2
    assert len(slowly.given) == 3


def test_from_help_one_comes_back_to_pages_that_are_there(desk: Desk) -> None:
    library(desk, minutes=5).print_blank()
    desk.flow.help()
    desk.on(HelpScreen).back()
    assert desk.on(PaperScreen).state.look.count == 1


class BareView:
    """Shows nothing."""

    def present(self, state: PaperState) -> None:
        pass
