"""How a notebook begins, and how a person begins in it: everything is made aside, then becomes true in one rename."""

from __future__ import annotations

import errno
import json
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, insert, select, update

import workbook
from workbook.couple.people import Person, PersonId
from workbook.storage import files, keyfile, rows, seal, searching
from workbook.storage.causes import troubled
from workbook.storage.keyfile import SHARED, Keys, Member
from workbook.storage.keys import Root, new_key, seal_to, wrap
from workbook.storage.letterfiles import NAME as LETTER
from workbook.storage.lock import NAME as LOCK
from workbook.storage.shared import people_in
from workbook.storage.slots import KdfCost
from workbook.storage.vault import Vault, new_vault
from workbook.trouble import Trouble

_OURS: Final = re.compile("|".join((*map(re.escape, (keyfile.MAIN, SHARED, LOCK)), r"[0-9a-f]{16}\.vault", LETTER)))
"""How the names begin of what may lie in a notebook that is in the making."""


class Begun(NamedTuple):
    """A person's new keys, with the vaults they open lying ready as parts."""

    keys: Keys
    root: Root
    identity: Root
    shared_key: bytes


def create(folder: Path, people: tuple[Person, ...]) -> None:
    """Make a whole notebook beside its place, then rename it there. Raises Trouble `folder-not-empty`, `disk-full`, `read-only`."""
    with in_the_making(folder) as part:
        _fill(part, people)


@contextmanager
def in_the_making(folder: Path) -> Iterator[Path]:
    """A folder beside the place of a new notebook, to be filled; it is renamed there once that went well, and else it goes.

    Raises Trouble `folder-not-empty`, `disk-full`, `read-only`.
    """
    with troubled(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Trouble("folder-not-empty")
        folder.parent.mkdir(parents=True, exist_ok=True)
        part = folder.with_name(folder.name + files.PART)
        _clear(part)
        part.mkdir(mode=0o700)
        try:
            yield part
            files.sync_folder(part)
            into_place(part, folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise


@contextmanager
def begun(
    folder: Path,
    keys: Keys,
    shared: Vault,
    person: PersonId,
    passphrase: str | None,
    name_on_door: bool,
    cost: KdfCost,
    former: bytes | None = None,
) -> Iterator[Begun]:
    """One person's first vault, and the shared one under a new key, both as parts: the old key lay in an open slot.

    Writing the keys, inside this context, makes it true; if that does not happen, the parts go again. `former` is the public key
    of somebody who had been here before, and begins anew.
    """
    root, identity, shared_key, vault_key = Root.new(), Root.new(), new_key(), new_key()
    vault = f"{secrets.token_hex(8)}.vault"
    moves = {f"{name}.{secrets.token_hex(8)}{files.PART}": name for name in (vault, SHARED)}
    private_part, shared_part = (folder / part for part in moves)
    publics = {row.id: row.public for row in shared.rows(select(rows.person))} | {person: root.public()}
    name = next(one.name for one in people_in(shared) if one.id == person)
    mine = replace(
        keys.member(person),
        name=json.dumps(name) if name_on_door else None,
        begun=True,
        slots=(root.in_slot(passphrase, cost, keys.bound(person, "root")),),
        vault=vault,
        vault_key=wrap(root.wrapping(), vault_key, keys.bound(person, "vault")),
        identity=identity.wrapped(root.wrapping(), keys.bound(person, "identity")),
    )
    members = (mine if member.id == person else member for member in keys.people)
    sealed = tuple(replace(member, shared_key=seal_to(publics[member.id], shared_key)) for member in members)
    try:
        with new_vault(private_part, vault_key, keys.notebook):
            pass
        with new_vault(shared_part, shared_key, keys.notebook) as connection:
            copy_rows(shared, connection)
            known = {"public": root.public(), "verify": identity.verify()}
            connection.execute(update(rows.person).where(rows.person.c.id == person).values(known))
            seal.sign_anew(connection, person, former, identity.signing())
        with troubled(folder):
            files.sync_folder(folder)
        yield Begun(keys.changed(people=sealed, moves=moves), root, identity, shared_key)
    except BaseException:
        withdraw(folder, moves)
        raise


def withdraw(folder: Path, moves: dict[str, str], folders: Iterable[Path] = ()) -> None:
    """Remove the parts, unless the keys on the disk already speak of them."""
    with suppress(Trouble, OSError):
        if keyfile.read(folder).moves != moves:
            for part in moves:
                (folder / part).unlink(missing_ok=True)
                (folder / f"{part}-journal").unlink(missing_ok=True)
            for part_folder in folders:
                shutil.rmtree(part_folder, ignore_errors=True)


def alone_again(folder: Path, keys: Keys, shared: Vault, member: Member) -> Keys:
    """For somebody alone who has emptied their space: a shared vault as at the very beginning lies ready as a part."""
    root, shared_key = Root.new(), new_key()
    part = f"{SHARED}.{secrets.token_hex(8)}{files.PART}"
    people = shared.rows(select(rows.person))
    with new_vault(folder / part, shared_key, keys.notebook) as connection:
        for person in people:
            connection.execute(insert(rows.person).values(dict(person._mapping) | {"public": root.public(), "verify": None}))
    slot = root.in_slot(None, KdfCost(0, 0), "")
    mine = replace(member, slots=(slot,), shared_key=seal_to(root.public(), shared_key))
    return replace(keys, people=(mine,), moves={part: SHARED})


def _fill(part: Path, people: tuple[Person, ...]) -> None:
    notebook, shared_key = secrets.token_hex(16), new_key()
    roots = {person.id: Root.new() for person in people}
    with new_vault(part / SHARED, shared_key, notebook) as connection:
        for position, person in enumerate(people):
            row = {"id": person.id, "position": position, "name": person.name, "picture": person.picture}
            known = {"colour": person.colour, "public": roots[person.id].public()}
            connection.execute(insert(rows.person).values(row | known))
    members = tuple(_member(person, roots[person.id], shared_key) for person in people)
    keys = Keys(needs=workbook.__version__, notebook=notebook, people=members)
    keyfile.write(part, keys)
    keyfile.settle(part, keys)


def _member(person: Person, root: Root, shared_key: bytes) -> Member:
    slot = root.in_slot(None, KdfCost(0, 0), "")
    sealed = seal_to(root.public(), shared_key)
    return Member(id=person.id, picture=person.picture, colour=person.colour, slots=(slot,), shared_key=sealed)


def copy_rows(source: Vault, target: Connection) -> None:
    """Every row of every table but what `new_vault` wrote itself; the words are read for the search anew."""
    for table in rows.metadata.sorted_tables:
        found = source.rows(select(table)) if table not in (rows.meta, rows.findable) else ()
        if found:
            target.execute(insert(table), [dict(row._mapping) for row in found])
    searching.all_anew(target)


def _clear(part: Path) -> None:
    """Remove what an interrupted making left; what is not ours stays, and stands in the way."""
    if not part.exists():
        return
    if not part.is_dir() or not all(_OURS.match(found.name) for found in part.iterdir()):
        raise Trouble("folder-not-empty")
    shutil.rmtree(part)


def into_place(part: Path, folder: Path) -> None:
    """Give a finished folder its name, where nothing or an empty folder is. Raises Trouble `folder-not-empty`."""
    try:
        if sys.platform == "win32" and folder.exists():  # there a rename does not replace even an empty folder
            folder.rmdir()
        os.replace(part, folder)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
            raise Trouble("folder-not-empty") from None
        raise
    files.sync_folder(folder.parent)
