"""Sealing: text and nonce stay in their author's vault, a signed commitment goes to the shared one; at the reveal they must agree.

Order of writes: private first, then all commitments in one transaction. The commitment is the truth: text and nonce without one
are not sealed, so that a kill between the two leaves nothing half done. Taking back goes the other way round.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey
from sqlalchemy import Connection, Row, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from workbook.content.step import Answer
from workbook.couple.people import PersonId
from workbook.couple.sealing import Half, answer_bytes, digest
from workbook.couple.sitting import Response
from workbook.storage import rows, searching
from workbook.storage.vault import Vault
from workbook.trouble import Trouble

_NONCE = 32

TAKEN_BACK = b""
"""What stands in the place of the nonce where an author has deleted what was open: there is nothing left to check."""


class Seat(NamedTuple):
    """What one unlocked person brings: their vault, and what signs for them."""

    vault: Vault
    signing: SigningKey


class Opening(NamedTuple):
    """Text and nonce of one sealed step, from its author's vault."""

    nonce: bytes
    answer: Answer | None


def seal(half: Half, seat: Seat, shared: Vault) -> None:
    """Seal one half; the same half again changes nothing. Raises Trouble `sealed` when other words lie sealed already."""
    sealed = set(_commitments(shared, half.sitting, half.author, tuple(half.openings)))
    if sealed:
        kept = {step: _payload(seat.vault, half.sitting, step) for step in half.openings}
        same = all((opening := kept[step]) and opening.answer == answer for step, answer in half.openings.items())
        if same and sealed == set(half.openings):
            return
        raise Trouble("sealed")
    with seat.vault.writing() as connection:
        keep(connection, half.sitting, half.openings)
    anew = commitments(half.author, half.sitting, half.openings, seat)
    with shared.writing() as connection:
        connection.execute(insert(rows.commitment), anew)


def keep(connection: Connection, sitting: str, openings: Mapping[str, Answer | None]) -> None:
    """Put what will open into its author's vault, each with a new nonce."""
    payload = insert(rows.payload)
    payload = payload.on_conflict_do_update(
        index_elements=["sitting", "step"], set_={"nonce": payload.excluded.nonce, "answer": payload.excluded.answer}
    )
    for step, answer in openings.items():
        row = {"sitting": sitting, "step": step, "nonce": secrets.token_bytes(_NONCE), "answer": answer}
        connection.execute(payload, row)


def commitments(author: PersonId, sitting: str, steps: Iterable[str], seat: Seat) -> list[dict[str, str | bytes]]:
    """What the shared vault is to hold of what its author keeps there to be opened."""
    at = rows.payload.c
    query = select(at.step, at.nonce, at.answer).where(at.sitting == sitting, at.step.in_(list(steps)))
    found = seat.vault.rows(query.order_by(at.step))
    half = Half(sitting=sitting, author=author, openings={row.step: row.answer for row in found})
    return [_commitment(half, row.step, row.nonce, seat.signing) for row in found]


def withdraw(sitting: str, author: PersonId, steps: tuple[str, ...], seat: Seat, shared: Vault) -> None:
    """Take sealed steps back, leaving no trace. Raises Trouble `already-open` once one of them has opened."""
    there, mine = rows.commitment.c, rows.payload.c
    with shared.writing() as connection:
        opened = select(rows.opened.c.step).where(rows.opened.c.sitting == sitting, rows.opened.c.step.in_(steps))
        if connection.execute(opened).first() is not None:
            raise Trouble("already-open")
        connection.execute(delete(rows.commitment).where(there.sitting == sitting, there.author == author, there.step.in_(steps)))
    with seat.vault.writing() as connection:
        connection.execute(delete(rows.payload).where(mine.sitting == sitting, mine.step.in_(steps)))


def ready(sitting: str, steps: tuple[str, ...], seats: Mapping[PersonId, Seat], shared: Vault) -> bool:
    """Whether every step of every author lies sealed under the key the others know them by. Raises Trouble `seal-broken`."""
    known = known_keys(seats, shared)
    for author in seats:
        found = _commitments(shared, sitting, author, steps)
        if set(found) != set(steps):
            return False
        for signed, signature in found.values():
            _verify(known[author], signed, signature)
    return True


def open_step(sitting: str, step: str, seats: Mapping[PersonId, Seat], shared: Vault) -> tuple[Response, ...]:
    """Copy one step of every author to the shared vault, all or none; one that is open already stays as it is.

    Raises Trouble `seal-broken` where text, nonce, commitment and signature do not agree.
    """
    known = known_keys(seats, shared)
    opened = _opened(shared, sitting, step)
    gone = {author for author, opening in opened.items() if opening.nonce == TAKEN_BACK}
    here = {author: seat for author, seat in seats.items() if author not in gone}
    checked = {author: _checked(sitting, step, author, seat, shared, known[author]) for author, seat in here.items()}
    if any(opened[author] != checked[author] for author in opened.keys() & checked.keys()):
        raise Trouble("seal-broken")
    copies = [{"sitting": sitting, "step": step, "author": author} | one._asdict() for author, one in checked.items()]
    if checked.keys() - opened.keys():
        with shared.writing() as connection:
            connection.execute(insert(rows.opened).on_conflict_do_nothing(), copies)
            for author in checked:
                searching.changed(connection, sitting, step, author)
    said = {author: opening.answer for author, opening in checked.items()}
    return tuple(Response(step=step, author=author, answer=said.get(author), taken_back=author in gone) for author in seats)


