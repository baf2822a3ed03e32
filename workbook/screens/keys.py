"""One's own key: another passphrase or new keys, a recovery code and coming in with it, a PIN for the sitting."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _
from pathlib import Path
from secrets import SystemRandom
from typing import Literal

from msgspec import Struct

from workbook.content.blocks import Block, Heading, Prose, Table
from workbook.couple import pin, recovery
from workbook.couple.backups import Progress
from workbook.couple.people import Door, PersonId
from workbook.couple.ports import Clock, Jobs, Notebook
from workbook.screens import words
from workbook.screens.progress import follow
from workbook.screens.screen import Screen
from workbook.screens.weighing import Weighing

Task = Literal["change", "renew", "set", "remove"]


def fault_in(new: str, again: str) -> str:
    """What keeps two lines from being a new passphrase; its strength never does."""
    if not new:
        return _("Type a passphrase first.")
    return "" if new == again else _("The two are not the same. Type them once more.")


class PassphraseState(Struct, frozen=True, kw_only=True):
    """What is being done, what is asked for it, and how much is done, from 0 to 1, where that takes long."""

    task: Task
    busy: bool = False
    share: float = 0.0
    fault: str = ""
    advice: str = ""


class PassphraseScreen(Screen[PassphraseState]):
    """Changes the passphrase, makes new keys because somebody knows it, sets a first one, or goes without."""

    def __init__(
        self,
        task: Task,
        me: PersonId,
        notebook: Notebook,
        jobs: Jobs,
        clock: Clock,
        *,
        done: Callable[[tuple[str, ...]], None],
        back: Callable[[], None],
    ) -> None:
        self._me, self._notebook, self._jobs, self._clock, self._done, self.back = me, notebook, jobs, clock, done, back
        self._weighing = Weighing(jobs, lambda: known(notebook), lambda advice: self.change(advice=advice))
        super().__init__(PassphraseState(task=task))

    def weigh(self, typed: str) -> None:
        """A word on what is being typed."""
        self._weighing.weigh(typed)

    def go(self, old: str, new: str, again: str) -> None:
        """Do it; this takes a moment on purpose."""
        if self.state.busy:
            return
        task, me = self.state.task, self._me
        fault = "" if task == "remove" else fault_in(new, again)
        if not fault and not old and task != "set":
            fault = _("Type the passphrase of now first.")
        if fault:
            self.change(fault=fault)
            return
        progress = Progress()
        self.change(busy=True, share=0.0, fault="")
        follow(progress, self._clock, lambda: self.state.busy, lambda share: self.change(share=share))

        def work() -> tuple[str, ...]:
            if task == "change":
                return self._notebook.change_passphrase(me, old, new)
            return self._notebook.renew_keys(me, None if task == "set" else old, None if task == "remove" else new, progress)

        def done(left: tuple[str, ...]) -> None:
            self.change(busy=False)
            self._done(left)

        self._jobs.run(work, done, lambda error: self.change(busy=False, fault=words.trouble(error)))


class CodeState(Struct, frozen=True, kw_only=True):
    """Making a code: what it is, the code itself once, two of its groups typed back."""

    stage: Literal["about", "show", "check"] = "about"
    there: bool
    groups: tuple[str, ...] = ()
    asked: tuple[int, int] = (0, 1)
    busy: bool = False
    fault: str = ""


class CodeScreen(Screen[CodeState]):
    """Makes a recovery code; it is shown once, and kept only after two of its groups were typed back."""

    def __init__(
        self,
        me: PersonId,
        notebook: Notebook,
        jobs: Jobs,
        *,
        print_it: Callable[[tuple[Block, ...]], None],
        done: Callable[[tuple[str, ...]], None],
        back: Callable[[], None],
    ) -> None:
        self._me, self._notebook, self._jobs = me, notebook, jobs
        self._print_it, self._done, self._back = print_it, done, back
        super().__init__(CodeState(there=notebook.has_recovery(me)))

    def make(self) -> None:
        """A new code, in memory only."""
        first, second = sorted(SystemRandom().sample(range(recovery.GROUPS), 2))
        self.change(stage="show", groups=recovery.new(), asked=(first, second), fault="")

    def back(self) -> None:
        """Away from here; a code that was not kept is gone."""
        self.change(groups=())
        self._back()

    def print(self) -> None:
        """One page with the code, to look at, to print or to write; then back to it."""
        self._print_it(paper(self.state.groups))

    def check(self) -> None:
        """It is on paper: type two groups back."""
        self.change(stage="check", fault="")

    def show_again(self) -> None:
        """Back to the code that is not kept yet."""
        self.change(stage="show", fault="")

    def keep(self, first: str, second: str, passphrase: str) -> None:
        """Keep it, if the two groups are right."""
        groups, asked = self.state.groups, self.state.asked
        if self.state.busy:
            return
        if (recovery.plain(first), recovery.plain(second)) != (groups[asked[0]], groups[asked[1]]):
            self.change(fault=_("These are not the two groups. Look at your paper once more, or look at the code again."))
            return
        self.change(busy=True, fault="")
        code = "".join(groups)
        self._jobs.run(lambda: self._notebook.set_recovery(self._me, passphrase, code), self._kept, self._failed)

    def end(self, passphrase: str) -> None:
        """Have no code any more."""
        self.change(busy=True, fault="")
        self._jobs.run(lambda: self._notebook.set_recovery(self._me, passphrase, None), self._kept, self._failed)

    def _kept(self, left: tuple[str, ...]) -> None:
        self.change(groups=())
        self._done(left)

    def _failed(self, error: Exception) -> None:
        self.change(busy=False, fault=words.trouble(error))


class RecoverState(Struct, frozen=True, kw_only=True):
    """Coming in with a recovery code."""

    door: Door
    busy: bool = False
    fault: str = ""
    advice: str = ""


class RecoverScreen(Screen[RecoverState]):
    """Opens a space with its code, and gives it a new passphrase at once."""

    quiet = "nothing"

    def __init__(
        self, door: Door, notebook: Notebook, jobs: Jobs, *, done: Callable[[tuple[str, ...]], None], back: Callable[[], None]
    ) -> None:
        self._notebook, self._jobs, self._done, self.back = notebook, jobs, done, back
        self._weighing = Weighing(jobs, lambda: (), lambda advice: self.change(advice=advice))
        super().__init__(RecoverState(door=door))

    def weigh(self, typed: str) -> None:
        """A word on what is being typed."""
        self._weighing.weigh(typed)

    def go(self, typed: str, new: str, again: str) -> None:
        """Come in."""
        if self.state.busy:
            return
        code = recovery.read(typed)
        if code is None:
            self.change(
                fault=_("Something in the code is not as it was printed. Compare it group by group; there are eight, and two.")
            )
            return
        fault = fault_in(new, again)
        self.change(busy=not fault, fault=fault)
        if not fault:
            person = self.state.door.id
            self._jobs.run(
                lambda: self._notebook.recover(person, code, new),
                self._done,
                lambda error: self.change(busy=False, fault=words.trouble(error)),
            )


class PinState(Struct, frozen=True, kw_only=True):
    """A PIN for this sitting, there or not."""

    there: bool
    busy: bool = False
    fault: str = ""


class PinScreen(Screen[PinState]):
    """Sets a PIN that stands in for the passphrase until the notebook is locked."""

    def __init__(self, me: PersonId, notebook: Notebook, jobs: Jobs, *, done: Callable[[], None], back: Callable[[], None]) -> None:
        self._me, self._notebook, self._jobs, self._done, self.back = me, notebook, jobs, done, back
        super().__init__(PinState(there=notebook.has_pin(me)))

    def set(self, digits: str, again: str) -> None:
        """Use these digits."""
        if not pin.fit(digits):
            self.change(fault=_("Four digits or more, not all the same."))
        elif digits != again:
            self.change(fault=_("The two are not the same. Type them once more."))
        else:
            self._run(digits)

    def end(self) -> None:
        """Go back to the passphrase."""
        self._run(None)

    def _run(self, digits: str | None) -> None:
        if self.state.busy:
            return
        self.change(busy=True, fault="")
        self._jobs.run(
            lambda: self._notebook.set_pin(self._me, digits),
            lambda _none: self._done(),
            lambda error: self.change(busy=False, fault=words.trouble(error)),
        )


def known(notebook: Notebook) -> tuple[str, ...]:
    """The names that someone close would try first."""
    return tuple(person.name for person in notebook.shared().people())


def paper(groups: tuple[str, ...]) -> tuple[Block, ...]:
    """The page to keep."""
    rows = tuple((str(at + 1) if at < recovery.GROUPS else _("End"), group) for at, group in enumerate(groups))
    return (
        Heading(_("A recovery code"), 1),
        Prose(_("Keep this where only you find it. Who has this page and the folder can read what you wrote.")),
        Table((_("Group"), _("Letters")), rows),
        Prose(_("At your door, choose *I have a recovery code*. There is no O and no I in it: these are zero and one.")),
    )


def free(folder: Path) -> Path:
    """A file of a name that says nothing and is not taken yet (G10)."""
    names = ("notes.pdf", *(f"notes-{number}.pdf" for number in range(2, 1000)))
    return next(folder / name for name in names if not (folder / name).exists())
