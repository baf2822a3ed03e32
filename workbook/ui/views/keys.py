"""One's own key: passphrase, recovery code, PIN."""

from __future__ import annotations

from gettext import gettext as _

from PySide6.QtWidgets import QLineEdit

from workbook.screens import words
from workbook.screens.keys import (
    CodeScreen,
    CodeState,
    PassphraseScreen,
    PassphraseState,
    PinScreen,
    PinState,
    RecoverScreen,
    RecoverState,
)
from workbook.ui.parts.line import labelled, secret_line, single_line
from workbook.ui.parts.page import Page
from workbook.ui.parts.picture import Picture
from workbook.ui.parts.prose import Words
from workbook.ui.view import PageView, button
from workbook.ui.words import door_name


def _lines(page: Page, *labels: str) -> list[QLineEdit]:
    """Lines whose letters do not show, each under its label."""
    made: list[QLineEdit] = []
    for label in labels:
        made.append(secret_line(label))
        page.add(labelled(label, made[-1]))
    return made


def _show_fault(line: Words, fault: str) -> None:
    line.setText(fault)
    line.setVisible(bool(fault))


class PassphraseView(PageView[PassphraseScreen]):
    """Says what it does and what it cannot reach, then asks."""

    def build(self, page: Page, state: PassphraseState) -> None:
        """The words, the lines, the button."""
        title, text, do = _said(state)
        page.title(title)
        for paragraph in text:
            page.say(paragraph)
        asked = [] if state.task == "set" else [_("The passphrase of now")]
        wished = [] if state.task == "remove" else [_("The new passphrase"), _("The same once more")]
        lines = _lines(page, *asked, *wished)
        self._old = lines[0] if asked else None
        self._new = lines[len(asked) :]
        self._advice = page.add(Words("", "small", quiet=True))
        if self._new:
            self._new[0].textEdited.connect(self.presenter.weigh)
        lines[-1].returnPressed.connect(self._go)
        self._fault = page.add(Words("", "text"))
        page.lead_on(button(do, self._go, "primary"), button(_("Back"), self.presenter.back))
        self.always_there()

    def update_page(self, page: Page, state: PassphraseState) -> None:
        """What is to be said of it."""
        self._advice.setText(state.advice)
        self._advice.setVisible(bool(self._new))
        _show_fault(self._fault, state.fault)
        working = words.done(state.share) if state.share else _("Working … this takes a moment on purpose.")
        page.note(working if state.busy else "")

    def _go(self) -> None:
        new, again = (line.text() for line in self._new) if self._new else ("", "")
        self.presenter.go(self._old.text() if self._old else "", new, again)


def _said(state: PassphraseState) -> tuple[str, tuple[str, ...], str]:
    """Title, words and button for what is being done."""
    if state.task == "change":
        return (
            _("Another passphrase"),
            (
                _("It then opens your space here and your part of the backups in this folder. The old one no longer does."),
                _("If somebody may know the old one, go back and choose *Somebody knows it*: older copies still open with it."),
            ),
            _("&Change it"),
        )
    if state.task == "renew":
        return (
            _("Somebody knows it"),
            (
                _(
                    "You get new keys, and everything of yours is locked anew: your space, what you share, backups in this folder. "
                    "The old passphrase opens none of it any more."
                ),
                _(
                    "What was read before stays read. Copies of the folder in other places still open with the old passphrase. "
                    "A recovery code from before no longer works."
                ),
            ),
            _("&Make new keys"),
        )
    if state.task == "set":
        return (
            _("Set a passphrase"),
            (
                _("Your space is locked anew, and opens only with it. *If it is lost, what you wrote alone is lost too.*"),
                _("Copies of the folder made before, in other places, open without it."),
            ),
            _("&Set it"),
        )
    return (
        _("Go without a passphrase"),
        (
            _("Anyone at this computer can then open your space. What you put aside is behind a curtain, not behind a lock."),
            _("A recovery code is no longer needed, and goes."),
        ),
        _("&Go without"),
    )


