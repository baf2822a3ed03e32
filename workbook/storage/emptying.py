"""Somebody empties their space: key first, then file. What the shared vault still holds of theirs unopened goes too."""

from __future__ import annotations

from sqlalchemy import delete, select, update

from workbook.couple.people import PersonId
from workbook.storage import rows
from workbook.storage.keyfile import Keys, without_way_in
from workbook.storage.keys import Root
from workbook.storage.leaving import unseal
from workbook.storage.vault import Vault


def emptied(keys: Keys, person: PersonId) -> Keys:
    """The keys without this person's: nothing opens their vault any more, nor the shared one for them."""
    people = tuple(without_way_in(member) if member.id == person else member for member in keys.people)
    return keys.changed(people=people, moves={}, following=True)


def tidy(shared: Vault, keys: Keys) -> None:
    """Take from the shared vault what somebody who has emptied their space had sealed; as often as it is found there."""
    empty = {member.id for member in keys.people if not member.begun}
    named = {row.id for row in shared.rows(select(rows.person.c.id).where(rows.person.c.verify.is_not(None)))}
    for person in empty & named:
        _withdraw(shared, person)


def _withdraw(shared: Vault, person: PersonId) -> None:
    with shared.writing() as connection:
        unseal(connection, rows.commitment.c.author == person)
        nobody = {"verify": None, "public": Root.new().public()}
        connection.execute(update(rows.person).where(rows.person.c.id == person).values(nobody))


def forget_pin(vault: Vault, person: PersonId) -> bytes | None:
    """Somebody begins anew beside the one whose vault this is: only then may another key of theirs be pinned.

    Gives back the one that was.
    """
    here = rows.pinned.c.person == person
    with vault.writing() as connection:
        was = connection.scalar(select(rows.pinned.c.verify).where(here))
        connection.execute(delete(rows.pinned).where(here))
    return was
