"""Coming in with a recovery code, and on from there."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from workbook.couple.people import Door
from workbook.screens import words
from workbook.screens.hall import Hall
from workbook.screens.keys import RecoverScreen
from workbook.screens.notice import NoticeScreen


def recover(hall: Hall, door: Door, let_in: Callable[[], None]) -> None:
    """Show the page for the code; whoever has it is let in, with a new passphrase."""

    def done(left: tuple[str, ...]) -> None:
        text = _("The new passphrase opens your space. The code stays as it is; in *My key* you can make another.")
        hall.show(NoticeScreen(_("You are in"), f"{text}\n\n{words.unreached(left)}", (_("Go on"), let_in)))

    hall.show(RecoverScreen(door, hall.notebook, hall.outside.jobs, done=done, back=hall.door))
