"""Pages to look at, to print and to write: what is looked at is the very file that leaves, whatever the paper is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

from msgspec import Struct

from workbook.couple.paper import Device, Made, Paging, Picture
from workbook.couple.ports import Clock, Jobs, Printer
from workbook.screens import words
from workbook.screens.progress import LOOK
from workbook.screens.screen import Screen, View
from workbook.trouble import Trouble

WIDE = 480
"""How many pixels wide a page is looked at to begin with."""

Place = Literal["choosing", "looking", "leaving", "gone"]
"""One thing after the other: what stands on it and how it is made, its pages, the ways it can leave, where it went."""

Stand = Literal["coming", "there", "none", "stopped"]
"""Whether the pages are being made, are there, would have nothing on them, or were not made to their end."""

S = TypeVar("S", bound="PagesState")


class Ready(NamedTuple):
    """A paper that is made, if anything may stand on it, and the characters it cannot show."""

    made: Made | None
    unprintable: tuple[str, ...] = ()


class Look(Struct, frozen=True, kw_only=True):
    """The pages as they are now: how many, which one is looked at, how it looks and reads; `count` is 0 with nothing on them."""

    count: int = 0
    at: int = 0
    picture: Picture | None = None
    text: str = ""
    wide: int = WIDE


class PagesState(Struct, frozen=True, kw_only=True):
    """What every page on which a paper is made shows; `pages` are done while it is made, written or printed, or `parts`.

    `folder` is the file it would go to. `countries` are those whose help lines can stand on it, by their ids, and `country` is
    the one that is picked.
    """

    place: Place = "looking"
    stand: Stand = "none"
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

    def chosen(self) -> str:
        """What was chosen, in one line."""
        return ""


class PagesScreen(Screen[S]):
    """Makes the pages anew whenever something changed, off the screen's thread; what is outdated is stopped."""

    back: Callable[[], None]

    def __init__(self, state: S, printer: Printer, jobs: Jobs, clock: Clock) -> None:
        self._printer, self._jobs, self._clock = printer, jobs, clock
        self._paging = Paging()
        self._made: Made | None = None
        self._drawn: tuple[Paging, Made | None] = self._paging, None
        self._telling = False
        self._at, self._wide = state.look.at, state.look.wide
        super().__init__(state)

    @property
    def paging(self) -> Paging:
        """What is under way: it counts, and it can be stopped."""
        return self._paging

    @abstractmethod
    def making(self) -> Callable[[Paging], Ready]:
        """What makes the paper as it is chosen now, off the screen's thread. It may raise Trouble."""

    @abstractmethod
    def write(self, target: str) -> None:
        """Write the file: whole, or not at all."""

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

    # from one to the next

    def go(self, place: Place) -> None:
        """Go on to the next of it, or back; before anything may stand on it there is nothing to look at."""
        if place == "looking" and self.state.stand == "none":
            self.change(trouble=self.nothing())
            return
        self.change(place=place, trouble="", written="", printed=False)
        if place == "looking" and self._at:
            self.turn(0)

    def nothing(self) -> str:
        """Why there is no page."""
        return _("Nothing is ticked yet, so there is no page.")

    def goes_to(self, target: str) -> None:
        """Which file it would go to."""
        self.change(folder=target)

    # looking

    def anew(self) -> None:
        """Make the pages again, as they are now."""
        self._paging.stop()
        self._paging = paging = Paging()
        self._made = None
        make = self.making()
        self.change(stand="coming", pages=0, trouble="", written="", printed=False)
        self._begin_telling()

        def work() -> tuple[Ready, Look]:
            paging.go_on()  # while somebody types, most of these are outdated before their turn comes
            ready = make(paging)
            self._drawn = paging, ready.made
            return ready, self._looked_at(ready.made, self._at, self._wide) if ready.made else Look()

        def done(found: tuple[Ready, Look]) -> None:
            if paging is self._paging:
                self._made = found[0].made
                stand: Stand = "there" if self._made else "none"
                self.change(stand=stand, look=found[1], unprintable=found[0].unprintable)

        def failed(error: Exception) -> None:
            if paging is self._paging:
                self.change(stand="stopped", look=Look())
            self._failed(error)

        self._jobs.run(work, done, failed)

    def turn(self, page: int) -> None:
        """Look at another page."""
        self._at = page
        self._look()

    def zoom(self, wide: int) -> None:
        """Look at it so many pixels wide."""
        self._wide = max(120, min(3000, wide))
        self._look()

    def _look(self) -> None:
        """Another look at the same pages; only the newest one shows."""
        made, at, wide = self._made, self._at, self._wide

        def done(look: Look) -> None:
            if made is self._made and (at, wide) == (self._at, self._wide):
                self.change(look=look)

        if made is not None:
            self._jobs.run(lambda: self._looked_at(made, at, wide), done, self._failed)

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

        self._jobs.run(work, lambda written: self.change(busy=False, place="gone", written=written), self._failed)

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
        self.change(busy=False, place="gone", printed=True)

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
        self._begin_telling()

    def _begin_telling(self) -> None:
        if not self._telling:
            self._tell()

    def _tell(self) -> None:
        """While it lasts, how many pages are done."""
        self._telling = self.state.busy or self.state.stand == "coming"
        if self._telling:
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
