"""The first screen: what this is, and what it is not, in plain words (G1, G2)."""

from __future__ import annotations

from collections.abc import Callable
from gettext import gettext as _

from msgspec import Struct

from workbook.screens.screen import Screen


def what_it_is() -> str:
    """What this is; all else is told where it is needed, since nobody who is tired reads three pages before the first."""
    return _("For two people who keep getting caught in the same place, or for one. What you write stays on this computer.")


def first_see_someone() -> str:
    """Where it is told who should see a professional first (G2)."""
    return _("*Help* says who should see a professional first.")


def what_it_is_not() -> str:
    """What this is not (G1)."""
    return _(
        "This is *not therapy* and *not crisis care*.\n\n"
        "It is *not for a relationship in which someone is afraid*. Working together can put the weight of "
        "violence on the person it was done to, and honest words can be used against you later."
    )


def see_someone() -> str:
    """When to see a professional before working together (G2): told before anybody's first one for two, and under Help."""
    return _(
        "See a professional before you work on this *together* if any of these is true:\n\n"
        "- one of you is afraid of the other, or there is violence\n"
        "- one of you thinks of dying, or of not being here\n"
        "- one of you has lost touch with what is real, or hears or sees what others do not\n"
        "- drinking, drugs or another addiction is going on without treatment\n"
        "- there is an affair, or one came to light in the last three months\n"
        "- one of you has already decided to leave\n\n"
        "You can still work alone, where nobody else reads it. *Help*, *Pause* and *Steady ground* are there for anyone, "
        "at any time."
    )


class WelcomeState(Struct, frozen=True):
    """The three pieces of text on the first screen."""

    what_it_is: str
    what_it_is_not: str
    first_see_someone: str


class WelcomeScreen(Screen[WelcomeState]):
    """Says what this is before anything else is asked."""

    quiet = "nothing"

    def __init__(
        self,
        *,
        go_on: Callable[[], None],
        look_round: Callable[[], None],
        steady: Callable[[], None],
        look_elsewhere: Callable[[str], None],
    ) -> None:
        self.go_on, self.look_round, self.steady, self.look_elsewhere = go_on, look_round, steady, look_elsewhere
        super().__init__(WelcomeState(what_it_is(), what_it_is_not(), first_see_someone()))
