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
        self._line.setReadOnly(state.busy)  # put out of use, it would let the keyboard go to what stands below
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
        page.say(_("For one person: check who can see the screen."))
        page.say(
            _(
                "A passphrase locks what you write alone. *Lose it, and those words are lost.* "
                "Without one, anyone here can come in as you."
            )
        )
        page.say(
            _(
                "It cannot stop someone who sees you type or makes you tell. If it could bring you trouble, "
                "go without, and write only what others may read."
            )
        )
        first, again = _("A passphrase: a few words"), _("Once more")
        self._first, self._again = secret_line(first), secret_line(again)
        for label, line in ((first, self._first), (again, self._again)):
            page.add(labelled(label, line))
        self._advice = page.add(Words("", "small", quiet=True))
        self._first.textEdited.connect(self.presenter.weigh)
        self._first.returnPressed.connect(self._again.setFocus)
        self._again.returnPressed.connect(self._begin)
        self._named = page.add(Tick(_("Show my name at the door")))
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
            line.setReadOnly(state.busy)
        page.note(_("Making your key … this takes a moment on purpose.") if state.busy else state.fault)

    def _begin(self) -> None:
        self.presenter.begin(self._first.text(), self._again.text(), self._named.isChecked())

    def _without(self) -> None:
        self.presenter.without(self._named.isChecked())
