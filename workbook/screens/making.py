"""A paper while it is made: its pages to look at, words left out, and the ways it can leave; the same for every paper (G21)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from workbook.content.blocks import Block
from workbook.couple.paper import ENDINGS, Form, Made, Paging, Picture
from workbook.couple.ports import Clock, Jobs, Printer, Space
from workbook.screens import words
from workbook.screens.progress import LOOK
from workbook.screens.screen import Screen
from workbook.trouble import Trouble

WIDE = 480
"""How many pixels wide a page is looked at to begin with."""

S = TypeVar("S", bound="MakingState")


class Device(Protocol):
    """What pages are printed on; it wants them so many pixels wide."""

    @property
    def wide(self) -> int:
        """Pixels."""

    def page(self, picture: Picture) -> bool:
        """Take one more page; whether to go on."""

    def over(self, whole: bool) -> None:
        """That was the last one; where not all of them came, nothing should be printed."""


class Look(Struct, frozen=True, kw_only=True):
    """The pages as they are now: how many, which one is looked at, how it looks and reads; `count` is 0 with nothing on them."""

    count: int = 0
    at: int = 0
    picture: Picture | None = None
    text: str = ""
    wide: int = WIDE


class MakingState(Struct, frozen=True, kw_only=True):
    """What every page on which a paper is made shows; `pages` are done while it is written or printed."""

    look: Look = Look()
    unprintable: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    folder: str = ""
    busy: bool = False
    pages: int = 0
    trouble: str = ""
    written: str = ""


class MakingScreen(Screen[S]):
    """Makes the pages anew whenever something changed, off the screen's thread; what is outdated is stopped."""

    def __init__(self, state: S, printer: Printer, jobs: Jobs, clock: Clock, space: Callable[[], Space]) -> None:
        self._printer, self._jobs, self._clock, self._space = printer, jobs, clock, space
        self._paging = Paging()
        self._made: Made | None = None
        super().__init__(state)

    @abstractmethod
    def draft(self) -> Callable[[], tuple[Block, ...]]:
        """What stands on the pages as it is chosen now, to be put together off the screen's thread; nothing where nothing may."""

    @abstractmethod
    def cover_title(self) -> str:
        """What stands on a page before all others, or nothing."""

    @abstractmethod
    def called(self) -> str:
        """What the paper is called in one's own export log."""

    @abstractmethod
    def typed(self, phrase: str) -> bool:
        """Whether this person, or both, typed these words somewhere, and did not only pick them."""

    def leave_out(self, phrase: str) -> None:
        """Leave these words out, wherever this person or both said them."""
        if not phrase.strip():
            self.change(trouble=_("Select some words first."))
        elif not self.typed(phrase):
            self.change(trouble=_("Nobody typed just these words in one go. Select fewer, or take the tick away."))
        elif phrase not in self.state.left_out:
            self.change(left_out=(*self.state.left_out, phrase), trouble="")
            self.anew()

    def put_back(self, phrase: str) -> None:
        """Let these words stand after all."""
        self.change(left_out=tuple(one for one in self.state.left_out if one != phrase))
        self.anew()

    def about_written(self) -> None:
        """Called off the screen's thread once the paper has left."""

    # looking

    def anew(self) -> None:
        """Make the pages again, as they are now."""
        self._paging.stop()
        self._paging = paging = Paging()
        self._made = None
        draft, title, look = self.draft(), self.cover_title(), self.state.look
        self.change(written="")

        def work() -> tuple[Made | None, Look, tuple[str, ...]]:
            paging.go_on()  # while somebody types, most of these are outdated before their turn comes
            blocks = draft()
            if not blocks:
                return None, Look(wide=look.wide), ()
            made = self._printer.make(title, blocks, paging)
            return made, self._looked_at(made, look.at, look.wide), self._printer.unprintable(blocks)

        def done(found: tuple[Made | None, Look, tuple[str, ...]]) -> None:
            if paging is self._paging:
                self._made, look, unprintable = found
                self.change(look=look, unprintable=unprintable)

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

    def write(self, target: str, to: str = "", why: str = "", form: Form = "pdf", passphrase: str = "") -> None:
        """Write the file: whole, or not at all; a PDF behind a passphrase, if there is one, which is kept nowhere.

        Whom it is for and why is kept in one's own export log alone.
        """
        path = Path(target).expanduser()
        if path.suffix in ENDINGS.values():
            path = path.with_suffix(ENDINGS[form])
        self._begin()
        made, paging, draft, title = self._made, self._paging, self.draft(), self.cover_title()

        def work() -> str:
            blocks = draft()
            if not blocks:
                raise Trouble("nothing-ticked")
            if form == "pdf":
                digest = self._printer.keep(made or self._printer.make(title, blocks, paging), path, passphrase or None)
            else:
                digest = self._printer.write_as(form, blocks, path)
            self._note(to or path.name, why, digest)
            return str(path)

        self._jobs.run(work, lambda written: self.change(busy=False, written=written), self._failed)

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
                self.change(busy=False)
                return
            self.change(pages=page + 1)
            if page + 1 < made.pages:
                give(page + 1)
            else:
                device.over(True)
                self._jobs.run(lambda: self._note(to or _("printed"), why, ""), lambda _none: self._printed(), self._failed)

        def failed(error: Exception) -> None:
            device.over(False)
            self._failed(error)

        give(0)

    def _printed(self) -> None:
        self.change(busy=False, written=_("the printer"))

    def stop(self) -> None:
        """Stop what is under way; nothing of it stays anywhere."""
        self._paging.stop()

    def _begin(self) -> None:
        if self._paging.stopped:
            self._paging = Paging()
        self.change(busy=True, pages=0, trouble="", written="")
        self._tell()

    def _tell(self) -> None:
        """While it lasts, how many pages are done."""
        if self.state.busy:
            if self._paging.pages > self.state.pages:
                self.change(pages=self._paging.pages)
            self._clock.after(LOOK, self._tell)

    def _note(self, to: str, why: str, digest: str) -> None:
        self._space().exported(" · ".join(part for part in (self.called(), why.strip()) if part), to.strip(), digest)
        self.about_written()

    def _failed(self, error: Exception) -> None:
        stopped = isinstance(error, Trouble) and error.code == "stopped"
        if not stopped or self.state.busy:
            self.change(busy=False, trouble=words.trouble(error))

    def leave(self, then: Callable[[], None]) -> None:
        """What is under way stops first."""
        self.stop()
        then()
