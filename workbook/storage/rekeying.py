"""New keys for a person whose passphrase somebody knows: new root, new vault keys, new shared key, everything encrypted anew.

The identity stays, wrapped under the new root, so that what was signed stays signed and nobody's pin has to change: a pin that
could follow by itself could be replaced by whoever holds the folder. Who knew the old root knows the identity too; to forge with it
they would need the new shared key, and a forged commitment still does not agree with the text in its author's vault.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import select, update

from workbook.couple.backups import Progress
from workbook.couple.people import PersonId
from workbook.storage import files, keyfile, manifest, rows
from workbook.storage.beginning import withdraw
from workbook.storage.causes import looked_at, troubled
from workbook.storage.copying import byte_copy, digest, read_through, vault_copy
from workbook.storage.following import READY, copies
from workbook.storage.keyfile import MAIN, SHARED, Keys, Member
from workbook.storage.keys import Root, new_key, seal_to, unwrap, wrap
from workbook.storage.slots import KdfCost
from workbook.storage.vault import Vault, engine_for
from workbook.trouble import Trouble


class Change(NamedTuple):
    """One person's new keys; `mine` is how they stand in `keys.json`."""

    person: PersonId
    old: Root
    new: Root
    old_vault: bytes
    vault: bytes
    shared: bytes
    mine: Member


class Rekeyed(NamedTuple):
    """New keys, with vaults and backups lying ready under them."""

    keys: Keys
    vault_key: bytes
    shared_key: bytes


@contextmanager
def rekeyed(
    folder: Path,
    keys: Keys,
    shared: Vault,
    private: Vault,
    person: PersonId,
    old: Root,
    passphrase: str | None,
    cost: KdfCost,
    progress: Progress,
) -> Iterator[Rekeyed]:
    """Everything under new keys, as parts. Writing the keys, inside this context, makes it true.

    `progress` is told the share of the bytes that lie ready; an end that it asks for leaves everything as it was.
    """
    change = _change(keys, person, old, passphrase, cost)
    name = str(change.mine.vault)
    moves = {f"{vault}.{secrets.token_hex(8)}{files.PART}": vault for vault in (name, SHARED)}
    private_part, shared_part = (folder / part for part in moves)
    ready: list[Path] = []
    try:
        with troubled(folder):
            with shared.lent() as (_connection, old_shared):
                pass
            places = tuple(copies(folder))
            step = _steps(progress, (folder / name, folder / SHARED, *places))
            vault_copy(private, private_part, progress)
            _encrypt_anew(private_part, change.old_vault, change.vault)
            next(step)
            vault_copy(shared, shared_part, progress)
            _encrypt_anew(shared_part, old_shared, change.shared)
            next(step)
            publics = _tell(shared_part, change)
            files.sync_folder(folder)
            for place in places:
                part = place.with_name(place.name + READY)
                # A disk that refused once may not refuse twice. What cannot be read goes: the old keys would still open it.
                if any(_backup_anew(place, part, keys, change) for _try in range(2)):
                    ready.append(part)
                next(step)
        people = _sealed(keys, change, publics)
        yield Rekeyed(keys.changed(people=people, moves=moves, following=True), change.vault, change.shared)
    except BaseException:
        withdraw(folder, moves, ready)
        raise
    finally:
        change.new.drop()


def _steps(progress: Progress, places: tuple[Path, ...]) -> Iterator[None]:
    """One step for each file or folder that is done, as far as it weighs."""
    sizes = [sum(path.stat().st_size for path in (place.iterdir() if place.is_dir() else (place,))) for place in places]
    for at in range(len(sizes)):
        progress.go_on(sum(sizes[: at + 1]) / max(sum(sizes), 1))
        yield


