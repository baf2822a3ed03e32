"""Somebody joins a notebook or leaves it, and one's own notebook beside the old one when a couple parts.

Who joins or leaves shows first in a new shared vault that lies ready as a part; writing the keys makes it true.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, Select, delete, func, insert, select, update

import workbook
from workbook.couple.people import PICTURES, Person, PersonId
from workbook.storage import files, keyfile, leaving, letterfiles, manifest, rows, seal
from workbook.storage.backup import need_room
from workbook.storage.beginning import copy_rows, in_the_making, withdraw
from workbook.storage.causes import troubled
from workbook.storage.following import copies
from workbook.storage.keyfile import SHARED, Keys, Member
from workbook.storage.keys import Root, new_key, seal_to, wrap
from workbook.storage.letters import Letters
from workbook.storage.lock import NAME as LOCK
from workbook.storage.seal import Seat
from workbook.storage.sittings import FOR_TWO
from workbook.storage.slots import KdfCost
from workbook.storage.vault import Vault, new_vault


class Anew(NamedTuple):
    """The keys with a shared vault lying ready under a new one."""

    keys: Keys
    shared_key: bytes


@contextmanager
def joined(folder: Path, keys: Keys, shared: Vault, person: Person) -> Iterator[Anew]:
    """The notebook with somebody more in it, who has not begun. Writing the keys, inside this context, makes it true."""
    root = Root.new()

    def put(connection: Connection) -> None:
        after = select(func.max(rows.person.c.position) + 1).scalar_subquery()
        row = {"id": person.id, "position": after, "name": person.name, "picture": person.picture, "colour": person.colour}
        connection.execute(insert(rows.person).values(row | {"public": root.public()}))

    door = Member(
        id=person.id,
        picture=person.picture,
        colour=person.colour,
        slots=(root.in_slot(None, KdfCost(0, 0), ""),),
        shared_key=b"",
    )
    with _shared_anew(folder, keys, shared, (*keys.people, door), put) as anew:
        yield anew


@contextmanager
def without(folder: Path, keys: Keys, shared: Vault, person: PersonId) -> Iterator[Anew]:
    """The notebook without somebody: no way in, no name, "taken back" where their words lay open. It goes on for the others."""
    staying = tuple(member for member in keys.people if member.id != person)

    def take_out(connection: Connection) -> None:
        leaving.leave_everything(connection, person)
        nobody = {"name": "", "picture": PICTURES[0], "public": Root.new().public()}
        connection.execute(update(rows.person).where(rows.person.c.id == person).values(nobody))
        close_without(connection, {member.id for member in staying})

    with _shared_anew(folder, keys, shared, staying, take_out) as anew:
        yield Anew(replace(anew.keys, following=True), anew.shared_key)


def split(
    keys: Keys, shared: Vault, seat: Seat, me: PersonId, passphrase: str | None, cost: KdfCost, folder: Path, letters: Letters
) -> None:
    """A whole notebook of one's own in a new folder: one's vault, and a copy of what was shared, under keys nobody else has.

    The old one is only read. Raises Trouble `folder-not-empty`, `disk-full` before anything is written, `read-only`.
    """
    with troubled(folder):
        above = next(place for place in (folder, *folder.parents) if place.exists())
    need_room(above, [shared.path, seat.vault.path])
    notebook, name = secrets.token_hex(16), f"{secrets.token_hex(8)}.vault"
    made = Keys(needs=workbook.__version__, notebook=notebook, people=(keys.member(me),))
    root, identity, shared_key, vault_key = Root.new(), Root.new(), new_key(), new_key()
    with in_the_making(folder) as part:
        with new_vault(part / SHARED, shared_key, notebook) as ours:
            copy_rows(shared, ours)
            close_without(ours, {me})
            ours.execute(update(rows.person).values(public=Root.new().public()))
            known = {"public": root.public(), "verify": identity.verify()}
            ours.execute(update(rows.person).where(rows.person.c.id == me).values(known))
            seal.sign_anew(ours, me, bytes(seat.signing.verify_key), identity.signing())
            there = set(ours.scalars(select(rows.sitting.c.id)))
        with new_vault(part / name, vault_key, notebook) as mine:
            copy_rows(seat.vault, mine)
            _keep_to_oneself(mine, set(mine.scalars(_for_two())) - there)
        member = replace(
            keys.member(me),
            slots=(root.in_slot(passphrase, cost, made.bound(me, "root")),),
            shared_key=seal_to(root.public(), shared_key),
            vault=name,
            vault_key=wrap(root.wrapping(), vault_key, made.bound(me, "vault")),
            identity=identity.wrapped(root.wrapping(), made.bound(me, "identity")),
        )
        letters.copied(part, vault_key, made.bound(me, "letter"))
        made = replace(made, people=(member,))
        keyfile.write(part, made)
        keyfile.settle(part, made)


def close_without(shared: Connection, here: Collection[PersonId]) -> None:
    """What was for somebody who is not here any more can be read and no longer gone on with; where nothing was said, it goes."""
    at = rows.sitting.c
    over = [row.id for row in shared.execute(select(at.id, at.people)) if not set(row.people) <= set(here)]
    leaving.unseal(shared, rows.commitment.c.sitting.in_(over))
    said = select(rows.opened.c.sitting).union(select(rows.answer.c.sitting))
    shared.execute(delete(rows.sitting).where(at.id.in_(over), at.id.not_in(said)))
    shared.execute(update(rows.sitting).where(at.id.in_(over)).values(state="finished"))
    shared.execute(delete(rows.pause))
    leaving.drop_exercises(shared)


def back_to_oneself(mine: Vault, shared: Vault, keys: Keys) -> None:
    """After somebody left: halves that were never joined are one's own again; where that is done, nothing is written."""
    here = {member.id for member in keys.people}
    if {row.id for row in shared.rows(select(rows.person.c.id))} <= here:
        return
    lone = {row.id for row in mine.rows(_for_two())} - {row.id for row in shared.rows(select(rows.sitting.c.id))}
    if lone:
        with mine.writing() as connection:
            _keep_to_oneself(connection, lone)


