"""A PIN is offered to whoever comes in from behind the curtain with their passphrase: once a day, and not at all on wish (G12)."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from workbook.couple.habits import OFFER_PIN
from workbook.couple.people import PersonId
from workbook.screens.hall import Hall
from workbook.screens.keys import PinScreen
from workbook.screens.notice import NoticeScreen

OFFERED = "offered-pin"
"""A private setting: the day on which it was offered last."""


def offer(hall: Hall, person: PersonId, then: Callable[[], None]) -> None:
    """Offer it where it could help, or go on at once."""
    notebook = hall.notebook

    def due() -> bool:
        if notebook.has_pin(person) or not next(door.protected for door in notebook.doors() if door.id == person):
            return False
        space, today = notebook.space(person), hall.outside.clock.now().date().isoformat()
        settings = space.settings()
        if OFFER_PIN.of(settings) == "no" or settings.get(OFFERED) == today:
            return False
        space.set(OFFERED, today)
        return True

    def never() -> None:
        hall.ask(lambda: notebook.space(person).set(OFFER_PIN.key, "no"), lambda _none: then())

    def ask(due: bool) -> None:
        if not due:
            then()
            return
        text = _(
            "You two pass the computer to and fro. A few digits can stand in for your passphrase until the notebook is locked or "
            "closed. They are weaker: who sees you type them can open your space this evening."
        )
        hall.show(
            NoticeScreen(
                _("A PIN for this evening?"),
                text,
                (_("Go on without"), then),
                (_("Use a PIN"), lambda: hall.show(PinScreen(person, notebook, hall.outside.jobs, done=then, back=then))),
                (_("Do not offer it again"), never),
            )
        )

    hall.ask(due, ask)
