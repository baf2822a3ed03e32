"""A recovery code: having one made, and coming in with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from workbook.content.blocks import Block
from workbook.couple.people import Door, PersonId
from workbook.screens import words
from workbook.screens.hall import Hall
from workbook.screens.keys import CodeScreen, RecoverScreen, free
from workbook.screens.notice import NoticeScreen
from workbook.screens.paper import SheetScreen


def make_code(hall: Hall, person: PersonId, on: str, then: Callable[[], None]) -> None:
    """Show the page that makes a code; `on` is what the way on from there is called."""
    notebook, outside = hall.notebook, hall.outside

    def done(left: tuple[str, ...]) -> None:
        said = (
            _("The code opens your space from now on; one from before no longer does. It is not shown again.")
            if notebook.has_recovery(person)
            else _("There is no recovery code any more. A lost passphrase now loses what you wrote alone.")
        )
        hall.show(NoticeScreen(_("That is done"), f"{said}\n\n{words.unreached(left)}", (on, then)))

    def print_it(blocks: tuple[Block, ...]) -> None:
        about = _("Print it, and keep it where only you find it. A file of it lies open: delete it once it is on paper.")
        back, target = partial(hall.show, screen), free(outside.documents)
        hall.show(SheetScreen(_("Your recovery code on paper"), about, blocks, outside, target, back=back))

    screen = CodeScreen(person, notebook, outside.jobs, print_it=print_it, done=done, back=then)
    hall.show(screen)


def recover(hall: Hall, door: Door, let_in: Callable[[], None]) -> None:
    """Show the page for the code; whoever has it is let in, with a new passphrase."""

    def done(left: tuple[str, ...]) -> None:
        text = _("The new passphrase opens your space. The code stays as it is; in *My key* you can make another.")
        hall.show(NoticeScreen(_("You are in"), f"{text}\n\n{words.unreached(left)}", (_("Go on"), let_in)))

    hall.show(RecoverScreen(door, hall.notebook, hall.outside.jobs, done=done, back=hall.door))