def _change(keys: Keys, person: PersonId, old: Root, passphrase: str | None, cost: KdfCost) -> Change:
    member, new, vault = keys.member(person), Root.new(), new_key()
    old_vault = unwrap(old.wrapping(), member.vault_key, keys.bound(person, "vault"))
    identity = Root(unwrap(old.wrapping(), member.identity, keys.bound(person, "identity")))
    mine = replace(
        member,
        slots=(new.in_slot(passphrase, cost, keys.bound(person, "root")),),
        vault_key=wrap(new.wrapping(), vault, keys.bound(person, "vault")),
        identity=identity.wrapped(new.wrapping(), keys.bound(person, "identity")),
    )
    return Change(person, old, new, old_vault, vault, new_key(), mine)


def _sealed(keys: Keys, change: Change, publics: Mapping[PersonId, bytes]) -> tuple[Member, ...]:
    """Everyone, the new shared key sealed to each who has a way in."""
    people = (change.mine if member.id == change.person else member for member in keys.people)
    return tuple(
        replace(member, shared_key=seal_to(publics[member.id], change.shared)) if member.slots else member for member in people
    )


def _tell(shared: Path, change: Change) -> dict[PersonId, bytes]:
    """Put the new public key into a shared vault; what others are sealed to stands in there, where nobody can swap it."""
    engine = engine_for(shared, change.shared)
    try:
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            known = {"public": change.new.public()}
            connection.execute(update(rows.person).where(rows.person.c.id == change.person).values(known))
            found = {row.id: row.public for row in connection.execute(select(rows.person.c.id, rows.person.c.public))}
    finally:
        engine.dispose()
    files.sync_file(shared)
    return found


def _encrypt_anew(path: Path, old: bytes, new: bytes) -> None:
    """Every page of a closed file that was read through, under another key; on the disk, and read through again.

    Where that is not what was written, it is the disk's doing: SQLCipher does not tell of a write that failed while it does this.
    """
    try:
        with troubled(path):
            engine = engine_for(path, old)
            try:
                with engine.connect() as connection:
                    connection.exec_driver_sql("PRAGMA user_version").scalar_one()
                    connection.rollback()
                    connection.exec_driver_sql(f"PRAGMA rekey = \"x'{new.hex()}'\"")
            finally:
                engine.dispose()
            files.sync_file(path)
            whole = read_through(path, new, Progress())
    except Trouble as trouble:
        if trouble.code != "vault-damaged":
            raise
        whole = False
    if not whole:
        raise Trouble(looked_at(path))


def _need_whole(path: Path, key: bytes) -> None:
    if not read_through(path, key, Progress(), "rw"):
        raise Trouble("vault-damaged", {"file": path.name})


def _backup_anew(place: Path, part: Path, keys: Keys, change: Change) -> bool:
    """A backup under the new keys beside the old one; false where the old keys do not open it, and it will go instead."""
    told = manifest.read(place)
    if told is None or any(not manifest.whole(place, told, name, Progress()) for name in told.files):
        return False
    then = keyfile.read(place)
    was = {member.id: member for member in then.people}.get(change.person)
    if was is None or was.vault_key != keys.member(change.person).vault_key:
        return False
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    try:
        for name in told.files:
            if name != MAIN:
                byte_copy(place / name, part / name, Progress())
        for name, old, new in (
            (str(was.vault), change.old_vault, change.vault),
            (SHARED, change.old.unseal(was.shared_key), change.shared),
        ):
            _need_whole(part / name, old)
            _encrypt_anew(part / name, old, new)
        people = _sealed(then, change, _tell(part / SHARED, change))
        files.write_whole(part / MAIN, keyfile.encoded(replace(then, people=people)))
        for journal in part.glob("*-journal"):
            if journal.stat().st_size == 0:
                journal.unlink()
        sums = {path.name: digest(path, Progress()) for path in sorted(part.iterdir())}
        manifest.write(part, replace(told, files=sums, due={}))
        files.sync_folder(part)
    except Trouble as trouble:
        shutil.rmtree(part, ignore_errors=True)
        if trouble.code in ("vault-damaged", "keys-damaged"):
            return False
        raise
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return True
