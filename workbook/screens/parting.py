"""Leaving a notebook, with one's own into another one or out of it for good; each page says what it cannot reach (G19)."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path

from msgspec import Struct

from workbook.couple.people import PersonId
from workbook.couple.ports import Jobs, Notebook
from workbook.screens import words
from workbook.screens.places import typed_place
from workbook.screens.screen import Screen


class SplitState(Struct, frozen=True, kw_only=True):
    """The partner's name, whether a passphrase is asked for, where the new notebook goes."""

    partner: str
    protected: bool
    folder: str = ""
    busy: bool = False
    fault: str = ""


def what_a_split_does(partner: str) -> tuple[str, ...]:
    """What it does, what it leaves out, and what it cannot reach: one paragraph each."""
    told = (
        _(
            "You get a notebook of your own, in a new folder: all you wrote, and a copy of what you two opened or wrote together. "
            "It opens as your space does now, and with nothing that {name} has."
        ),
        _(
            "This notebook stays exactly as it is. {name} is told nothing, and nothing in here shows that you did this. "
            "The new folder itself can be seen by anyone who looks where you put it: a memory stick or another computer "
            "is safer than this one."
        ),
        _(
            "Not in it: what {name} has not opened. What you sealed and did not open is yours alone again. "
            "In the new notebook nothing for two goes on; what was opened is there to read. A recovery code does not come "
            "along.\n\n"
            "Letters that nobody has to get come along, each under a new key. Burning one there does not burn it here."
        ),
        _(
            "What this cannot reach: this notebook, which {name} can open as before, with what you two opened; backups and copies "
            "of it; papers you printed."
        ),
    )
    return tuple(one.replace("{name}", partner) for one in told)


class SplitScreen(Screen[SplitState]):
    """Makes a notebook of one's own beside this one."""

    def __init__(
        self, me: PersonId, notebook: Notebook, jobs: Jobs, partner: str, *, done: Callable[[str], None], back: Callable[[], None]
    ) -> None:
        self._me, self._notebook, self._jobs, self._done, self.back = me, notebook, jobs, done, back
        super().__init__(SplitState(partner=partner, protected=_protected(notebook, me)))

    def put_in(self, folder: str) -> None:
        """Put the new folder inside this one."""
        self.change(folder=str(Path(folder) / "notebook"), fault="")

    def go(self, folder: str, passphrase: str) -> None:
        """Make it; this takes a moment on purpose."""
        if self.state.busy:
            return
        place = typed_place(folder.strip())
        if not folder.strip() or not place.is_absolute():
            self.change(fault=_("Choose first where the new folder should be made."))
            return
        self.change(busy=True, fault="", folder=str(place))
        secret = passphrase if self.state.protected else None
        self._jobs.run(
            lambda: self._notebook.split(self._me, secret, place),
            lambda _none: self._done(str(place)),
            lambda error: self.change(busy=False, fault=words.trouble(error)),
        )


class RemoveState(Struct, frozen=True, kw_only=True):
    """The partner's name, or nothing where nobody stays; what is to be typed before anything goes."""

    partner: str
    protected: bool
    word: str
    busy: bool = False
    fault: str = ""


def what_removing_does(partner: str) -> tuple[str, ...]:
    """What it does, what stays, and what it cannot reach: one paragraph each."""
    if not partner:
        return (
            _(
                "The whole notebook is deleted, at once and for good: all you wrote, what was shared, its backups in this folder, "
                "and the folder, unless something else lies in it. Nobody can bring it back, not even you."
            ),
            _("What this cannot reach: copies of the folder in other places, files you wrote out, papers you printed."),
        )
    told = (
        _(
            "You are deleted out of this notebook, at once and for good: all you wrote alone, what you sealed, your key, your "
            "name, your picture at the door. Where something of yours was open, {name} sees *Taken back.* from then on. "
            "Nobody can bring it back, not even you."
        ),
        _(
            "What stays: what you two wrote as one answer, because it is {name}'s too. {name} keeps the notebook, and their own "
            "words in it. {name} is told nothing, but sees that your picture is gone."
        ),
        _(
            "What this cannot reach: backups in this folder keep what you two had opened until they are replaced, and {name} can "
            "open that. So do copies in other places, files written out, papers, and what was read."
        ),
        _("To take your own words with you, go back first and choose *A notebook of your own* or *Everything of mine*."),
    )
    return tuple(one.replace("{name}", partner) for one in told)


class RemoveScreen(Screen[RemoveState]):
    """Deletes oneself out of the notebook."""

    def __init__(
        self,
        me: PersonId,
        notebook: Notebook,
        jobs: Jobs,
        partner: str,
        *,
        done: Callable[[tuple[str, ...]], None],
        back: Callable[[], None],
    ) -> None:
        self._me, self._notebook, self._jobs, self._done, self.back = me, notebook, jobs, done, back
        super().__init__(RemoveState(partner=partner, protected=_protected(notebook, me), word=_("delete")))

    def go(self, typed: str) -> None:
        """Do it, once the passphrase was typed again, or the word where there is none."""
        if self.state.busy:
            return
        if not self.state.protected and typed.strip().casefold() != self.state.word.casefold():
            self.change(fault=_("To go on, type this word: {word}").replace("{word}", self.state.word))
            return
        self.change(busy=True, fault="")
        self._jobs.run(
            lambda: self._notebook.remove(self._me, typed if self.state.protected else None),
            self._done,
            lambda error: self.change(busy=False, fault=words.trouble(error)),
        )


def _protected(notebook: Notebook, me: PersonId) -> bool:
    return next(door.protected for door in notebook.doors() if door.id == me)
