"""The export log: what left, for whom and when; and how the line of whoever let it go first is finished, who is locked by then.

Whoever hands on gets a ticket. It is a key, kept beside their line and else in memory alone, with the consent that it belongs to.
Whoever writes the file leaves a note under it in the shared vault, which nobody but that line's owner can read, and which says
not even whose it is. When they come in it is taken in: first their own line, then the note goes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Final

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from workbook.storage import rows
from workbook.storage.keys import new_key, unwrap, wrap
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

_HANDED_ON: Final = "handed-on:"
"""What stands before a ticket, where the sum of the file will be."""


def put(connection: Connection, what: str, to: str, digest: str) -> None:
    """One line in somebody's own log."""
    connection.execute(insert(rows.export).values(what=what, recipient=to, digest=digest, at=_now()))


def hand_on(connection: Connection, what: str, to: str) -> str:
    """A line that is not finished yet; the ticket for it."""
    ticket = new_key().hex()
    put(connection, what, to, _HANDED_ON + ticket)
    return ticket


def lines(vault: Vault) -> Iterator[Mapping[str, str]]:
    """The log, newest first; a ticket is nobody's business."""
    for row in vault.rows(select(rows.export).order_by(rows.export.c.id.desc())):
        digest = "" if row.digest.startswith(_HANDED_ON) else row.digest
        yield {"what": row.what, "to": row.recipient, "digest": digest, "when": row.at}


def leave_note(shared: Vault, ticket: str, to: str, digest: str) -> None:
    """Tell whoever's ticket it is that a file left; each further one is a note of its own after the first."""
    notes = [*_notes(shared, ticket), [to, digest, _now()]]
    sealed = wrap(bytes.fromhex(ticket), json.dumps(notes).encode("ascii"), _place(ticket)).hex()
    row = insert(rows.setting).values(key=_place(ticket), value=sealed)
    with shared.writing() as connection:
        connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": sealed}))


def take_in(own: Vault, shared: Vault) -> None:
    """Finish the lines of whoever came in, by the notes that were left for them."""
    waiting = select(rows.export).where(rows.export.c.digest.startswith(_HANDED_ON, autoescape=True))
    for row in own.rows(waiting):
        ticket = row.digest.removeprefix(_HANDED_ON)
        notes: list[list[str]] = []
        with suppress(Trouble):  # a note that cannot be read keeps nobody out
            notes = _notes(shared, ticket)
        if not notes:
            continue
        (to, digest, when), *more = notes
        with own.writing() as connection:
            connection.execute(update(rows.export).where(rows.export.c.id == row.id).values(recipient=to, digest=digest, at=when))
            for to, digest, when in more:
                connection.execute(insert(rows.export).values(what=row.what, recipient=to, digest=digest, at=when))
        with shared.writing() as connection:
            connection.execute(delete(rows.setting).where(rows.setting.c.key == _place(ticket)))


def _notes(shared: Vault, ticket: str) -> list[list[str]]:
    found = shared.row(select(rows.setting.c.value).where(rows.setting.c.key == _place(ticket)))
    if found is None:
        return []
    told: list[list[str]] = json.loads(unwrap(bytes.fromhex(ticket), bytes.fromhex(found.value), _place(ticket)))
    return told


def _place(ticket: str) -> str:
    """Where the note lies: it can be reckoned from the ticket, and not the other way round."""
    return "left-" + blake2b(bytes.fromhex(ticket), digest_size=16).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
