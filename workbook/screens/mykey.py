"""My key: the ways between its pages. Each says what it does and what it cannot reach."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from workbook.couple.people import PersonId
from workbook.screens import words
from workbook.screens.hall import Hall
from workbook.screens.keys import PassphraseScreen, PinScreen, Task
from workbook.screens.myspace import Errand, MySpaceScreen
from workbook.screens.notice import NoticeScreen
from workbook.screens.recovering import make_code


class KeyFlow:
    """What one person can do with their own key, while they are unlocked."""

    def __init__(self, hall: Hall, me: PersonId, back: Callable[[], None]) -> None:
        self._hall, self._me, self._back = hall, me, back
        self._notebook = hall.notebook

    def my_key(self) -> None:
        """The list, by whether there is a passphrase."""
        doors = self._notebook.doors()
        protected = next(door.protected for door in doors if door.id == self._me)
        errands = (self._with_passphrase(len(doors) > 1) if protected else self._without_passphrase()) + (self._empty_errand(),)
        self._hall.show(MySpaceScreen(errands, back=self._back, title=_("My key")))

    def _with_passphrase(self, for_two: bool) -> tuple[Errand, ...]:
        pin = Errand(
            _("A PIN for this evening"),
            _("A few digits instead of the passphrase, until the notebook is locked or closed."),
            self._pin,
        )
        return (
            Errand(_("Another passphrase"), _("Nobody else knows the one of now; you would like another."), self._task("change")),
            Errand(
                _("Somebody knows it"),
                _("New keys and a new passphrase. The old one opens nothing of yours here any more."),
                self._task("renew"),
            ),
            Errand(_("A recovery code"), _("On paper, in case the passphrase is lost."), self._code),
            *((pin,) if for_two else ()),
            Errand(_("Go without a passphrase"), _("Then anyone at this computer can open your space."), self._task("remove")),
        )

    def _without_passphrase(self) -> tuple[Errand, ...]:
        return (Errand(_("Set a passphrase"), _("Then your space opens only with it."), self._task("set")),)

    def _empty_errand(self) -> Errand:
        return Errand(_("Empty my space"), _("Everything you wrote alone is gone for good."), self._ask_empty)

    def _task(self, task: Task) -> Callable[[], None]:
        jobs, clock = self._hall.outside.jobs, self._hall.outside.clock
        return lambda: self._hall.show(
            PassphraseScreen(
                task, self._me, self._notebook, jobs, clock, done=lambda left: self._done(task, left), back=self.my_key
            )
        )

    def _done(self, task: Task, left: tuple[str, ...]) -> None:
        said = {
            "change": _("The new passphrase opens your space and your part of the backups in this notebook's folder."),
            "renew": _(
                "Your space has new keys, and so have its backups in this folder; one that the old keys did not open was "
                "removed. A recovery code or a PIN from before no longer works."
            ),
            "set": _("Your space opens only with this passphrase now. It has new keys, and so have its backups in this folder."),
            "remove": _("Your space opens without a passphrase now. Write only what others may read."),
        }
        self._hall.show(
            NoticeScreen(_("That is done"), f"{said[task]}\n\n{words.unreached(left)}", (_("Back to my key"), self.my_key))
        )

    def _code(self) -> None:
        make_code(self._hall, self._me, _("Back to my key"), self.my_key)

    def _pin(self) -> None:
        self._hall.show(PinScreen(self._me, self._notebook, self._hall.outside.jobs, done=self.my_key, back=self.my_key))

    def _ask_empty(self) -> None:
        text = _(
            "Everything you wrote alone, what you sealed and have not opened, your settings: it is all gone at once, here and in "
            "the backups in this folder. Nobody can bring it back, not even you.\n\n"
            "What you both opened or wrote together stays, in the file you share. Copies of the folder elsewhere, and papers, "
            "are out of reach. At the door your picture stays, as of someone who has not begun."
        )
        if len(self._notebook.doors()) > 1:
            text += "\n\n" + _("Nobody is told, but it can be noticed. To begin anew here, the other one has to come in first.")
        ways = ((_("Keep everything"), self.my_key), (_("Empty my space now"), self._empty))
        self._hall.show(NoticeScreen(_("Empty my space?"), text, *ways))

    def _empty(self) -> None:
        self._hall.ask(lambda: self._notebook.empty(self._me), self._emptied)

    def _emptied(self, left: tuple[str, ...]) -> None:
        text = _("What you wrote alone is gone. The notebook is locked.") + "\n\n" + words.unreached(left)
        self._hall.show(NoticeScreen(_("Your space is empty"), text, (_("To the door"), self._hall.door)))
