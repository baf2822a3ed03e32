"""Pages to look at, to print and to write: what is looked at is the very file that leaves, whatever the paper is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from workbook.couple.paper import Made, Paging, Picture
from workbook.couple.ports import Clock, Jobs, Printer
from workbook.screens import words
from workbook.screens.progress import LOOK
from workbook.screens.screen import Screen, View
from workbook.trouble import Trouble

WIDE = 480
"""How many pixels wide a page is looked at to begin with."""

S = TypeVar("S", bound="PagesState")


class Ready(NamedTuple):
    """A paper that is made, if anything may stand on it, and the characters it cannot show."""

    made: Made | None
    unprintable: tuple[str, ...] = ()


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


class Look(Struct, frozen=True, kw_only=True):
    """The pages as they are now: how many, which one is looked at, how it looks and reads; `count` is 0 with nothing on them."""

    count: int = 0
    at: int = 0
    picture: Picture | None = None
    text: str = ""
    wide: int = WIDE


class PagesState(Struct, frozen=True, kw_only=True):
    """What every page on which a paper is made shows; `pages` are done while it is written or printed, or `parts`.

    `countries` are those whose help lines can stand on it, by their ids, and `country` is the one that is picked.
    """

    look: Look = Look()
    unprintable: tuple[str, ...] = ()
    folder: str = ""
    countries: tuple[tuple[str, str], ...] = ()
    country: str = ""
    busy: bool = False
    pages: int = 0
    parts: int = 0
    trouble: str = ""
    written: str = ""
    printed: bool = False


class PagesScreen(Screen[S]):
    """Makes the pages anew whenever something changed, off the screen's thread; what is outdated is stopped."""

    def __init__(self, state: S, printer: Printer, jobs: Jobs, clock: Clock) -> None:
        self._printer, self._jobs, self._clock = printer, jobs, clock
        self._paging = Paging()
        self._made: Made | None = None
        self._drawn: tuple[Paging, Made | None] = self._paging, None
        super().__init__(state)

    @property
    def paging(self) -> Paging:
        """What is under way: it counts, and it can be stopped."""
        return self._paging

    @abstractmethod
    def making(self) -> Callable[[Paging], Ready]:
        """What makes the paper as it is chosen now, off the screen's thread. It may raise Trouble."""

    def left(self, to: str, why: str, digest: str) -> None:
        """Called off the screen's thread once the paper has left; `digest` is its SHA-256, or nothing where it was printed."""

    def pick_country(self, country: str) -> None:
        """Let the help lines of this country stand on it."""
        self.change(country=country)
        self.anew()

    def attach(self, view: View[S]) -> None:
        """Give the screen its view; what was stopped when somebody went elsewhere is made again."""
        super().attach(view)
        if self._paging.stopped and self._made is None:
            self.anew()

    # looking

    def anew(self) -> None:
        """Make the pages again, as they are now."""
        self._paging.stop()
        self._paging = paging = Paging()
        self._made = None
        make, look = self.making(), self.state.look
        self.change(written="", printed=False)

        def work() -> tuple[Ready, Look]:
            paging.go_on()  # while somebody types, most of these are outdated before their turn comes
            ready = make(paging)
            self._drawn = paging, ready.made
            return ready, self._looked_at(ready.made, look.at, look.wide) if ready.made else Look(wide=look.wide)

        def done(found: tuple[Ready, Look]) -> None:
            if paging is self._paging:
                self._made = found[0].made
                self.change(look=found[1], unprintable=found[0].unprintable)

        self._jobs.run(work, done, self._failed)

    def turn(self, page: int) -> None:
        """Look at another page."""
        self._look(page, self.state.look.wide)

    def zoom(self, wide: int) -> None:
        """Look at it so many pixels wide."""
        self._look(self.state.look.at, max(120, min(3000, wide)))

    def _look(self, page: int, wide: int) -> None:
        made = self._made
        if made is None:
            self.change(look=replace(self.state.look, wide=wide))
            return

        def done(look: Look) -> None:
            if made is self._made:
                self.change(look=look)

        self._jobs.run(lambda: self._looked_at(made, page, wide), done, self._failed)

    def _looked_at(self, made: Made, page: int, wide: int) -> Look:
        at = max(0, min(made.pages - 1, page))
        picture, text = self._printer.picture(made, at, wide), self._printer.text(made, at)
        return Look(count=made.pages, at=at, picture=picture, text=text, wide=wide)

    # leaving

    def leave_as(self, target: Path, write: Callable[[Made | None], str], to: str = "", why: str = "") -> None:
        """Write a file off the screen's thread: `write` is given the pages that were looked at, and gives back its SHA-256."""
        self._begin()
        made = self._made

        def work() -> str:
            self.left(to or target.name, why, write(made))
            return str(target)

        self._jobs.run(work, lambda written: self.change(busy=False, written=written), self._failed)

    def ready(self, made: Made | None, make: Callable[[Paging], Ready]) -> Made:
        """The pages that were looked at, or made now. Raises Trouble `nothing-ticked` where nothing may stand on them."""
        paging, drawn = self._drawn  # whoever did not wait for the pages had asked for them before
        found = made or (drawn if paging is self._paging else None) or make(self._paging).made
        if found is None:
            raise Trouble("nothing-ticked")
        return found

    def sheets(self, device: Device, to: str = "", why: str = "") -> None:
        """Give every page of this very paper to a printing device, one after the other."""
        made = self._made
        if made is None:
            self.change(trouble=_("There is nothing to print yet."))
            return
        self._begin()
        paging = self._paging

        def give(page: int) -> None:
            self._jobs.run(lambda: self._printer.picture(made, page, device.wide), lambda picture: take(page, picture), failed)

        def take(page: int, picture: Picture) -> None:
            if paging.stopped or not device.page(picture):
                device.over(False)
                self.change(busy=False, trouble="" if paging.stopped else _("The printer did not take it. Nothing was printed."))
            else:
                paint(page)

        def paint(page: int) -> None:
            if not paging.stopped and device.more():
                self._clock.after(0, lambda: paint(page))
                return
            self.change(pages=page + 1)
            if page + 1 < made.pages:
                give(page + 1)
            elif paging.stopped:
                device.over(False)
                self.change(busy=False)
            else:
                device.over(True)
                self._jobs.run(lambda: self.left(to or _("printed"), why, ""), lambda _none: self._printed(), self._failed)

        def failed(error: Exception) -> None:
            device.over(False)
            self._failed(error)

        give(0)

    def _printed(self) -> None:
        self.change(busy=False, printed=True)

    def no_printer(self) -> None:
        """There is nothing to print on."""
        words = _("No printer is set up on this computer. You can write a file here, and print that from another one.")
        self.change(trouble=words, written="", printed=False)

    def stop(self) -> None:
        """Stop what is under way; nothing of it stays anywhere."""
        self._paging.stop()

    def _begin(self) -> None:
        if self._paging.stopped or self._made is not None:
            self._paging = Paging()
        self.change(busy=True, pages=0, parts=0, trouble="", written="", printed=False)
        self._tell()

    def _tell(self) -> None:
        """While it lasts, how many pages are done."""
        if self.state.busy:
            pages, parts = max(self._paging.pages, self.state.pages), self._paging.parts
            if (pages, parts) != (self.state.pages, self.state.parts):
                self.change(pages=pages, parts=parts)
            self._clock.after(LOOK, self._tell)

    def _failed(self, error: Exception) -> None:
        stopped = isinstance(error, Trouble) and error.code == "stopped"
        if not stopped or self.state.busy:
            self.change(busy=False, trouble=words.trouble(error))

    def leave(self, then: Callable[[], None]) -> None:
        """What is under way stops first."""
        self.stop()
        then()
