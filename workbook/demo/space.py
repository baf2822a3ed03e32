"""One's own space in the demo: the list of exercises, looking back, and each errand; nothing is done, it is only looked at."""

from __future__ import annotations

from collections.abc import Callable

from workbook.demo.hands import Hands
from workbook.demo.otherwise import look_at_what_would_be
from workbook.screens.home import HomeScreen
from workbook.screens.keys import CodeScreen
from workbook.screens.library import LibraryScreen
from workbook.screens.myspace import MySpaceScreen
from workbook.screens.paper import PaperScreen, SheetScreen
from workbook.screens.past import PastScreen
from workbook.screens.shortcuts import ShortcutsScreen
from workbook.screens.threads import LoopsScreen, PulseScreen, ThreadScreen


def look_at_space(hands: Hands) -> None:
    """One's own space, and each errand there; nothing is done, it is only looked at."""
    home = hands.on(HomeScreen)
    home.ways.library()
    hands.keep("library")
    library = hands.on(LibraryScreen)
    library.fold(library.state.groups[0].title)
    hands.keep("library-unfolded")
    library.narrow(minutes=5)
    library.print_blank()
    hands.keep("booklet-paper")
    hands.on(PaperScreen).back()
    hands.on(LibraryScreen).back()
    _look_back(hands)
    home.ways.my_space()
    space = hands.on(MySpaceScreen)
    hands.keep("myspace")
    _each_errand(hands, space, home.ways.my_space)
    space.back()
    if hands.album.kept:
        look_at_what_would_be(hands)


def _look_back(hands: Hands) -> None:
    """What was done, and each way through it; then the list of keys."""
    hands.on(HomeScreen).ways.look_back()
    past = hands.on(PastScreen)
    hands.keep("past")
    past.ways.loops()
    hands.keep("loops")
    hands.on(LoopsScreen).back()
    past.ways.pulse()
    hands.keep("pulse")
    hands.on(PulseScreen).back()
    past.ways.triggers()
    hands.keep("thread")
    hands.on(ThreadScreen).back()
    hands.app.flow.shortcuts()
    hands.keep("shortcuts")
    hands.on(ShortcutsScreen).back()
    past.ways.back()


def _each_errand(hands: Hands, space: MySpaceScreen, again: Callable[[], None]) -> None:
    for errand in space.state.errands:
        errand.go()
        front = hands.front()
        hands.keep(type(front).__name__.removesuffix("Screen").lower())
        if isinstance(front, MySpaceScreen):
            _each_errand(hands, front, errand.go)
        if isinstance(front, CodeScreen):
            _on_paper(hands, front)
        again()
        hands.on(MySpaceScreen)


def _on_paper(hands: Hands, code: CodeScreen) -> None:
    """A recovery code as it would be printed; it is not kept, so it opens nothing."""
    code.make()
    hands.keep("code-made")
    code.print()
    hands.keep("code-sheet")
    hands.on(SheetScreen).back()