class CodeView(PageView[CodeScreen]):
    """What a code is; the code, once; two of its groups."""

    def page_key(self, state: CodeState) -> object:
        """A page for each stage."""
        return state.stage, state.groups

    def build(self, page: Page, state: CodeState) -> None:
        """One of the three stages."""
        page.title(_("A recovery code"))
        {"about": self._about, "show": self._code, "check": self._check}[state.stage](page, state)
        self.always_there()

    def update_page(self, page: Page, state: CodeState) -> None:
        """What was wrong, and where the page is."""
        _show_fault(self._fault, state.fault)
        page.note(_("Working … this takes a moment on purpose.") if state.busy else "")

    def _about(self, page: Page, state: CodeState) -> None:
        page.say(_("A long code on paper opens your space if the passphrase is lost. Without one, your own words are lost then."))
        page.say(_("Who finds the paper can open your space. Keep it where only you look, or do without."))
        if state.there:
            page.say(_("You have one. A new one ends it. It cannot be shown again."))
        ways = [button(_("&Make a code"), self.presenter.make, "primary")]
        if state.there:
            (self._line,) = _lines(page, _("To end the one you have: your passphrase"))
            ways.append(button(_("&End the one I have"), lambda: self.presenter.end(self._line.text())))
        self._fault = page.add(Words("", "text"))
        page.lead_on(*ways, button(_("Back"), self.presenter.back))

    def _code(self, page: Page, state: CodeState) -> None:
        page.say(_("Write it down, or print it. It is shown only now. Check who can see the screen."))
        for at in range(0, len(state.groups), 4):
            page.add(Words("   ".join(state.groups[at : at + 4]), "title"))
        page.say(_("There is no O and no I in it: these are zero and one."), quiet=True)
        self._fault = page.add(Words("", "text"))
        page.lead_on(
            button(_("I &have it on paper"), self.presenter.check, "primary"),
            button(_("P&rint it …"), self.presenter.print),
            button(_("Back"), self.presenter.back),
        )

    def _check(self, page: Page, state: CodeState) -> None:
        page.say(_("Type two groups from your paper, so that it is sure to be right. Then your passphrase."))
        number = _("Group {n}")
        labels = [number.replace("{n}", str(at + 1)) for at in state.asked]
        self._groups = []
        for label in labels:
            self._groups.append(single_line(label, kind="ask"))
            page.add(labelled(label, self._groups[-1]))
        (self._line,) = _lines(page, _("Your passphrase"))
        self._line.returnPressed.connect(self._keep)
        self._fault = page.add(Words("", "text"))
        page.lead_on(
            button(_("&Keep this code"), self._keep, "primary"),
            button(_("&Look at the code again"), self.presenter.show_again),
            button(_("Back"), self.presenter.back),
        )

    def _keep(self) -> None:
        first, second = self._groups
        self.presenter.keep(first.text(), second.text(), self._line.text())


class RecoverView(PageView[RecoverScreen]):
    """The code, and a new passphrase."""

    def build(self, page: Page, state: RecoverState) -> None:
        """Three lines."""
        page.add(Picture(state.door.picture, state.door.colour))
        page.title(door_name(state.door))
        page.say(_("The code from your paper, eight groups and two letters. Gaps and capital letters do not matter."))
        self._code = page.add(single_line(_("The recovery code"), kind="ask"))
        self._new, self._again = _lines(page, _("A new passphrase"), _("The same once more"))
        self._new.textEdited.connect(self.presenter.weigh)
        self._again.returnPressed.connect(self._go)
        self._advice = page.add(Words("", "small", quiet=True))
        self._fault = page.add(Words("", "text"))
        page.lead_on(button(_("Come &in"), self._go, "primary"), button(_("Back"), self.presenter.back))
        self.always_there()

    def update_page(self, page: Page, state: RecoverState) -> None:
        """What is to be said of it."""
        self._advice.setText(state.advice)
        _show_fault(self._fault, state.fault)
        page.note(_("Opening … this takes a moment on purpose.") if state.busy else "")

    def _go(self) -> None:
        self.presenter.go(self._code.text(), self._new.text(), self._again.text())


class PinView(PageView[PinScreen]):
    """A few digits, twice."""

    def build(self, page: Page, state: PinState) -> None:
        """What it stands in for and when it ends."""
        page.title(_("A PIN for this evening"))
        page.say(
            _(
                "It stands in for your passphrase when you pass the computer to and fro. It is kept nowhere. It is gone when the "
                "notebook is locked, covered or closed, and after three wrong tries."
            )
        )
        page.say(_("It is weaker than a passphrase: who sees you type it can open your space this evening."))
        if state.there:
            page.say(_("There is one now."))
        self._first, self._again = _lines(page, _("Four digits or more"), _("The same once more"))
        self._again.returnPressed.connect(self._set)
        self._fault = page.add(Words("", "text"))
        end = [button(_("&End the PIN"), self.presenter.end)] if state.there else []
        page.lead_on(button(_("&Use it"), self._set, "primary"), *end, button(_("Back"), self.presenter.back))
        self.always_there()

    def update_page(self, page: Page, state: PinState) -> None:
        """What was missing."""
        _show_fault(self._fault, state.fault)
        page.note(_("Working …") if state.busy else "")

    def _set(self) -> None:
        self.presenter.set(self._first.text(), self._again.text())
