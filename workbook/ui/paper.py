"""A paper on its way: what stands on it, its pages, the ways it can leave, and where it went; one page of the window for each."""

from __future__ import annotations

from gettext import gettext as _
from typing import Any, TypeVar

from PySide6.QtGui import QPalette, QResizeEvent

from workbook.screens.making import MakingScreen, MakingState
from workbook.screens.pages import PagesScreen, PagesState, Place
from workbook.ui.parts.buttons import Button, Manner, plainly
from workbook.ui.parts.column import WIDTH
from workbook.ui.parts.filing import Filing, Target, printed, progress
from workbook.ui.parts.page import Page
from workbook.ui.parts.printing import about_queues
from workbook.ui.parts.prose import Words
from workbook.ui.parts.sheet import A4
from workbook.ui.parts.sheets import LEAST, Desk, Sheets, called
from workbook.ui.theme import space, typed
from workbook.ui.view import PageView, button

P = TypeVar("P", bound=PagesScreen[Any])

LARGE = 24
"""With letters that ask for more than so many pixels of room, what is chosen is not noted beside the buttons."""

AROUND = 88
"""What stands above and below a page that is looked at, in steps of space."""


class WayView(PageView[P]):
    """One obvious next thing at a time; each view says what there is to choose."""

    FIRST: Place = "choosing"
    """What it begins with."""

    @property
    def change_words(self) -> str:
        """The way from the pages to what there is to choose, or nothing."""
        return ""

    def about(self, page: Page, state: Any) -> None:
        """What it is, above its pages."""
        typed(page.title(_("The pages as they will be")), "heading")  # a smaller one leaves more room for the pages

    def show_about(self, state: Any) -> None:
        """What may change above its pages."""

    def choosing(self, page: Page, state: Any) -> None:
        """What stands on it, and how it is made."""

    def chosen_page_key(self, state: Any) -> object:
        """A new page when there is something else to choose from."""

    def show_chosen(self, state: Any) -> None:
        """What is chosen now."""

    def taken(self) -> None:
        """What was typed a moment ago counts before somebody goes on."""

    def called(self, state: Any) -> str:
        """What the paper is, in a few words."""
        return str(state.title)

    def line(self, state: Any) -> str:
        """What the paper is and what was chosen for it."""
        return _told(self.called(state), state.chosen())

    # one page of the window for each

    def page_key(self, state: PagesState) -> object:
        if state.place == "choosing":
            return state.place, self.chosen_page_key(state)
        return state.place, state.place == "looking" and (state.look.count > 0, state.stand == "stopped")

    def build(self, page: Page, state: PagesState) -> None:
        self._said = ""
        self._at = (state.look.at, state.look.count)
        {"choosing": self._choose, "looking": self._look, "leaving": self._leave, "gone": self._gone}[state.place](page, state)
        self.always_there()

    def update_page(self, page: Page, state: PagesState) -> None:
        if state.place == "choosing":
            self.show_chosen(state)
            self._desk.show_state(state)
        elif state.place == "looking":
            self.show_about(state)
            self._chosen.setText(self.line(state))
            self._chosen.setVisible(bool(self.line(state)))
            self._unprintable.setText(_cannot(state))
            self._unprintable.setVisible(bool(state.unprintable))
            self._sheets.show_state(state)
            self._tell_page(state)
        elif state.place == "leaving":
            self._goes.setText(_("It will be this file: {file}").replace("{file}", state.folder))
            self._target.show_state(state)
            self._stop.setVisible(state.busy)
            self._trouble.setText(state.trouble)
            self._trouble.setVisible(bool(state.trouble))
            if self._filing is not None and isinstance(state, MakingState):
                self._filing.show_state(state)
        page.note(self._noted(state))
        if state.trouble and state.trouble != self._said and state.place == "leaving":
            page.bring(self._trouble)
        self._said = state.trouble

    def _choose(self, page: Page, state: PagesState) -> None:
        self.choosing(page, state)
        self._desk = Desk(self.presenter)
        page.side(self._desk, space(LEAST))
        look = button(_("&Look at the pages"), self._on_look, "quiet" if self._hands_on(state) else "primary")
        page.lead_on(*self._handing_on(state), look, *self._back("choosing"))

    def _look(self, page: Page, state: PagesState) -> None:
        page.column.headed = True  # the pages need the room above
        page.gap(2)
        self.about(page, state)
        self._chosen = Words("", "small", quiet=True)
        back = self._back("looking")
        change = [self._to("choosing", self.change_words, "plain" if back else "quiet")] if self.change_words else []
        page.add_row(self._chosen, *(change if back else []))
        self._unprintable = page.add(Words("", "text"))
        self._sheets = page.add(Sheets(self.presenter))
        page.lead_on(*self._handing_on(state), *self._onward(state), *(back or change))
        self._widen()

    def _leave(self, page: Page, state: PagesState) -> None:
        page.where(self.called(state))
        page.title(_("Print it, or keep it as a file"))
        page.say(_told(_counted(state.look.count), state.chosen()), quiet=True)
        self._trouble = page.add(Words("", "label"))
        self._trouble.setForegroundRole(QPalette.ColorRole.BrightText)
        self._goes = page.add(Words(""))
        self._target = page.add(Target(self.presenter, state))
        self._filing: Filing | None = None
        if isinstance(self.presenter, MakingScreen):
            self._filing = page.add(Filing(self.presenter, self._target))
        page.gap(1)
        page.say(_("Once it is there, it is an ordinary file that anyone at this computer can open."), quiet=True)
        page.say(about_queues(), quiet=True)
        self._stop = button(_("S&top"), self.presenter.stop)
        write, on_paper = button(_("&Write the file"), self._write, "primary"), button(_("P&rint …"), self._print)
        page.lead_on(write, on_paper, self._stop, self._to("looking", _("&Back to the pages")))

    def _gone(self, page: Page, state: PagesState) -> None:
        page.where(self.called(state))
        page.title(_("It is on its way to the printer.") if state.printed else _("It is written."))
        if state.written:
            page.add(Words(_("It is here: {file}").replace("{file}", state.written)))
        page.say(about_queues() if state.printed else _("It is an ordinary file now. Anyone at this computer can open it."))
        if isinstance(self.presenter, MakingScreen):
            page.say(_("A line about it stands in your own list of what you put on paper."), quiet=True)
        page.lead_on(button(_("&Done"), self.presenter.back, "primary"), self._to("leaving", _("Print or &write it once more")))

    # what is pressed

    def _back(self, place: Place) -> list[Button]:
        """Out of it, where it began."""
        return [button(_("&Back"), self.presenter.back)] if place == self.FIRST else []

    def _hands_on(self, state: PagesState) -> str:
        return str(getattr(state, "next_name", ""))

    def _onward(self, state: PagesState) -> list[Button]:
        """What comes after looking; nothing while there is nothing to look at."""
        if state.stand == "stopped":
            return [button(_("&Make the pages"), self.presenter.anew, "primary")]
        if not state.look.count:
            return []
        if self._hands_on(state):
            return [self._to("leaving", _("Print or &write it with my words only"))]
        return [self._to("leaving", _("Print or &write it"), "primary")]

    def _handing_on(self, state: PagesState) -> list[Button]:
        """The turn of whoever chooses next."""
        name = self._hands_on(state)
        words = plainly(_("Now {name} ticks").replace("{name}", name))
        return [button(words, self._on_hand_on, "primary")] if name else []

    def _to(self, place: Place, words: str, manner: Manner = "quiet") -> Button:
        return button(words, lambda: self.presenter.go(place), manner)

    def _on_look(self) -> None:
        self.taken()
        self.presenter.go("looking")

    def _on_hand_on(self) -> None:
        self.taken()
        if isinstance(self.presenter, MakingScreen):
            self.presenter.hand_on()

    def _write(self) -> None:
        if self._filing is not None:
            self._filing.write()
        else:
            self.presenter.write(self.presenter.state.folder)

    def _print(self) -> None:
        state = self.presenter.state
        printed(self, self.presenter, getattr(state, "to", ""), getattr(state, "why", ""))

    # how large a page is

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()
        if self.presenter.state.place == "choosing":
            self.page.note(self._noted(self.presenter.state))

    def _widen(self) -> None:
        """A page that is looked at is as wide as a column, or wider where it is seen whole all the same."""
        if self.presenter.state.place == "looking":
            whole = (self.window().height() - space(AROUND)) / A4
            self.page.widen(max(WIDTH, whole * WIDTH / space(WIDTH)))

    def _noted(self, state: PagesState) -> str:
        """How far it is, what went wrong, or what is chosen where no pages stand beside it to say so."""
        if state.place == "choosing" and not state.trouble:
            return state.chosen() if self._desk.isHidden() and space(4) <= LARGE else ""
        return progress(state) if state.busy else "" if state.place == "leaving" else state.trouble

    def _tell_page(self, state: PagesState) -> None:
        """Which page it is now, for whoever does not see it."""
        at = (state.look.at, state.look.count)
        if state.look.count and at != self._at:
            self.announce(called(*at))
        self._at = at


def _told(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _counted(count: int) -> str:
    return called(0, 1) if count == 1 else _("{n} pages").replace("{n}", str(count))


def _cannot(state: PagesState) -> str:
    cannot = _("Paper cannot show these characters yet; a mark stands in their place: {all}")
    return cannot.replace("{all}", "  ".join(state.unprintable))
