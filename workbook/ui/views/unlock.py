"""Coming in, and the first turn."""

from __future__ import annotations

from gettext import gettext as _

from workbook.screens.unlock import FirstTurnScreen, FirstTurnState, UnlockScreen, UnlockState
from workbook.ui.parts.line import labelled, secret_line
from workbook.ui.parts.options import Tick
from workbook.ui.parts.page import Page
from workbook.ui.parts.picture import Picture
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button
from workbook.ui.words import door_name


class UnlockView(PageView[UnlockScreen]):
    """Asks for the passphrase; a person without one only presses on."""

    def page_key(self, state: UnlockState) -> object:
        """Another page when the PIN no longer stands in."""
        return state.pin

    def build(self, page: Page, state: UnlockState) -> None:
        """The picture, the line, the way in."""
        page.add(Picture(state.door.picture, state.door.colour))
        page.title(door_name(state.door))
        label = _("Your PIN") if state.pin else _("Your passphrase")
        self._line = secret_line(label)
        if state.door.protected:
            page.add(labelled(label, self._line))
            self._line.returnPressed.connect(self._enter)
        else:
            page.say(_("This space has no passphrase. Anyone who presses the button comes in."))
        self._fault = page.add(Words("", "text"))
        other = [button(_("The &passphrase instead"), self.presenter.by_passphrase)] if state.pin else []
        code = [button(_("I have a recovery &code"), self.presenter.with_code, "plain")] if state.code else []
        page.lead_on(button(_("Come &in"), self._enter, "primary"), *other, button(_("Back"), self.presenter.back))
        if code:
            page.add_row(*code)
        self.always_there()

    def update_page(self, page: Page, state: UnlockState) -> None:
        """Whether it is opening, and what was wrong."""
        self._fault.setText(state.fault)
        self._fault.setVisible(bool(state.fault))
        self._line.setEnabled(not state.busy)
        page.note(_("Opening … this takes a moment on purpose.") if state.busy else "")
        if state.fault:
            self._line.selectAll()
            self._line.setFocus()

    def _enter(self) -> None:
        self.presenter.enter(self._line.text())


class FirstTurnView(PageView[FirstTurnScreen]):
    """Sets a passphrase, or does without, after one honest paragraph."""

    def build(self, page: Page, state: FirstTurnState) -> None:
        """What it does, what losing it means, what going without means; then two lines."""
        page.add(Picture(state.door.picture, state.door.colour))
        page.title(_("A key of your own"))
        page.say(_("This page is for one person. Check who can see the screen."))
        page.say(
            _(
                "A passphrase locks what you write alone. Without it, nobody can read that from this computer. "
                "*If it is lost, those words are lost too*: nobody can open them again, not even the people who made this."
            )
        )
        page.say(
            _(
                "It does not help against someone who watches you type, or who can make you tell. If having one could bring you "
                "trouble, you can go without. Then write only what others may read."
            )
        )
        if state.for_two:
            page.say(
                _(
                    "With two people at one computer it is worth having. Without it, anyone here can come in as you, and what "
                    "you put aside is behind a curtain, not behind a lock."
                )
            )
        page.say(_("A few plain words in a row are good: easy for you, hard to guess for someone who knows you."), quiet=True)
        self._first, self._again = secret_line(_("A passphrase")), secret_line(_("The same once more"))
        for label, line in ((_("A passphrase"), self._first), (_("The same once more"), self._again)):
            page.add(labelled(label, line))
        self._advice = page.add(Words("", "small", quiet=True))
        self._first.textEdited.connect(self.presenter.weigh)
        self._first.returnPressed.connect(self._again.setFocus)
        self._again.returnPressed.connect(self._begin)
        self._named = page.add(Tick(_("Show my name on the first page. Without this, only my picture shows.")))
        page.lead_on(
            button(_("Set it and come &in"), self._begin, "primary"),
            button(_("Go &without one"), self._without),
            button(_("Back"), self.presenter.back),
        )
        self.always_there()

    def update_page(self, page: Page, state: FirstTurnState) -> None:
        """Whether it is being made, and what was missing."""
        self._advice.setText(state.advice)
        self._advice.setVisible(bool(state.advice))
        for line in (self._first, self._again):
            line.setEnabled(not state.busy)
        page.note(_("Making your key … this takes a moment on purpose.") if state.busy else state.fault)

    def _begin(self) -> None:
        self.presenter.begin(self._first.text(), self._again.text(), self._named.isChecked())

    def _without(self) -> None:
        self.presenter.without(self._named.isChecked())