def opened(sitting: str, shared: Vault, known: Mapping[PersonId, bytes]) -> tuple[Response, ...]:
    """What lies open of a sitting, by step and author; where text, nonce, commitment and signature do not agree it is broken."""
    at, there = rows.opened.c, rows.commitment.c
    same = (there.sitting == at.sitting) & (there.step == at.step) & (there.author == at.author)
    query = select(rows.opened, there.digest, there.signature).outerjoin_from(rows.opened, rows.commitment, same)
    found = shared.rows(query.where(at.sitting == sitting).order_by(at.step, at.author))
    named = {row.id: row.verify for row in shared.rows(select(rows.person.c.id, rows.person.c.verify))} if found else {}
    return tuple(_response(row, {**named, **known}.get(row.author)) for row in found)


def _response(row: Row[Any], known: bytes | None) -> Response:
    if row.nonce == TAKEN_BACK and row.answer is None:
        return Response(step=row.step, author=row.author, answer=None, taken_back=True)
    signed = digest(row.sitting, row.step, row.author, row.nonce, answer_bytes(row.answer))
    if signed != row.digest or known is None or not _signed(known, signed, row.signature):
        return Response(step=row.step, author=row.author, answer=None, broken=True)
    return Response(step=row.step, author=row.author, answer=row.answer)


def sign_anew(shared: Connection, author: PersonId, former: bytes | None, signing: SigningKey) -> None:
    """Let the new key of somebody who begins anew stand under what still lies open of theirs, as far as their former one did.

    `former` is the key that the others had seen, if that is still known.
    """
    at = rows.commitment.c
    for row in shared.execute(select(rows.commitment).where(at.author == author)).all():
        if former is None or _signed(former, row.digest, row.signature):
            here = (at.sitting == row.sitting, at.step == row.step, at.author == author)
            shared.execute(update(rows.commitment).where(*here).values(signature=signing.sign(row.digest).signature))


def known_keys(seats: Mapping[PersonId, Seat], shared: Vault) -> dict[PersonId, bytes]:
    """Each author's public key as the others pinned it. Raises Trouble `seal-broken` where one has changed."""
    named = {row.id: row.verify for row in shared.rows(select(rows.person)) if row.verify is not None}
    for person, seat in seats.items():
        pins = pin(person, seat.vault, shared)
        if any(pins.get(other) != named.get(other) for other in seats if other != person):
            raise Trouble("seal-broken")
    if any(named.get(author) != bytes(seat.signing.verify_key) for author, seat in seats.items()):
        raise Trouble("seal-broken")
    return named


def pin(person: PersonId, vault: Vault, shared: Vault) -> dict[PersonId, bytes]:
    """Remember the keys of the others in one's own vault, at first sight and for good. Gives back those it remembers."""
    others = [row for row in shared.rows(select(rows.person)) if row.id != person and row.verify is not None]
    known: dict[PersonId, bytes] = {row.person: row.verify for row in vault.rows(select(rows.pinned))}
    new = {row.id: row.verify for row in others if row.id not in known}
    if new:
        with vault.writing() as connection:
            connection.execute(insert(rows.pinned), [{"person": other, "verify": verify} for other, verify in new.items()])
    return known | new


def _commitment(half: Half, step: str, nonce: bytes, signing: SigningKey) -> dict[str, str | bytes]:
    signed = digest(half.sitting, step, half.author, nonce, answer_bytes(half.openings[step]))
    signature = signing.sign(signed).signature
    return {"sitting": half.sitting, "step": step, "author": half.author, "digest": signed, "signature": signature}


def _commitments(shared: Vault, sitting: str, author: PersonId, steps: tuple[str, ...]) -> dict[str, tuple[bytes, bytes]]:
    at = rows.commitment.c
    query = select(at.step, at.digest, at.signature).where(at.sitting == sitting, at.author == author, at.step.in_(steps))
    return {row.step: (row.digest, row.signature) for row in shared.rows(query)}


def _payload(vault: Vault, sitting: str, step: str) -> Opening | None:
    at = rows.payload.c
    found = vault.row(select(at.nonce, at.answer).where(at.sitting == sitting, at.step == step))
    return None if found is None else Opening(found.nonce, found.answer)


def openings(vault: Vault, sitting: str) -> dict[str, Answer | None]:
    """What an author has sealed in a sitting, by step, from their own vault."""
    at = rows.payload.c
    return {row.step: row.answer for row in vault.rows(select(at.step, at.answer).where(at.sitting == sitting))}


def _opened(shared: Vault, sitting: str, step: str) -> dict[PersonId, Opening]:
    at = rows.opened.c
    found = shared.rows(select(at.author, at.nonce, at.answer).where(at.sitting == sitting, at.step == step))
    return {row.author: Opening(row.nonce, row.answer) for row in found}


def _checked(sitting: str, step: str, author: PersonId, seat: Seat, shared: Vault, known: bytes) -> Opening:
    opening = _payload(seat.vault, sitting, step)
    committed = _commitments(shared, sitting, author, (step,)).get(step)
    if opening is None or committed is None:
        raise Trouble("seal-broken")
    signed, signature = committed
    if digest(sitting, step, author, opening.nonce, answer_bytes(opening.answer)) != signed:
        raise Trouble("seal-broken")
    _verify(known, signed, signature)
    return opening


def _verify(known: bytes, signed: bytes, signature: bytes) -> None:
    if not _signed(known, signed, signature):
        raise Trouble("seal-broken")


def _signed(known: bytes, signed: bytes, signature: bytes) -> bool:
    try:
        VerifyKey(known).verify(signed, signature)
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True
