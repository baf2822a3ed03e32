"""The people of a notebook; any number in the model, two on the screens."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

PersonId = str

BOTH: Final[PersonId] = "both"
"""The author of a joint answer: everyone at the table."""

PICTURES: Final = ("boat", "leaf", "lamp", "moon", "stone", "bird", "cup", "hill")
COLOURS: Final = ("sea", "moss", "plum", "amber", "slate", "rose")


class Person(Struct, frozen=True):
    """Somebody in the notebook; the name lies in the vaults, never beside them.

    Who has `left` has no way in any more, and stands only by what was shared; without a name where they took that along, too.
    """

    id: PersonId
    name: str
    picture: str
    colour: str
    left: bool = False


class Door(Struct, frozen=True):
    """What shows of a person before anything is unlocked: a picture and a colour, a name only if they wish.

    `begun` is false until they have had their own first turn; `protected` says whether a passphrase is needed. Who has `emptied`
    their space begins anew once the other one has come in.
    """

    id: PersonId
    picture: str
    colour: str
    name: str | None
    begun: bool
    protected: bool
    emptied: bool = False


def partner_of(person: PersonId, people: tuple[Person, ...]) -> Person | None:
    """The other one of two, or nobody in a notebook for one."""
    return next((other for other in people if other.id != person and not other.left), None)


def here(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Those who have not left."""
    return tuple(person for person in people if not person.left)


def named(text: str, me: str, partner: str | None) -> str:
    """A text with its people in it: `{me}` and `{partner}`; without a partner it says "your partner"."""
    return text.replace("{me}", me).replace("{partner}", partner or "your partner")
