"""A paper of what was said, while it is made: words left out, and the ways it can leave; the same for every such paper (G21)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from gettext import gettext as _
from typing import TypeVar

from workbook.content.blocks import Block
from workbook.couple.paper import DRAWN, ENDINGS, Form, Made, Paging
from workbook.couple.ports import Clock, Jobs, Printer, Space
from workbook.screens.pages import PagesScreen, PagesState, Place, Ready
from workbook.screens.places import typed_place
from workbook.screens.weighing import Weighing
from workbook.trouble import Trouble

S = TypeVar("S", bound="MakingState")


class MakingState(PagesState, frozen=True, kw_only=True):
    """The same, and the words that are left out; `form` is what it is made as, `advice` what to think of its passphrase.

    `to` and `why`: whom it is for, as it was typed. `before` is who chose before this person, `next_name` who chooses after.
    """

    place: Place = "choosing"
    left_out: tuple[str, ...] = ()
    form: Form = "pdf"
    advice: str = ""
    to: str = ""
    why: str = ""
    before: str = ""
    next_name: str = ""

    def counted(self) -> tuple[int, int]:
        """How many are ticked, and of how many."""
        return 0, 0

    def chosen(self) -> str:
        """How much is ticked, and who chose before."""
        n, of = self.counted()
        if self.before:
            said = _("{name} has ticked. You: {n} of {all}").replace("{name}", self.before)
        else:
            said = _("{n} of {all} ticked") if n else _("Nothing is ticked yet")
        told = said.replace("{n}", str(n)).replace("{all}", str(of))
        return " · ".join((told, _("some words left out"))) if self.left_out else told


class MakingScreen(PagesScreen[S]):
    """Makes what was said into a paper that can leave, and notes in its author's own log that it did."""

    def __init__(self, state: S, printer: Printer, jobs: Jobs, clock: Clock, space: Callable[[], Space]) -> None:
        self._space = space
        super().__init__(state, printer, jobs, clock)
        self._weighing = Weighing(jobs, self.names, lambda advice: self.change(advice=advice))

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

    @abstractmethod
    def names(self) -> tuple[str, ...]:
        """Names that someone close would try first as a passphrase."""

    def hand_on(self) -> None:
        """Everything of mine is chosen: the turn of whoever is next."""

    def is_for(self, to: str, why: str) -> None:
        """Whom it is for, and what for."""
        self.change(to=to, why=why)

    def weigh(self, passphrase: str) -> None:
        """What to think of a passphrase, while it is typed."""
        self._weighing.weigh(passphrase)

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

    def about_written(self, to: str, digest: str) -> None:
        """Called off the screen's thread once the paper has left."""

    # looking

    def as_what(self, form: Form) -> None:
        """Make it as this; what is only written to be edited is looked at as the PDF it comes from."""
        before = self.state.form
        self.change(form=form)
        if (before == "cards") != (form == "cards"):
            self.anew()

    def making(self) -> Callable[[Paging], Ready]:
        """The pages, or the cards, from what is chosen now."""
        draft, title, cards = self.draft(), self.cover_title(), self.state.form == "cards"

        def make(paging: Paging) -> Ready:
            blocks = draft()
            if not blocks:
                return Ready(None)
            return Ready(self._printer.make(title, blocks, paging, cards=cards), self._printer.unprintable(blocks))

        return make

    # leaving

    def write(self, target: str, to: str = "", why: str = "", passphrase: str = "", again: str = "") -> None:
        """Write the file: whole, or not at all; a PDF behind a passphrase, if there is one, typed twice and kept nowhere.

        Whom it is for and why is kept in one's own export log alone.
        """
        if passphrase != again:
            self.change(trouble=_("The two passphrases are not the same. Type them once more."), written="", printed=False)
            return
        path, form = typed_place(target), self.state.form
        if path.suffix in ENDINGS.values():
            path = path.with_suffix(ENDINGS[form])
        make, draft = self.making(), self.draft()

        def write(made: Made | None) -> str:
            if form in DRAWN:
                return self._printer.keep(self.ready(made, make), path, passphrase or None)
            blocks = draft()
            if not blocks:
                raise Trouble("nothing-ticked")
            return self._printer.write_as(form, blocks, path, self.paging)

        self.leave_as(path, write, to, why)

    def left(self, to: str, why: str, digest: str) -> None:
        """A line in one's own export log."""
        self._space().exported(" · ".join(part for part in (self.called(), why.strip()) if part), to.strip(), digest)
        self.about_written(to.strip(), digest)
