"""A recovery code is offered once: to whoever has a passphrase and has just kept the first words of their own (G17)."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from workbook.couple.people import PersonId
from workbook.screens.hall import Hall
from workbook.screens.notice import NoticeScreen
from workbook.screens.recovering import make_code

OFFERED = "offered-code"
"""A private setting: that it was offered, whatever was chosen then."""


def title() -> str:
    """What the page is called."""
    return _("If the passphrase is lost")


def offer(hall: Hall, person: PersonId, then: Callable[[], None]) -> None:
    """Offer it where there is something to lose, or go on at once."""
    notebook = hall.notebook

    def due() -> bool:
        if notebook.has_recovery(person) or not next(door.protected for door in notebook.doors() if door.id == person):
            return False
        space = notebook.space(person)
        return not space.setting(OFFERED) and any(space.answers(entry.sitting.id) for entry in space.entries())

    def chosen(way: Callable[[], None]) -> Callable[[], None]:
        return lambda: hall.ask(lambda: notebook.space(person).set(OFFERED, "yes"), lambda _none: way())

    def ask(due: bool) -> None:
        if not due:
            then()
            return
        text = _(
            "What you wrote opens with your passphrase alone. If it is lost, so are your words, and nobody can bring them back.\n\n"
            "If you like, you can have a recovery code: one page to print, which also opens your space. Keep it where nobody "
            "else looks. Whoever finds it can read what you wrote.\n\n"
            "You are asked only this once. The code stays in *My space*, under *My key*."
        )
        hall.show(
            NoticeScreen(
                title(),
                text,
                (_("Go on without"), chosen(then)),
                (_("Make a code"), chosen(lambda: make_code(hall, person, _("Go on"), then))),
            )
        )

    hall.ask(due, ask)