def everything_goes(folder: Path, keys: Keys) -> None:
    """Nobody stays: backups, then the keys, then the files they opened. What is not the notebook's own stays where it is."""
    with troubled(folder):
        for place in copies(folder):
            manifest.remove(place)
        for name in (keyfile.MAIN, keyfile.COPY):
            (folder / name).unlink(missing_ok=True)
        files.sync_folder(folder)
        letterfiles.destroy_all(folder)
        names = (SHARED, *(str(member.vault) for member in keys.people if member.vault))
        for name in (*names, *(f"{name}-journal" for name in names), f"{manifest.FOLDER}/{manifest.MISSED}"):
            (folder / name).unlink(missing_ok=True)


def folder_goes(folder: Path) -> None:
    """The folder itself, once it was let go, where nothing else lies in it."""
    with suppress(OSError):
        (folder / LOCK).unlink(missing_ok=True)
        if (folder / manifest.FOLDER).exists():
            (folder / manifest.FOLDER).rmdir()
        folder.rmdir()


@contextmanager
def _shared_anew(
    folder: Path, keys: Keys, shared: Vault, people: tuple[Member, ...], change: Callable[[Connection], None]
) -> Iterator[Anew]:
    """The shared vault under a new key, as a part, sealed to all who have a way in."""
    key, moves = new_key(), {f"{SHARED}.{secrets.token_hex(8)}{files.PART}": SHARED}
    try:
        (part,) = moves
        with new_vault(folder / part, key, keys.notebook) as connection:
            copy_rows(shared, connection)
            change(connection)
            publics = {row.id: row.public for row in connection.execute(select(rows.person))}
        with troubled(folder):
            files.sync_folder(folder)
        sealed = tuple(replace(one, shared_key=seal_to(publics[one.id], key)) if one.slots else one for one in people)
        yield Anew(keys.changed(people=sealed, moves=moves), key)
    except BaseException:
        withdraw(folder, moves)
        raise


def _for_two() -> Select[str]:
    at = rows.sitting.c
    return select(at.id).where(at.mode.in_(FOR_TWO), at.read_in == 0)


def _keep_to_oneself(mine: Connection, sittings: Collection[str]) -> None:
    """Let halves be read like those that came out of a file: nothing of them lies in a shared vault."""
    mine.execute(update(rows.sitting).where(rows.sitting.c.id.in_(sittings)).values(read_in=1))
    mine.execute(delete(rows.payload).where(rows.payload.c.sitting.in_(sittings)))
